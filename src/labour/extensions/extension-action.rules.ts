import type { Viewer } from '../../platform/auth/viewer.js';
import { mayWriteLabour, unrefused } from '../labour.rules.js';
import { partyOf, type Parties } from '../placements/placement-party.rules.js';
import { type AnswerableExtension, refuseAgreement, refuseNo } from './extension.rules.js';

export type ExtensionAction = 'agree' | 'decline';

/** What the viewer may do with an extension now, by the rules of the mutations themselves. */
export function extensionActions(
  extension: AnswerableExtension & Parties,
  viewer: Viewer,
  now: Date,
): ExtensionAction[] {
  const party = partyOf(viewer, extension);
  if (!party || !mayWriteLabour(viewer)) return [];
  return unrefused([
    ['agree', refuseAgreement(extension, party, now)],
    ['decline', refuseNo(extension)],
  ]);
}
