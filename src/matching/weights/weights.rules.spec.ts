import { describe, expect, it } from 'vitest';
import { weights } from '../edges/pair.builder.js';
import { scoreParts, type Weights } from '../edges/score.rules.js';
import { weightsActions } from './weights-action.rules.js';
import { cursorOf } from '../../platform/graphql/connection.js';
import { refuseOutdated, refuseWeightless, versionOf } from './weights.rules.js';

const nothing = Object.fromEntries(scoreParts.map((part) => [part, 0])) as Weights;

describe('weights', () => {
  it('need one that is above 0', () => {
    expect(refuseWeightless(nothing)).toMatchObject({ code: 'VALIDATION_FAILED', field: 'input.weights' });
    for (const part of scoreParts) expect(refuseWeightless({ ...nothing, [part]: 1 })).toBeUndefined();
    expect(refuseWeightless(weights)).toBeUndefined();
  });

  it('are changed by those who have seen the latest', () => {
    expect(refuseOutdated(3, 3)).toBeUndefined();
    for (const basedOn of [2, 4])
      expect(refuseOutdated(3, basedOn)).toMatchObject({ code: 'CONFLICT', params: { version: 3 } });
  });

  it('are listed on from a version that a cursor tells', () => {
    expect(versionOf(cursorOf('12'))).toBe(12);
    for (const other of ['', '1.5', '99999999999', 'x']) expect(() => versionOf(cursorOf(other))).toThrow();
  });

  it('are for operators to change, for bureaus to see', () => {
    expect(weightsActions({ kind: 'operator' })).toEqual(['simulate', 'set']);
    expect(weightsActions({ kind: 'bureau' })).toEqual([]);
  });
});
