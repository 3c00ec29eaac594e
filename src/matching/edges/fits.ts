import type { Demand, Substitutes, Supply } from './candidate.js';
import type { Fit } from './score.rules.js';

/** From "may be done by" to "may do": occupation → what its workers may do besides. */
export function doableBesides(substitutes: Substitutes): Substitutes {
  const besides = new Map<string, { occupationId: string; penalty: number }[]>();
  for (const [occupationId, list] of substitutes) {
    for (const { occupationId: substitute, penalty } of list) {
      const known = besides.get(substitute);
      if (known) known.push({ occupationId, penalty });
      else besides.set(substitute, [{ occupationId, penalty }]);
    }
  }
  return besides;
}

/** The skill that fits the demand with the least penalty, the first of several; undefined when none does. */
export function fitOf(supply: Supply, demand: Demand, besides: Substitutes): Fit | undefined {
  let best: Fit | undefined;
  for (const { occupationId, level } of supply.skills) {
    for (const doable of [{ occupationId, penalty: 0 }, ...(besides.get(occupationId) ?? [])]) {
      if (doable.occupationId !== demand.occupationId) continue;
      if (doable.penalty > 0 && !demand.acceptsSubstitutes) continue;
      if (!best || doable.penalty < best.penalty) best = { level, penalty: doable.penalty };
    }
  }
  return best;
}
