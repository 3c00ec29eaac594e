import type { Viewer } from '../../platform/auth/viewer.js';
import { mayWriteLabour, unrefused } from '../labour.rules.js';
import { partyOf, type Parties } from '../placements/placement-party.rules.js';
import { type AnswerableReturn, refuseAgreement, refuseNo, refuseObjection } from './return.rules.js';

export type ReturnAction = 'agree' | 'decline' | 'object';

/** What the viewer may do with a return now, by the rules of the mutations themselves. */
export function returnActions(request: AnswerableReturn & Parties, viewer: Viewer, now: Date): ReturnAction[] {
  const party = partyOf(viewer, request);
  if (!party || !mayWriteLabour(viewer)) return [];
  return unrefused([
    ['agree', refuseAgreement(request, party, now)],
    ['decline', refuseNo(request, party)],
    ['object', refuseObjection(request, party)],
  ]);
}
