import type { Viewer } from '../../platform/auth/viewer.js';
import { refuseTransition } from '../../platform/errors/index.js';
import { type ApplicantFacts, refuseApplication } from '../applications/application.rules.js';
import { mayWriteLabour, unrefused } from '../labour.rules.js';
import { refuseChange } from './need.rules.js';
import { type NeedState, needTransitions } from './need.states.js';

export type NeedAction = 'change' | 'close' | 'cancel' | 'apply' | 'remove';

/** What stands between a viewer and a need. */
export interface NeedViewerFacts {
  /** Of a viewing worker. */
  readonly applicant?: ApplicantFacts;
  /** Whether the site lies in the viewing bureau's jurisdiction. */
  readonly isInJurisdiction?: boolean;
}

/** What the viewer may do with a need now, by the rules of the mutations themselves. */
export function needActions(
  need: { readonly hostId: string; readonly state: NeedState },
  viewer: Viewer,
  {
    applicant = { hasApplied: false, isBlocked: false, isBarredWork: false },
    isInJurisdiction = false,
  }: NeedViewerFacts = {},
): NeedAction[] {
  if (!mayWriteLabour(viewer)) return [];
  if (viewer.kind === 'enterprise' && viewer.enterpriseId === need.hostId)
    return unrefused([
      ['change', refuseChange(need)],
      ['close', refuseTransition(needTransitions, need.state, 'closed')],
      ['cancel', refuseTransition(needTransitions, need.state, 'cancelled')],
    ]);
  if (viewer.kind === 'bureau' && isInJurisdiction)
    return unrefused([['remove', refuseTransition(needTransitions, need.state, 'cancelled')]]);
  if (viewer.kind === 'worker') return unrefused([['apply', refuseApplication(need, applicant)]]);
  return [];
}
