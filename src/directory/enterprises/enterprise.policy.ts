import type { Viewer } from '../../platform/auth/viewer.js';
import { refuseTransition } from '../../platform/errors/index.js';
import type { Enterprise } from './enterprise.entity.js';
import { decisionsFrom, type EnterpriseAction } from './enterprise.rules.js';
import { verificationTransitions } from './enterprise.states.js';

/** The enterprise's own people, and those who supervise it: they see how it is registered and what a bureau noted. */
export function maySeeRegistration(viewer: Viewer, enterprise: Pick<Enterprise, 'id'>): boolean {
  if (viewer.kind === 'enterprise') return viewer.enterpriseId === enterprise.id;
  return viewer.kind === 'bureau' || viewer.kind === 'operator';
}

/** Who stands behind the registration, and the licence: its own people, and the officers of its jurisdiction. */
export function maySeePapers(viewer: Viewer, enterpriseId: string, isInJurisdiction: boolean): boolean {
  return viewer.kind === 'enterprise'
    ? viewer.enterpriseId === enterpriseId
    : viewer.kind === 'bureau' && isInJurisdiction;
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

/** What the viewer may do to an enterprise's registration now: its bureau decides, its owner submits again. */
export function actionsOn(
  viewer: Viewer,
  { id, verification }: Pick<Enterprise, 'id' | 'verification'>,
  isInJurisdiction: boolean,
): EnterpriseAction[] {
  if (viewer.kind === 'bureau') return isInJurisdiction ? decisionsFrom(verification) : [];
  const isOwner = viewer.kind === 'enterprise' && viewer.enterpriseId === id && viewer.role === 'owner';
  const mayResubmit = refuseTransition(verificationTransitions, verification, 'submitted') === undefined;
  return isOwner && mayResubmit ? ['resubmit'] : [];
}
