import { refuseTransition } from '../../platform/errors/index.js';
import type { MatchRunState } from './match-run.entity.js';
import { matchRunTransitions } from './match-run.states.js';

export type MatchRunAction = 'cancel';

/** What whoever sees a run may do with it, by the rule of the mutation itself. */
export function matchRunActions(state: MatchRunState): MatchRunAction[] {
  return refuseTransition(matchRunTransitions, state, 'cancelled') ? [] : ['cancel'];
}
