import type { Viewer } from '../../platform/auth/viewer.js';
import { mayWriteLabour, unrefused } from '../labour.rules.js';
import { refuseEnd, refuseStart, refuseTermsConfirmation, type StartablePlacement } from './placement.rules.js';

export type PlacementAction = 'start' | 'end' | 'confirm_terms';

/** A placement with its parties, as far as it decides who may do what. */
export interface ActionablePlacement extends StartablePlacement {
  readonly hostId: string;
  readonly workerId: string;
}

/** What the viewer may do with a placement on `today`, by the rules of the mutations themselves. */
export function placementActions(placement: ActionablePlacement, viewer: Viewer, today: string): PlacementAction[] {
  if (viewer.kind === 'worker' && viewer.workerId === placement.workerId)
    return placement.termsConfirmedAt ? [] : unrefused([['confirm_terms', refuseTermsConfirmation(placement)]]);
  if (viewer.kind !== 'enterprise' || viewer.enterpriseId !== placement.hostId || !mayWriteLabour(viewer)) return [];
  return unrefused([
    ['start', refuseStart(placement, today)],
    ['end', refuseEnd(placement)],
  ]);
}
