import { everyone, type Policy } from '../../platform/auth/allow.decorator.js';

/** Catalogues are public: forms need them before anyone has logged in. */
export const publicCatalogue: Policy = { to: everyone, owns: 'nothing: a public catalogue', scope: 'directory:read' };
