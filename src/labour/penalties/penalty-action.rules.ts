import type { Viewer } from '../../platform/auth/viewer.js';
import { unrefused } from '../labour.rules.js';
import { refuseAppeal, refuseDecision } from './penalty.rules.js';
import type { PenaltyState } from './penalty.states.js';

export type PenaltyAction = 'appeal' | 'decide';

/** What the viewer may do with a penalty that they see, by the rules of the mutations themselves. */
export function penaltyActions(
  penalty: { readonly workerId: string | null; readonly state: PenaltyState; readonly appealBy: Date },
  viewer: Viewer,
  now: Date,
): PenaltyAction[] {
  if (viewer.kind === 'worker' && viewer.workerId === penalty.workerId)
    return unrefused([['appeal', refuseAppeal(penalty, now)]]);
  if (viewer.kind === 'bureau') return unrefused([['decide', refuseDecision(penalty, 'lifted')]]);
  return [];
}
