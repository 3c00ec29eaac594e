import type { Policy } from '../platform/auth/allow.decorator.js';

export const ownRead: Policy = {
  to: ['enterprise'],
  owns: 'recipes and orders of the viewer’s enterprise, and recipes that others share',
  scope: 'orders:read',
};
export const ownWrite: Policy = {
  ...ownRead,
  owns: 'recipes and orders of the viewer’s enterprise',
  scope: 'orders:write',
};

/** An order’s own enterprise, and the bureaus of its place, who do not learn its customer. */
export const ownOrJurisdiction: Policy = {
  to: ['enterprise', 'bureau', 'operator'],
  owns: 'orders of the viewer’s enterprise, or placed in the jurisdiction',
  scope: 'orders:read',
};
export const jurisdiction: Policy = { to: ['bureau', 'operator'], owns: 'orders placed in the viewer’s jurisdiction' };
