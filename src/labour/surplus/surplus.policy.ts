import type { Policy } from '../../platform/auth/allow.decorator.js';

/** A listing, its heads and their names are between the lender and its workers: no other enterprise sees them here. */
const owns = 'listings of the viewer’s enterprise, their lines and heads';

export const surplusWriters: Policy = { to: ['enterprise'], owns, scope: 'labour:write' };
export const surplusReaders: Policy = { to: ['enterprise'], owns, scope: 'labour:read' };
