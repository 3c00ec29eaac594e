import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { solve } from '../../engine/index.js';
import { Exact } from '../../platform/decimal/decimal.js';
import { planMarket } from './material-market.plan.js';
import type { FreeLot, OpenRequest } from './material-market.js';
import { transportFenPerUnit } from './transport.rules.js';

const freight = { fenPerTonneKm: 60, reachM: 300_000 };
const anxi = { latitude: 25.06, longitude: 118.19 };
const solveNow = (problem: Parameters<typeof solve>[0]): Promise<ReturnType<typeof solve>> =>
  Promise.resolve(solve(problem));

const lot = (changes: Partial<FreeLot>): FreeLot => ({
  ...{ lotId: 'l', enterpriseId: 'owner', kindId: 'WIRE', baseUnit: 'kg', grade: 'A', terms: 'sale' },
  ...{ available: '100', minimumTake: '0', priceFen: 500, priceFactor: '1', loanDays: null, ...anxi },
  ...changes,
});
const request = (changes: Partial<OpenRequest>): OpenRequest => ({
  ...{ requestId: 'r', enterpriseId: 'maker', kindIds: ['WIRE'], minimumGrade: 'C', acceptsSale: true },
  ...{ acceptsLoan: false, unmet: '50', ceilingFen: null, isUrgent: false, splitAllowed: true, ...anxi },
  ...changes,
});

async function plan(
  lots: readonly FreeLot[],
  requests: readonly OpenRequest[],
  declined: string[] = [],
): Promise<{ readonly takings: Record<string, string>; readonly isProven: boolean; readonly gap: number }> {
  const groups = await planMarket({ lots, requests, declined: new Set(declined) }, freight, solveNow);
  const takings = groups.flatMap(({ group, edges, plan: { flows } }) =>
    flows.map(({ edge, quantity }): [string, string] => [
      `${group.lots[edges.lot[edge] ?? -1]?.lotId ?? ''}>${group.requests[edges.request[edge] ?? -1]?.requestId ?? ''}`,
      quantity.toFixed(),
    ]),
  );
  return {
    takings: Object.fromEntries(takings),
    isProven: groups.every((group) => group.plan.isProven),
    gap: Math.max(0, ...groups.map((group) => group.plan.gap)),
  };
}

