import { describe, expect, it } from 'vitest';
import { demand, supply, weights } from '../edges/pair.builder.js';
import { solve } from '../../engine/index.js';
import { planOf as planBy } from './plan.js';
import type { Snapshot } from './snapshot.js';

const snapshot = (changes: Partial<Snapshot>): Snapshot => ({
  supplies: [],
  demands: [],
  substitutes: new Map(),
  scope: [],
  standing: new Map(),
  workers: 0,
  ...changes,
});

const planOf = (of: Snapshot, by: typeof weights, today: number): ReturnType<typeof planBy> =>
  planBy(of, by, today, (problem, hints) => Promise.resolve(solve(problem, hints)));

describe('a plan', () => {
  it('gives the only worker who can do it to the need that nobody else can fill', async () => {
    const both = supply({
      workerIds: ['both'],
      skills: [
        { occupationId: 'weaver', level: 5 },
        { occupationId: 'welder', level: 5 },
      ],
    });
    const one = supply({ workerIds: ['one'] });
    const plan = await planOf(
      snapshot({
        supplies: [both, one],
        demands: [demand({ needId: 'weave' }), demand({ needId: 'weld', occupationId: 'welder' })],
      }),
      weights,
      100,
    );
    expect(plan.pairs.map(({ workerId, needId }) => `${workerId} ${needId}`).sort()).toEqual([
      'both weld',
      'one weave',
    ]);
    expect(plan).toMatchObject({ filled: 2, positions: 2, edges: 3, proven: true });
  });

  it('fills the urgent need first', async () => {
    const plan = await planOf(
      snapshot({
        supplies: [supply()],
        demands: [demand({ needId: 'later', wageFen: 9000 }), demand({ needId: 'urgent', priority: 3 })],
      }),
      weights,
      100,
    );
    expect(plan.pairs.map(({ needId }) => needId)).toEqual(['urgent']);
  });

  it('leaves those where they are who are proposed already', async () => {
    const crew = supply({ workerIds: ['a', 'b', 'c'] });
    const plan = await planOf(
      snapshot({ supplies: [crew], demands: [demand({ seatsOpen: 1 })], standing: new Map([['c', 'n1']]) }),
      weights,
      100,
    );
    expect(plan.pairs.map(({ workerId }) => workerId)).toEqual(['c']);
  });

  it('uses every worker once, whatever the group', async () => {
    const crew = supply({ workerIds: ['a', 'b', 'c', 'd'] });
    const plan = await planOf(
      snapshot({
        supplies: [crew],
        demands: [demand({ needId: 'n1', seatsOpen: 2 }), demand({ needId: 'n2', seatsOpen: 3 })],
      }),
      weights,
      100,
    );
    expect(plan.filled).toBe(4);
    expect(new Set(plan.pairs.map(({ workerId }) => workerId)).size).toBe(4);
  });

  it('of nobody and nothing is empty and proven', async () => {
    expect(await planOf(snapshot({}), weights, 100)).toMatchObject({ pairs: [], filled: 0, proven: true });
  });
});
