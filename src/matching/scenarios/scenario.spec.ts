import { describe, expect, it } from 'vitest';
import { solve } from '../../engine/index.js';
import type { Demand, SupplyFacts } from '../edges/candidate.js';
import { demand, supply, weights } from '../edges/pair.builder.js';
import { MarketState } from '../live/market-state.js';
import { planOf, seatsOf } from '../runs/plan.js';
import type { Snapshot } from '../runs/snapshot.js';
import { type Change, changedBy } from './change.js';
import { remediesFor } from './remedies.js';
import { whatIf, type WhatIfResult } from './what-if.js';
import { snapshotOf, type World, worldOf } from './world.js';

const today = 100;
const substitutes = new Map([['weaver', [{ occupationId: 'braider', penalty: 20 }]]]);
const far = { latitude: 25.6, longitude: 118.2 };

const worker = (id: string, changes: Partial<SupplyFacts> = {}) => supply({ ...changes, workerIds: [id] });

interface Market {
  readonly state: MarketState;
  readonly world: World;
  /** What the same market is with some changes. */
  readonly tried: (changes: readonly Change[]) => Promise<WhatIfResult>;
}

async function market(supplies: Snapshot['supplies'], demands: Demand[]): Promise<Market> {
  const workers = supplies.flatMap(({ workerIds }) => workerIds);
  const snapshot: Snapshot = {
    supplies,
    demands,
    substitutes,
    scope: workers,
    standing: new Map(),
    workers: workers.length,
  };
  const solved = (of: Snapshot) =>
    planOf(of, weights, today, (problem, hints) => Promise.resolve(solve(problem, hints)));
  const plan = await solved(snapshot);
  const world = worldOf(snapshot, {
    above: new Map([['town', new Set(['town', 'county'])], ['village', new Set(['village', 'county'])]]), // prettier-ignore
    countyOf: new Map([['town', 'county'], ['village', 'county']]), // prettier-ignore
    centres: new Map([['town', demand()], ['village', far]]), // prettier-ignore
    regionOfWorker: new Map(workers.map((id) => [id, id.startsWith('far') ? 'village' : 'town'])),
    regionOfNeed: new Map(demands.map(({ needId }) => [needId, 'town'])),
  });
  const seats = seatsOf(plan);
  const tried = async (changes: readonly Change[]): Promise<WhatIfResult> => {
    const after = changedBy(world, changes, today);
    const is = { world: after, seats: seatsOf(await solved(snapshotOf(after, seats))) };
    return whatIf({ world, seats }, is, changes);
  };
  return { state: new MarketState(snapshot, plan, { weights, today }), world, tried };
}

/** Four seats and one worker who fits; the others lack one thing each. */
const short = () =>
  market(
    [
      worker('fits'),
      worker('dear', { wageFloorFen: 2500 }),
      worker('dearer', { wageFloorFen: 3000 }),
      worker('green', { skills: [{ occupationId: 'weaver', level: 1 }] }),
      worker('far 1', far),
      worker('far 2', far),
      worker('cook', { skills: [{ occupationId: 'cook', level: 3 }] }),
      worker('braider', { skills: [{ occupationId: 'braider', level: 3 }] }),
    ],
    [demand({ seatsOpen: 4, acceptsSubstitutes: false })],
  );

describe('remedies', () => {
  it('are the smallest changes that fill seats, with what each would fill, and a what-if confirms every one', async () => {
    const scope = { regionId: 'county', occupationId: 'weaver' };
    const { state, world, tried } = await short();
    const { seats, filled, reasons, remedies } = remediesFor({ state, world, today }, scope);
    expect({ seats, filled }).toEqual({ seats: 4, filled: 1 });
    expect(reasons).toEqual([
      { reason: 'DISTANCE', workers: 2 },
      { reason: 'WAGE', workers: 2 },
      { reason: 'LEVEL', workers: 1 },
    ]);
    const found = remedies.map(({ change, seats: more }) => [change.kind, more, change]);
    expect(found).toEqual(
      expect.arrayContaining([
        ['wage', 1, { kind: 'wage', addFen: 100, ...scope }],
        ['wage', 2, { kind: 'wage', addFen: 600, ...scope }],
        ['level', 1, { kind: 'level', lowerBy: 1, ...scope }],
        ['substitutes', 1, { kind: 'substitutes', ...scope }],
        ['shuttle', 2, { kind: 'shuttle', fromRegionId: 'village', to: scope }],
        ['training', 1, { kind: 'training', from: 'cook', into: 'weaver', workers: 3, regionId: 'county' }],
      ]),
    );
    expect(found.filter(([kind]) => kind === 'reach')).toMatchObject([['reach', 2, {}]]);
    for (const remedy of remedies) {
      const { before, after } = await tried([remedy.change]);
      expect(after.filled - before.filled).toBe(remedy.marketSeats);
    }
  });

  it('say what the whole market gains, where one need’s gain is another’s loss', async () => {
    const demands = [demand({ needId: 'n1', wageFen: 2000, priority: 2 }), demand({ needId: 'n2', wageFen: 2600 })];
    const { state, world } = await market([worker('one', { wageFloorFen: 2500 })], demands);
    const { remedies } = remediesFor({ state, world, today }, { needId: 'n1' });
    expect(remedies).toEqual([{ change: { kind: 'wage', addFen: 500, needId: 'n1' }, seats: 1, marketSeats: 0 }]);
  });
});

describe('a what-if', () => {
  const changes: [string, Change, [before: number, after: number]][] = [
    ['a wage floor', { kind: 'wage_floor', wageFen: 3000, wageUnit: 'hour' }, [1, 3]],
    ['a plant that closes', { kind: 'closing', hostId: 'host' }, [1, 0]],
    ['people who return', { kind: 'arrivals', workers: 9, occupationId: 'weaver', level: 3, regionId: 'town', wageFloorFen: 2000, wageUnit: 'hour', radiusM: 20_000 }, [1, 4]],
    ['a plant that opens', { kind: 'opening', occupationId: 'cook', level: 3, seats: 5, wageFen: 2400, wageUnit: 'hour', regionId: 'town' }, [1, 2]],
    ['lodging, which nobody waits for', { kind: 'lodging' }, [1, 1]],
    ['less overlap', { kind: 'overlap', percent: 50 }, [1, 1]],
  ]; // prettier-ignore

  it.each(changes)('of %s tells the seats before and after', async (_, change, [before, after]) => {
    const { tried } = await short();
    const result = await tried([change]);
    expect([result.before.filled, result.after.filled]).toEqual([before, after]);
    const sum = (rows: readonly { after: { filled: number } }[]) =>
      rows.reduce((all, row) => all + row.after.filled, 0);
    expect([sum(result.regions), sum(result.occupations)]).toEqual([after, after]);
    expect(result.workersMoved).toBeGreaterThanOrEqual(Math.abs(after - before));
  });

  it('tries several things together', async () => {
    const { tried } = await short();
    const both = await tried([
      { kind: 'wage', addFen: 600 },
      { kind: 'level', lowerBy: 1 },
    ]);
    expect(both).toMatchObject({ before: { seats: 4, filled: 1 }, after: { seats: 4, filled: 4 } });
    expect(both.moved).toMatchObject([
      { needId: 'n1', before: { seats: 4, filled: 1 }, after: { seats: 4, filled: 4 } },
    ]);
  });
});