describe('matching of materials', () => {
  it('takes the lowest total of price and transport, over several lots', async () => {
    const far = { latitude: 26.08, longitude: 119.3 };
    const lots = [
      lot({ lotId: 'dear', priceFen: 600 }),
      lot({ lotId: 'cheap-far', priceFen: 495, ...far }),
      lot({ lotId: 'near', available: '30.5' }),
    ];
    // 160 km cost 9.6 fen a kilogram: farther is dearer than 5 fen more, and cheaper than 100.
    expect(await plan(lots, [request({ unmet: '80.25' })])).toEqual({
      takings: { 'near>r': '30.5', 'cheap-far>r': '49.75' },
      isProven: true,
      gap: 0,
    });
  });

  it('fills what is urgent first, then as much as can be, whatever it costs', async () => {
    const requests = [request({ requestId: 'urgent', isUrgent: true }), request({ requestId: 'later' })];
    const lots = [lot({ lotId: 'only', available: '60', priceFen: 900 })];
    expect((await plan(lots, requests)).takings).toEqual({ 'only>urgent': '50', 'only>later': '10' });
  });

  it.each<[string, Partial<FreeLot>, Partial<OpenRequest>]>([
    ['of the same enterprise', { enterpriseId: 'maker' }, {}],
    ['of another kind', { kindId: 'TUBE' }, {}],
    ['of a lower grade', { grade: 'reclaimed' }, {}],
    ['dearer than the ceiling', { priceFen: 501 }, { ceilingFen: 500 }],
    ['on loan where nobody wants a loan', { terms: 'loan', priceFen: null, priceFactor: null }, {}],
    ['for sale where only a loan is wanted', {}, { acceptsSale: false, acceptsLoan: true }],
    ['beyond reach', { latitude: 31.2, longitude: 121.5 }, {}],
    ['too little for a whole request', { available: '49.9' }, { splitAllowed: false }],
  ])('proposes nothing %s', async (_what, offered, wanted) => {
    expect((await plan([lot(offered)], [request(wanted)])).takings).toEqual({});
  });

  it('proposes nothing that was declined', async () => {
    expect((await plan([lot({})], [request({})], ['r l'])).takings).toEqual({});
  });

  it('lets a substitute stand in', async () => {
    const wanted = request({ kindIds: ['TUBE', 'WIRE'] });
    expect((await plan([lot({ lotId: 'wire' })], [wanted])).takings).toEqual({ 'wire>r': '50' });
  });

  it('keeps least quantities, and says what that costs', async () => {
    const lots = [lot({ lotId: 'small', available: '40' }), lot({ lotId: 'bulk', minimumTake: '60', priceFen: 600 })];
    const outcome = await plan(lots, [request({})]);
    expect(outcome).toEqual({ takings: { 'small>r': '40' }, isProven: false, gap: 0.2 });
  });

  it('fills a request from one lot where it must', async () => {
    const lots = [lot({ lotId: 'a', available: '60', priceFen: 400 }), lot({ lotId: 'b', available: '90' })];
    const requests = [request({ requestId: 'first' }), request({ requestId: 'whole', splitAllowed: false })];
    const { takings } = await plan(lots, requests);
    expect(Object.entries(takings).filter(([way]) => way.endsWith('>whole'))).toEqual([[expect.any(String), '50']]);
  });

  const quantity = fc.integer({ min: 1, max: 400 }).map((tenths) => new Exact(tenths).div(10).toFixed());
  const someLots = fc.array(
    fc.record({
      available: quantity,
      minimumTake: fc.constantFrom('0', '5'),
      priceFen: fc.integer({ min: 1, max: 900 }),
    }),
    { maxLength: 6 },
  );
  const someRequests = fc.array(
    fc.record({
      unmet: quantity,
      isUrgent: fc.boolean(),
      splitAllowed: fc.boolean(),
      ceilingFen: fc.constantFrom(null, 500),
    }),
    { maxLength: 6 },
  );

  it('never takes more than there is, gives more than is lacked, or breaks a least quantity or a whole request', async () => {
    await fc.assert(
      fc.asyncProperty(someLots, someRequests, async (offered, wanted) => {
        const lots = offered.map((facts, i) => lot({ lotId: `l${i}`, ...facts }));
        const requests = wanted.map((facts, i) => request({ requestId: `r${i}`, ...facts }));
        const { takings, gap } = await plan(lots, requests);
        const flows = Object.entries(takings).map(([way, of]) => ({ way: way.split('>'), of: new Exact(of) }));
        const sum = (parts: typeof flows): Exact => parts.reduce((total, { of }) => total.plus(of), new Exact(0));
        for (const { lotId, available, minimumTake } of lots) {
          const parts = flows.filter(({ way }) => way[0] === lotId);
          expect(sum(parts).lte(available)).toBe(true);
          expect(parts.every(({ of }) => of.gte(minimumTake) || of.eq(available))).toBe(true);
        }
        for (const { requestId, unmet, splitAllowed } of requests) {
          const parts = flows.filter(({ way }) => way[1] === requestId);
          expect(sum(parts).lte(unmet)).toBe(true);
          if (!splitAllowed && parts.length > 0) expect([parts.length, sum(parts).toFixed()]).toEqual([1, unmet]);
        }
        expect(gap).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('reckons a loan both ways', () => {
    expect(transportFenPerUnit('kg', 100_000, freight, false)).toBeCloseTo(6);
    expect(transportFenPerUnit('kg', 100_000, freight, true)).toBeCloseTo(12);
  });
});
