import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NetworkBuilder, solve } from '../../engine/index.js';
import type { ProgramData } from '../../matching/index.js';
import solveProgram from '../../matching/solver/program-thread.js';
import { byWorth, secureOneByOne } from './greedy-plan.js';
import { type JointPlan, planJointly } from './joint-plan.js';
import { brokenPromise, type Market, type OpenOrder, type Requirement, type Supply } from './region-plan.js';

const here = (
  program: ProgramData,
  options: { timeLimitS: number; relativeGap?: number; start?: Float64Array | undefined },
): ReturnType<typeof solveProgram> =>
  solveProgram({
    program,
    timeLimitS: options.timeLimitS,
    relativeGap: options.relativeGap ?? 0,
    start: options.start,
  });

const supply = (changes: Partial<Supply>): Supply => ({
  id: 's',
  leg: 'material',
  thing: 'WIRE',
  quantity: 10,
  ...changes,
});
const lacks = (changes: Partial<Requirement>): Requirement => ({
  ...{ leg: 'material', thing: 'WIRE', quantity: 5, from: 0, until: 9, supplies: [0] },
  ...changes,
});
const order = (value: number, ...requirements: Requirement[]): OpenOrder => ({ id: 'o', value, requirements });

function plan(market: Market): Promise<JointPlan> {
  const start = secureOneByOne(market, byWorth(market));
  return planJointly(market, here, { timeLimitS: 10, relativeGap: 0, start });
}

describe('the plan of a region', () => {
  it('gives up one order for two that are worth more together', async () => {
    const market = {
      supplies: [supply({})],
      orders: [order(100, lacks({ quantity: 10 })), order(60, lacks({})), order(70, lacks({}))],
    };
    expect(secureOneByOne(market, [0, 1, 2]).value).toBe(100);
    expect(await plan(market)).toMatchObject({ secured: [1, 2], value: 130, bound: 130, gap: 0 });
  });

  it('secures an order with everything that it lacks, or not at all', async () => {
    const market = {
      supplies: [supply({}), supply({ id: 'h', leg: 'labour', thing: 'WELD', quantity: 1 })],
      orders: [order(50, lacks({}), lacks({ leg: 'labour', thing: 'WELD', quantity: 2, supplies: [1] }))],
    };
    expect(await plan(market)).toMatchObject({ secured: [], draws: [], value: 0 });
  });

  it('lends people again once they are back', async () => {
    const weld = (from: number, until: number): Requirement =>
      lacks({ leg: 'labour', thing: 'WELD', quantity: 2, from, until, supplies: [0] });
    const market = {
      supplies: [supply({ leg: 'labour', thing: 'WELD', quantity: 2 })],
      orders: [order(10, weld(0, 9)), order(10, weld(10, 19)), order(15, weld(5, 14))],
    };
    expect(await plan(market)).toMatchObject({ secured: [0, 1], value: 20 });
    expect(secureOneByOne(market, [0, 1, 2]).secured).toEqual([0, 1]);
  });

  const markets = fc
    .record({
      quantities: fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 1, maxLength: 3 }),
      orders: fc.array(
        fc.record({
          value: fc.integer({ min: 1, max: 20 }),
          wants: fc.array(
            fc.record({ quantity: fc.integer({ min: 1, max: 6 }), from: fc.subarray([0, 1, 2], { minLength: 1 }) }),
            {
              minLength: 1,
              maxLength: 2,
            },
          ),
        }),
        { minLength: 1, maxLength: 6 },
      ),
    })
    .map(({ quantities, orders }): Market => ({
      supplies: quantities.map((quantity, n) => supply({ id: `s${n}`, quantity })),
      orders: orders.map(({ value, wants }) =>
        order(
          value,
          ...wants.map(({ quantity, from }) =>
            lacks({ quantity, supplies: from.filter((s) => s < quantities.length) }),
          ),
        ),
      ),
    }));

  it('is as good as the best of all choices, which the engine finds to be possible', async () => {
    await fc.assert(
      fc.asyncProperty(markets, async (market) => {
        const planned = await plan(market);
        expect(brokenPromise(market, planned)).toBeUndefined();
        expect(planned.value).toBe(bestOfAll(market));
        const greedy = secureOneByOne(
          market,
          market.orders.map((_, o) => o),
        );
        expect(brokenPromise(market, greedy)).toBeUndefined();
        expect(planned.value).toBeGreaterThanOrEqual(greedy.value);
      }),
      { numRuns: 60 },
    );
  });
});

function bestOfAll(market: Market): number {
  let best = 0;
  for (let choice = 0; choice < 2 ** market.orders.length; choice++) {
    const chosen = market.orders.filter((_, o) => choice & (1 << o));
    const value = chosen.reduce((sum, one) => sum + one.value, 0);
    if (value > best && isPossible(market, chosen)) best = value;
  }
  return best;
}

function isPossible({ supplies }: Market, orders: readonly OpenOrder[]): boolean {
  const network = new NetworkBuilder();
  for (const { quantity } of supplies) network.addSource(quantity);
  const wanted = orders.flatMap(({ requirements }) => requirements);
  for (const { quantity, supplies: from } of wanted) {
    const sink = network.addSink(quantity);
    for (const source of from) network.addEdge(source, sink, 0);
  }
  return solve(network.finish()).filled === wanted.reduce((sum, { quantity }) => sum + quantity, 0);
}
