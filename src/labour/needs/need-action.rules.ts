import type { Viewer } from '../../platform/auth/viewer.js';
import { refuseTransition } from '../../platform/errors/index.js';
import { type ApplicantFacts, refuseApplication } from '../applications/application.rules.js';
import { mayWriteLabour, unrefused } from '../labour.rules.js';
import { refuseChange } from './need.rules.js';
import { type NeedState, needTransitions } from './need.states.js';

export type NeedAction = 'change' | 'close' | 'cancel' | 'apply';

/** What the viewer may do with a need now, by the rules of the mutations themselves. `applicant`: of a viewing worker. */
export function needActions(
  need: { readonly hostId: string; readonly state: NeedState },
  viewer: Viewer,
  applicant: ApplicantFacts = { hasApplied: false, isBlocked: false },
): NeedAction[] {
  if (!mayWriteLabour(viewer)) return [];
  if (viewer.kind === 'enterprise' && viewer.enterpriseId === need.hostId)
    return unrefused([
      ['change', refuseChange(need)],
      ['close', refuseTransition(needTransitions, need.state, 'closed')],
      ['cancel', refuseTransition(needTransitions, need.state, 'cancelled')],
    ]);
  if (viewer.kind === 'worker') return unrefused([['apply', refuseApplication(need, applicant)]]);
  return [];
}
