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
    const penalty = penaltyOf(occupationId, demand, besides);
    if (penalty !== undefined && (!best || penalty < best.penalty)) best = { level, penalty };
  }
  return best;
}

/** What a skill costs where it does the demand's work; undefined where it does not. */
function penaltyOf(occupationId: string, demand: Demand, besides: Substitutes): number | undefined {
  if (occupationId === demand.occupationId) return 0;
  const doable = besides.get(occupationId)?.find((one) => one.occupationId === demand.occupationId);
  return doable && (doable.penalty === 0 || demand.acceptsSubstitutes) ? doable.penalty : undefined;
}
