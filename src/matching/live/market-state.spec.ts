import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { solve } from '../../engine/index.js';
import type { Demand, SupplyFacts } from '../edges/candidate.js';
import { demand, supply, weights } from '../edges/pair.builder.js';
import { planOf, type Plan } from '../runs/plan.js';
import type { Snapshot } from '../runs/snapshot.js';
import { MarketState } from './market-state.js';

const today = 100;
const substitutes = new Map([['weaver', [{ occupationId: 'braider', penalty: 20 }]]]);
const facts = (changes: Partial<SupplyFacts> = {}): SupplyFacts => {
  const { workerIds: _none, ...rest } = supply(changes);
  return rest;
};

/** What there is: the market as the database would tell it. */
interface World {
  readonly workers: Map<string, SupplyFacts>;
  readonly needs: Map<string, Demand>;
}

/** Workers alike in one supply, as a snapshot has them. */
function snapshotOf({ workers, needs }: World, standing: ReadonlyMap<string, string> = new Map()): Snapshot {
  const crews = new Map<string, { facts: SupplyFacts; workerIds: string[] }>();
  for (const [workerId, of] of workers) {
    const crew = crews.get(JSON.stringify(of)) ?? { facts: of, workerIds: [] };
    crew.workerIds.push(workerId);
    crews.set(JSON.stringify(of), crew);
  }
  return {
    supplies: [...crews.values()].map(({ facts: of, workerIds }) => ({ ...of, workerIds })),
    demands: [...needs.values()],
    substitutes,
    scope: [...workers.keys()],
    standing,
    workers: workers.size,
  };
}

const planFor = (snapshot: Snapshot): Promise<Plan> =>
  planOf(snapshot, weights, today, (problem, hints) => Promise.resolve(solve(problem, hints)));

async function stateOf(world: World): Promise<MarketState> {
  const snapshot = snapshotOf(world);
  return new MarketState(snapshot, await planFor(snapshot), { weights, today });
}

const seats = (state: MarketState): Map<string, string> =>
  new Map(state.pairs().map(({ workerId, needId }) => [workerId, needId]));

const someFacts = fc
  .record({
    wageFloorFen: fc.constantFrom(1500, 2000, 2600),
    latitude: fc.constantFrom(25.05, 25.12, 26),
    skills: fc.constantFrom(
      [{ occupationId: 'weaver', level: 3 }],
      [{ occupationId: 'braider', level: 4 }],
      [
        { occupationId: 'weaver', level: 1 },
        { occupationId: 'welder', level: 3 },
      ],
    ),
    booked: fc.constantFrom([], [{ firstDay: 120, lastDay: 130 }]),
    appliedNeeds: fc.constantFrom(undefined, undefined, ['n1'], ['n1', 'n2']),
  })
  .map((of) => facts(of));
const someDemand = fc.record({
  occupationId: fc.constantFrom('weaver', 'welder', 'braider'),
  wageFen: fc.constantFrom(1600, 2400, 3000),
  priority: fc.constantFrom(1, 2),
  seatsOpen: fc.nat(3),
  acceptsSubstitutes: fc.boolean(),
  firstDay: fc.constantFrom(110, 131),
});
const gone = fc.constant(undefined);
const someChange = fc.record({
  workers: fc.array(fc.tuple(fc.nat(7), fc.oneof(someFacts, someFacts, gone)), { maxLength: 3 }),
  needs: fc.array(fc.tuple(fc.nat(4), fc.oneof(someDemand, someDemand, gone)), { maxLength: 2 }),
});

describe('a market in memory', () => {
  it('stays as good as one that is solved anew, and tells whose seat changed', async () => {
    const changes = fc.array(someChange, { minLength: 1, maxLength: 8 });
    const property = fc.asyncProperty(changes, changes, async (first, then) => {
      const world: World = { workers: new Map(), needs: new Map() };
      const enter = ({ workers, needs }: (typeof first)[number]) => {
        const told = {
          workers: new Map(workers.map(([w, of]) => [`w${w}`, of])),
          needs: new Map(needs.map(([n, of]) => [`n${n}`, of && demand({ ...of, needId: `n${n}` })])),
        };
        for (const [id, of] of told.workers) if (of) world.workers.set(id, of); else world.workers.delete(id); // prettier-ignore
        for (const [id, of] of told.needs) if (of) world.needs.set(id, of); else world.needs.delete(id); // prettier-ignore
        return told;
      };
      first.forEach(enter);
      const state = await stateOf(world);
      for (const change of then) {
        const before = seats(state);
        const { scope, pairs } = state.apply(enter(change));
        for (const workerId of scope) before.delete(workerId);
        for (const { workerId, needId } of pairs) before.set(workerId, needId);
        expect([...before].sort()).toEqual([...seats(state)].sort());
        const plan = await planFor(snapshotOf(world));
        expect(state.pairs().length).toBe(plan.filled);
        expect(state.pairs().reduce((sum, { score }) => sum + score, 0)).toBe(plan.score);
      }
    });
    await fc.assert(property, { numRuns: 300, seed: 7 });
  });

  it('moves nobody when a worker takes the seat they were proposed for', async () => {
    const workers = new Map(['a', 'b', 'c', 'd'].map((id) => [id, facts()]));
    const state = await stateOf({ workers, needs: new Map([['n1', demand({ seatsOpen: 2 })]]) });
    const [taker = '', other = ''] = [...seats(state).keys()];
    const taken = {
      workers: new Map([[taker, undefined]]),
      needs: new Map([['n1', demand({ seatsOpen: 1 })]]),
    };
    expect(state.apply(taken)).toEqual({ scope: [taker], pairs: [] });
    expect([...seats(state)]).toEqual([[other, 'n1']]);
  });

  it('moves nobody where a change makes no difference', async () => {
    const workers = new Map(['a', 'b', 'c'].map((id, i) => [id, facts({ wageFloorFen: 2000 + i })]));
    const state = await stateOf({ workers, needs: new Map([['n1', demand({ seatsOpen: 1, wageFen: 2100 })]]) });
    const [seated = ''] = seats(state).keys();
    const idle = [...workers.keys()].find((id) => id !== seated) ?? '';
    const same = { workers: new Map([[idle, workers.get(idle)]]), needs: new Map() };
    expect(state.apply(same)).toEqual({ scope: [], pairs: [] });
    const more = { workers: new Map(), needs: new Map([['n1', demand({ seatsOpen: 1, wageFen: 2110 })]]) };
    expect(state.apply(more)).toEqual({ scope: [], pairs: [] });
  });

  it('takes back the proposals of a need that is gone', async () => {
    const state = await stateOf({ workers: new Map([['a', facts()]]), needs: new Map([['n1', demand()]]) });
    expect(state.apply({ workers: new Map(), needs: new Map([['n1', undefined]]) })).toEqual({
      scope: ['a'],
      pairs: [],
    });
    expect(state.seatOf('a')).toBeUndefined();
  });
});
