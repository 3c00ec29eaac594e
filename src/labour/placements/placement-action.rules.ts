import type { Viewer } from '../../platform/auth/viewer.js';
import { mayWriteLabour, unrefused } from '../labour.rules.js';
import { refuseEnd, refuseStart } from './placement.rules.js';
import type { PlacementState } from './placement.states.js';

export type PlacementAction = 'start' | 'end';

/** What the viewer may do with a placement on `today`, by the rules of the mutations themselves. */
export function placementActions(
  placement: { readonly hostId: string; readonly state: PlacementState; readonly startsOn: string },
  viewer: Viewer,
  today: string,
): PlacementAction[] {
  if (viewer.kind !== 'enterprise' || viewer.enterpriseId !== placement.hostId || !mayWriteLabour(viewer)) return [];
  return unrefused([
    ['start', refuseStart(placement, today)],
    ['end', refuseEnd(placement)],
  ]);
}
