import type { Viewer } from '../../platform/auth/viewer.js';
import { mayWriteLabour, unrefused } from '../labour.rules.js';
import type { AttendanceSide } from './attendance.entity.js';
import {
  type AnswerableDay,
  refuseConfirmation,
  refuseCorrection,
  refuseDispute,
  refuseResolution,
} from './attendance.rules.js';

export type AttendanceAction = 'confirm' | 'dispute' | 'correct' | 'accept_claim' | 'drop_dispute' | 'decide';

interface Parties {
  readonly hostId: string;
  readonly workerId: string;
}

/** Which side of a day the viewer is on; a lender reads, and has no say of its own. */
export function sideOf(viewer: Viewer, { hostId, workerId }: Parties): AttendanceSide | undefined {
  if (viewer.kind === 'worker' && viewer.workerId === workerId) return 'worker';
  return viewer.kind === 'enterprise' && viewer.enterpriseId === hostId ? 'host' : undefined;
}

/** What the viewer may do with a day now, by the rules of the mutations themselves. */
export function attendanceActions(day: AnswerableDay & Parties, viewer: Viewer): AttendanceAction[] {
  if (!mayWriteLabour(viewer)) return [];
  if (viewer.kind === 'bureau') return unrefused([['decide', refuseResolution(day, 'bureau', 'figures')]]);
  const side = sideOf(viewer, day);
  if (!side) return [];
  const own = side === 'host' ? day.hostConfirmedAt : day.workerConfirmedAt;
  const actions = unrefused([
    ['confirm', refuseConfirmation(day)],
    ['dispute', refuseDispute(day, side)],
    ['correct', refuseCorrection(day)],
    ['accept_claim', refuseResolution(day, side, 'claim')],
    ['drop_dispute', refuseResolution(day, side, 'keep')],
  ]);
  return actions.filter((action) => (action === 'confirm' ? !own : action !== 'correct' || side === 'host'));
}
