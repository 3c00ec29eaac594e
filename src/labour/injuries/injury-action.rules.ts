import type { Viewer } from '../../platform/auth/viewer.js';
import { mayWriteLabour, unrefused } from '../labour.rules.js';
import { type Parties, partyOf } from '../placements/placement-party.rules.js';
import { type InjuryStep, refuseStep, type StepFacts } from './injury.rules.js';

const steps: readonly InjuryStep[] = ['lender_notified', 'applied', 'decided', 'compensated', 'closed'];

/** The lender employs a lent worker, the host one it hired itself. */
export function employerOf({ hostId, lenderId }: Pick<Parties, 'hostId' | 'lenderId'>): string {
  return lenderId ?? hostId;
}

/** From where the viewer asks for a step; undefined for whoever is no party. */
export function stepFacts(
  injury: Parties & Pick<StepFacts, 'state' | 'isRecognised'>,
  viewer: Viewer,
): StepFacts | undefined {
  const party = partyOf(viewer, injury);
  if (!party) return undefined;
  const isEmployer = viewer.kind === 'enterprise' && viewer.enterpriseId === employerOf(injury);
  return { state: injury.state, isRecognised: injury.isRecognised, isEmployer, party };
}

/** The steps that the viewer may take now, by the rules of the mutation itself. */
export function injuryActions(
  injury: Parties & Pick<StepFacts, 'state' | 'isRecognised'>,
  viewer: Viewer,
): InjuryStep[] {
  const facts = stepFacts(injury, viewer);
  if (!facts || !mayWriteLabour(viewer)) return [];
  return unrefused(steps.map((step) => [step, refuseStep(facts, step)] as const));
}
