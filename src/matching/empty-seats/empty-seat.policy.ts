import type { Viewer } from '../../platform/auth/viewer.js';

/** Why a need's seats stay empty is for its host, for the bureaus that it lies in, and for operators. */
export function mayAskWhy(viewer: Viewer, need: { readonly hostId: string }, regionIds: readonly string[]): boolean {
  switch (viewer.kind) {
    case 'enterprise':
      return viewer.enterpriseId === need.hostId;
    case 'bureau':
      return regionIds.includes(viewer.regionId);
    case 'operator':
    case 'system':
      return true;
    case 'worker':
    case 'anonymous':
      return false;
  }
}
