import type { Viewer } from '../../platform/auth/viewer.js';
import type { Enterprise } from './enterprise.entity.js';

/** The enterprise's own people, and those who supervise it: they see how it is registered and what a bureau noted. */
export function maySeeRegistration(viewer: Viewer, enterprise: Pick<Enterprise, 'id'>): boolean {
  if (viewer.kind === 'enterprise') return viewer.enterpriseId === enterprise.id;
  return viewer.kind === 'bureau' || viewer.kind === 'operator';
}

/** Everyone may look up an enterprise that a bureau has verified; before that it is between the two of them. */
export function maySeeEnterprise(
  viewer: Viewer,
  enterprise: Pick<Enterprise, 'id' | 'verification'>,
  isInJurisdiction: boolean,
): boolean {
  if (enterprise.verification === 'verified' || enterprise.verification === 'suspended') return true;
  return viewer.kind === 'bureau' ? isInJurisdiction : maySeeRegistration(viewer, enterprise);
}
