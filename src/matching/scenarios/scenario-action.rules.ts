import { refuseTransition } from '../../platform/errors/index.js';
import { type ScenarioState, scenarioTransitions } from './scenario.states.js';

export type ScenarioAction = 'cancel';

/** What whoever sees a scenario may do with it, by the rule of the mutation itself. */
export function scenarioActions(state: ScenarioState): ScenarioAction[] {
  return refuseTransition(scenarioTransitions, state, 'cancelled') ? [] : ['cancel'];
}
