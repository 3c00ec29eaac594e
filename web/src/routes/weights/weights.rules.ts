import type { WeightsOutcomeFragment } from '../what-if/what-if.graphql.ts';
import type { WeightsFragment, WeightsInput } from './weights.graphql.ts';

export type PartName = keyof WeightsInput;
/** One for each part of the score; only their proportions matter. */
export type Weights = Readonly<Record<PartName, number>>;

/** As the API takes them. */
export const mostWeight = 100;

const parts: Readonly<Record<PartName, true>> = {
  ...{ skill: true, distance: true, wage: true, overlap: true, waiting: true, rating: true, applied: true },
};
export const partNames = Object.keys(parts) as PartName[];

/** Weights by part; a part that is not told weighs nothing. */
export function weightsOf(told: readonly { readonly name: string; readonly weight: number }[]): Weights {
  const weightOf = (name: PartName): number => told.find((part) => part.name === name)?.weight ?? 0;
  return {
    ...{ skill: weightOf('skill'), distance: weightOf('distance'), wage: weightOf('wage') },
    ...{ overlap: weightOf('overlap'), waiting: weightOf('waiting'), rating: weightOf('rating') },
    applied: weightOf('applied'),
  };
}

/** How much of the score a part makes; nothing where no part weighs anything. */
export function shareOf(weights: Weights, name: PartName): number {
  const total = partNames.reduce((sum, part) => sum + weights[part], 0);
  return total === 0 ? 0 : weights[name] / total;
}

export function areSame(one: Weights, other: Weights): boolean {
  return partNames.every((name) => one[name] === other[name]);
}

/** Weights as they are filled in, and the version that they began with. */
export interface WeightsDraft {
  readonly basedOn: number;
  readonly weights: Weights | null;
}

/** What the fields show: the draft, unless others hold since. */
export function shownWeights({ basedOn, weights }: WeightsDraft, current: WeightsFragment): Weights {
  return basedOn === current.version && weights ? weights : weightsOf(current.parts);
}

/** The weights that were tried. */
export function triedWeights({ parts: tried }: Pick<WeightsOutcomeFragment, 'parts'>): Weights {
  return weightsOf(tried.map(({ name, weightAfter }) => ({ name, weight: weightAfter })));
}

/** Whether what was tried can be saved, and why not: it holds already, others hold since, the fields show something else. */
export type Standing = 'held' | 'outdated' | 'changed' | 'ready';

export function standingOf(
  outcome: Pick<WeightsOutcomeFragment, 'parts' | 'basedOnVersion'>,
  current: WeightsFragment,
  shown: Weights,
): Standing {
  const tried = triedWeights(outcome);
  if (areSame(tried, weightsOf(current.parts))) return 'held';
  if (outcome.basedOnVersion !== current.version) return 'outdated';
  return areSame(tried, shown) ? 'ready' : 'changed';
}

interface Shift {
  readonly before: number | null;
  readonly after: number | null;
}

/** By how much a mean would be higher, to the tenth; null where nobody is seated. */
export function differenceOf({ before, after }: Shift): number | null {
  return before === null || after === null ? null : Math.round(10 * (after - before)) / 10;
}

/** What gets longer bars: each of the two as a share of the larger. */
export function barsOf({ before, after }: Shift): { readonly before: number; readonly after: number } {
  const most = Math.max(before ?? 0, after ?? 0);
  const share = (value: number | null): number => (most <= 0 ? 0 : Math.max(0, value ?? 0) / most);
  return { before: share(before), after: share(after) };
}
