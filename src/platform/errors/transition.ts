import { platformMessages } from './platform.messages.js';
import type { Refusal } from './refusal.js';

/** For each state, the states that may follow it. */
export type TransitionTable<S extends string> = Readonly<Record<S, readonly S[]>>;

/**
 * Checks a table when its module is loaded: every state can be reached from `initial`.
 * Throws Error naming the states that cannot, so a faulty table never serves.
 */
export function defineTransitions<S extends string>(initial: S, table: TransitionTable<S>): TransitionTable<S> {
  const reached = new Set<S>([initial]);
  for (const state of reached) table[state].forEach((next) => reached.add(next));
  const unreached = (Object.keys(table) as S[]).filter((state) => !reached.has(state));
  if (unreached.length > 0) throw new Error(`unreachable states: ${unreached.join(', ')}`);
  return table;
}

/** A refusal naming the state and what is allowed, or nothing when the step is legal. */
export function refuseTransition<S extends string>(table: TransitionTable<S>, state: S, next: S): Refusal | undefined {
  if (table[state].includes(next)) return undefined;
  return {
    code: 'ILLEGAL_TRANSITION',
    message: platformMessages.illegalTransition,
    params: { state, next },
    allowed: table[state],
  };
}
