import { describe, expect, it } from 'vitest';
import {
  areSame,
  barsOf,
  differenceOf,
  partNames,
  shareOf,
  shownWeights,
  standingOf,
  triedWeights,
  type Weights,
  weightsOf,
} from './weights.rules';

const plain = weightsOf([
  { name: 'skill', weight: 30 },
  { name: 'distance', weight: 10 },
]);
const patient: Weights = { ...plain, waiting: 50 };
const partsOf = (weights: Weights) => partNames.map((name) => ({ name, label: name, weight: weights[name] }));
const held = (weights: Weights, version: number) => ({
  ...{ version, isDefault: false, since: '2026-01-01T00:00:00Z', setBy: null, note: '' },
  ...{ actions: [], parts: partsOf(weights) },
});
const tried = (weights: Weights, basedOnVersion: number) => ({
  basedOnVersion,
  parts: partNames.map((name) => ({
    ...{ name, label: name, weightBefore: 0, weightAfter: weights[name] },
    points: { before: null, after: null },
  })),
});

describe('weights', () => {
  it('count by their proportions', () => {
    expect(shareOf(plain, 'skill')).toBe(0.75);
    expect(shareOf(plain, 'applied')).toBe(0);
    expect(shareOf(weightsOf([]), 'skill')).toBe(0);
  });

  it('are shown as they were filled in, until others hold', () => {
    expect(shownWeights({ basedOn: 3, weights: patient }, held(plain, 3))).toEqual(patient);
    expect(shownWeights({ basedOn: 2, weights: patient }, held(plain, 3))).toEqual(plain);
    expect(shownWeights({ basedOn: 3, weights: null }, held(plain, 3))).toEqual(plain);
  });

  it('are saved as they were tried, or not at all', () => {
    const outcome = tried(patient, 3);
    expect(areSame(triedWeights(outcome), patient)).toBe(true);
    expect(standingOf(outcome, held(plain, 3), patient)).toBe('ready');
    expect(standingOf(outcome, held(plain, 3), plain)).toBe('changed');
    expect(standingOf(outcome, held(plain, 4), patient)).toBe('outdated');
    expect(standingOf(outcome, held(patient, 4), patient)).toBe('held');
  });
});

describe('a mean', () => {
  it('shifts by a difference, where somebody is seated', () => {
    expect(differenceOf({ before: 3, after: 1 })).toBe(-2);
    expect(differenceOf({ before: 16.8, after: 17.6 })).toBe(0.8);
    expect(differenceOf({ before: null, after: 1 })).toBeNull();
  });

  it('is drawn against the larger of the two', () => {
    expect(barsOf({ before: 2, after: 4 })).toEqual({ before: 0.5, after: 1 });
    expect(barsOf({ before: null, after: 4 })).toEqual({ before: 0, after: 1 });
    expect(barsOf({ before: 0, after: 0 })).toEqual({ before: 0, after: 0 });
  });
});
