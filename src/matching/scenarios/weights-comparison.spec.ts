import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { solve } from '../../engine/index.js';
import type { Demand, Supply } from '../edges/candidate.js';
import { demand, supply, weights } from '../edges/pair.builder.js';
import { scoreParts, type ScorePartName, type Weights } from '../edges/score.rules.js';
import { planOf } from '../runs/plan.js';
import type { Snapshot } from '../runs/snapshot.js';
import { compareWeights, type WeightsComparison } from './weights-comparison.js';

const today = 100;
const nothing = Object.fromEntries(scoreParts.map((part) => [part, 0])) as Weights;
const only = (part: ScorePartName): Weights => ({ ...nothing, [part]: 1 });

async function compared(supplies: Supply[], demands: Demand[], by: Weights, than: Weights): Promise<WeightsComparison> {
  const empty = { substitutes: new Map(), scope: [], standing: new Map<string, string>(), workers: supplies.length };
  const plan = (snapshot: Snapshot, of: Weights) =>
    planOf(snapshot, of, today, (problem, hints) => Promise.resolve(solve(problem, hints)));
  const snapshot = { ...empty, supplies, demands };
  const before = (await plan(snapshot, by)).pairs;
  const standing = new Map(before.map(({ workerId, needId }) => [workerId, needId]));
  const after = (await plan({ ...snapshot, standing }, than)).pairs;
  return compareWeights({ supplies, demands, before, after, today });
}

describe('other weights', () => {
  it('seat others: the one who waited instead of the one who lives near', async () => {
    const supplies = [
      supply({ workerIds: ['near'], latitude: 25.1, longitude: 118.2, waitingSinceDay: 100, wageFloorFen: 2000 }),
      supply({ workerIds: ['patient'], waitingSinceDay: 40, wageFloorFen: 1600 }),
    ];
    const { parts, ...rest } = await compared(supplies, [demand()], only('distance'), only('waiting'));
    expect(rest).toEqual({
      ...{ filled: { before: 1, after: 1 }, workersMoved: 2 },
      distanceM: { before: 0, after: 5913 },
      wageUpliftPercent: { before: 20, after: 50 },
      waitingDays: { before: 0, after: 60 },
    });
    expect(parts.find(({ name }) => name === 'waiting')).toEqual({ name: 'waiting', before: 0, after: 10_000 });
  });

  it('move nobody where they are the same in proportion, and say nothing of nobody', async () => {
    const supplies = ['a', 'b', 'c'].map((id, n) => supply({ workerIds: [id], wageFloorFen: 2000 + n }));
    const twice = Object.fromEntries(scoreParts.map((part) => [part, 2 * weights[part]])) as Weights;
    const same = await compared(supplies, [demand({ seatsOpen: 2 })], weights, twice);
    expect(same).toMatchObject({ filled: { before: 2, after: 2 }, workersMoved: 0 });
    expect(await compared([], [], weights, twice)).toMatchObject({ distanceM: { before: null, after: null } });
  });

  it('never cost a seat', async () => {
    const someWeights = fc
      .record(
        Object.fromEntries(scoreParts.map((part) => [part, fc.nat(100)])) as Record<
          ScorePartName,
          fc.Arbitrary<number>
        >,
      )
      .filter((of) => scoreParts.some((part) => of[part] > 0));
    const some = fc.record({
      floor: fc.integer({ min: 1800, max: 2600 }),
      since: fc.integer({ min: 50, max: 100 }),
      km: fc.nat(30),
    });
    const someNeeds = fc.record({
      seatsOpen: fc.nat(3),
      wageFen: fc.integer({ min: 1800, max: 2600 }),
      priority: fc.integer({ min: 1, max: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(some, { maxLength: 8 }),
        fc.array(someNeeds, { maxLength: 4 }),
        someWeights,
        someWeights,
        async (s, d, by, than) => {
          const supplies = s.map(({ floor, since, km }, n) =>
            supply({ workerIds: [`w${n}`], wageFloorFen: floor, waitingSinceDay: since, latitude: 25.1 - km / 111 }),
          );
          const demands = d.map((facts, n) => demand({ ...facts, needId: `n${n}` }));
          const { filled } = await compared(supplies, demands, by, than);
          expect(filled.after).toBe(filled.before);
        },
      ),
      { numRuns: 200 },
    );
  });
});
