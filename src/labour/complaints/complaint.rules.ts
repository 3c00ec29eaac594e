import type { Viewer } from '../../platform/auth/viewer.js';
import { type Refusal, refuseTransition } from '../../platform/errors/index.js';
import { unrefused } from '../labour.rules.js';
import { complaintMessages } from './complaint.messages.js';
import { type ComplaintState, complaintTransitions } from './complaint.states.js';

/** What a party complains of. */
export type DealComplaintKind = 'wages' | 'hours' | 'safety' | 'injury' | 'discrimination' | 'data' | 'fees' | 'other';
/** `post`: somebody reported a post (R31). */
export type ComplaintKind = DealComplaintKind | 'post';
export type ComplaintAction = 'take_up' | 'resolve' | 'dismiss';

export interface DealParties {
  readonly workerId: string;
  readonly hostId: string;
  readonly lenderId: string | null;
}

/** Who complains. */
export type Complainant = { readonly workerId: string } | { readonly enterpriseId: string };

/** A complaint is about something. */
export function refuseAboutNothing(input: {
  readonly placementId?: string | null;
  readonly againstEnterpriseId?: string | null;
}): Refusal | undefined {
  if (input.placementId || input.againstEnterpriseId) return undefined;
  return { code: 'VALIDATION_FAILED', message: complaintMessages.aboutWhat, field: 'input.placementId' };
}

/** Whether the complainant is a party of the deal at all. */
export function isParty({ workerId, hostId, lenderId }: DealParties, who: Complainant): boolean {
  if ('workerId' in who) return who.workerId === workerId;
  return who.enterpriseId === hostId || who.enterpriseId === lenderId;
}

/**
 * Against whom a complaint about a placement is: the enterprise named, or the other side. A worker's other side is the
 * host, and so is a lender's; a host's is the lender, of a hire none. null: nobody of the deal.
 */
export function againstOf(
  { hostId, lenderId }: DealParties,
  who: Complainant,
  named: string | null | undefined,
): string | null {
  if (named) return named === hostId || named === lenderId ? named : null;
  return 'enterpriseId' in who && who.enterpriseId === hostId ? lenderId : hostId;
}

export function refuseAgainstOneself(who: Complainant, againstId: string): Refusal | undefined {
  if (!('enterpriseId' in who) || who.enterpriseId !== againstId) return undefined;
  return { code: 'CONFLICT', message: complaintMessages.againstOneself, field: 'input.againstEnterpriseId' };
}

/** What the viewer may do with a complaint that was shown to them: only officers do anything. */
export function complaintActions({ state }: { readonly state: ComplaintState }, viewer: Viewer): ComplaintAction[] {
  if (viewer.kind !== 'bureau') return [];
  return unrefused([
    ['take_up', refuseTransition(complaintTransitions, state, 'in_review')],
    ['resolve', refuseTransition(complaintTransitions, state, 'resolved')],
    ['dismiss', refuseTransition(complaintTransitions, state, 'dismissed')],
  ]);
}

/** Whether the viewer is told whose complaint it is: the one who complains, the officers, and the other side of an open one. */
export function mayKnowComplainant(
  complaint: { readonly isOpen: boolean; readonly againstId: string; readonly enterpriseId: string | null },
  viewer: Viewer,
): boolean {
  if (viewer.kind === 'bureau' || viewer.kind === 'worker') return true;
  if (viewer.kind !== 'enterprise') return false;
  return viewer.enterpriseId === complaint.enterpriseId || complaint.isOpen;
}
