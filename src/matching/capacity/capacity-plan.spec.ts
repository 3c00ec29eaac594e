import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { solve } from '../../engine/index.js';
import solveProgram from '../solver/program-thread.js';
import { candidatesOf, type FreeDay, type OpenStep, partsOf } from './capacity-market.js';
import { filledBy, planGreedily } from './capacity-greedy.js';
import { type CapacityPlan, planCapacity } from './capacity-plan.js';
import { brokenRule, sum } from './capacity.rules.js';

const anxi = { latitude: 25.06, longitude: 118.19 };
const slot = (changes: Partial<FreeDay>): FreeDay => ({
  ...{ windowId: 'w', enterpriseId: 'owner', processId: 'WELD', attributes: {}, withOperators: true, currency: 'CNY' },
  ...{ fenPerHour: 6000, setupMinutes: 0, minimumMinutes: 1, day: 10, free: 480, ...anxi },
  ...changes,
});
const step = (changes: Partial<OpenStep>): OpenStep => ({
  ...{ requestId: 'r', step: 1, enterpriseId: 'maker', processId: 'WELD', attributes: [], needsOperators: 'either' },
  ...{ unmet: 480, transportDays: 0, from: 10, until: 20, maxDistanceM: null, maxFenPerHour: null, currency: 'CNY' },
  ...{ splitAllowed: true, allOrNothing: false, ...anxi },
  ...changes,
});

const solvers = {
  solve: (problem: Parameters<typeof solve>[0]) => Promise.resolve(solve(problem)),
  solveProgram: (
    program: Parameters<typeof solveProgram>[0]['program'],
    { timeLimitS = 10, start = undefined as Float64Array | undefined },
  ) => solveProgram({ program, timeLimitS, relativeGap: 0, start }),
  seconds: () => 0,
};

const plan = (slots: readonly FreeDay[], steps: readonly OpenStep[]): Promise<CapacityPlan> =>
  planCapacity(slots, steps, solvers);

/** `window day step` and minutes. */
const shown = ({ facts: { slots, steps, candidates }, minutes }: CapacityPlan): Record<string, number> =>
  Object.fromEntries(
    [...minutes].map(([c, of]) => {
      const [at, wanted] = [slots[candidates[c]?.slot ?? -1], steps[candidates[c]?.step ?? -1]];
      return [`${at?.windowId ?? ''} ${at?.day ?? ''} ${wanted?.requestId ?? ''}${wanted?.step ?? ''}`, of];
    }),
  );

describe('matching of capacity', () => {
  it('fills the most minutes, then at the lowest price, over windows and days', async () => {
    const slots = [slot({ windowId: 'dear', fenPerHour: 9000 }), slot({ windowId: 'cheap', free: 300 })];
    const planned = await plan(slots, [step({ unmet: 500 })]);
    expect(shown(planned)).toEqual({ 'cheap 10 r1': 300, 'dear 10 r1': 200 });
    expect(planned).toMatchObject({ gap: 0, isProven: true });
  });

  it('puts steps one after the other, with the days on the road between them', async () => {
    const days = [10, 11, 12, 13, 14];
    const slots = [
      ...days.map((day) => slot({ windowId: 'weld', day, free: 240 })),
      ...days.map((day) => slot({ windowId: 'paint', processId: 'PAINT', day })),
    ];
    const steps = [step({ transportDays: 1 }), step({ step: 2, processId: 'PAINT', unmet: 300 })];
    const planned = await plan(slots, steps);
    expect(sum(planned.minutes.values())).toBe(780);
    expect(shown(planned)).toMatchObject({ 'weld 10 r1': 240, 'weld 11 r1': 240 });
    const paint = Object.keys(shown(planned)).filter((key) => key.startsWith('paint'));
    expect(paint.every((key) => Number(key.split(' ')[1]) >= 13)).toBe(true);
    expect(planned).toMatchObject({ gap: 0, isProven: true });
  });

  it('does better than one after the other where two want the same day', async () => {
    // The first could take either day, the second only the tenth.
    const slots = [
      slot({ day: 10, setupMinutes: 60, free: 540 }),
      slot({ windowId: 'v', day: 11, setupMinutes: 60, free: 540 }),
    ];
    const steps = [
      step({ requestId: 'a', until: 11, splitAllowed: false }),
      step({ requestId: 'b', until: 11, from: 10, attributes: [{ name: 'x', atLeast: 1 }], splitAllowed: false }),
    ];
    const withAttribute = slots.map((one) => (one.windowId === 'w' ? { ...one, attributes: { x: 2 } } : one));
    expect(shown(await plan(withAttribute, steps))).toEqual({ 'v 11 a1': 480, 'w 10 b1': 480 });
  });

  it('counts setup once a booking, on its first day', async () => {
    const slots = [10, 11].map((day) => slot({ day, setupMinutes: 100, free: 480 }));
    const planned = await plan(slots, [step({ unmet: 900 })]);
    expect(shown(planned)).toEqual({ 'w 10 r1': 380, 'w 11 r1': 480 });
    expect(planned).toMatchObject({ isProven: true, gap: 0 });
  });

  it('gives a request all or nothing where it asks for that', async () => {
    const steps = [step({ unmet: 400, allOrNothing: true }), step({ step: 2, processId: 'PAINT', allOrNothing: true })];
    expect(shown(await plan([slot({})], steps))).toEqual({});
    const paint = slot({ windowId: 'p', processId: 'PAINT', day: 12 });
    expect(shown(await plan([slot({}), paint], steps))).toEqual({ 'w 10 r1': 400, 'p 12 r2': 480 });
  });

  it.each<[string, Partial<FreeDay>, Partial<OpenStep>]>([
    ['of its own', { enterpriseId: 'maker' }, {}],
    ['before its start', { day: 9 }, {}],
    ['after its due date', { day: 21 }, {}],
    ['dearer than it pays', { fenPerHour: 6001 }, { maxFenPerHour: 6000 }],
    ['without the operators it needs', { withOperators: false }, { needsOperators: 'yes' }],
    ['beyond its distance', { latitude: 26 }, { maxDistanceM: 50_000 }],
    [
      'with a machine too small',
      { attributes: { maxWidthMm: 900 } },
      { attributes: [{ name: 'maxWidthMm', atLeast: 1000 }] },
    ],
    ['in another currency', { currency: 'USD' }, {}],
  ])('proposes no day %s', async (_what, offered, wanted) => {
    expect(shown(await plan([slot(offered)], [step(wanted)]))).toEqual({});
  });

  const slotFacts = fc.record({
    windowId: fc.constantFrom('v', 'w'),
    processId: fc.constantFrom('WELD', 'PAINT'),
    fenPerHour: fc.constantFrom(3000, 6000),
    setupMinutes: fc.constantFrom(0, 30),
    minimumMinutes: fc.constantFrom(1, 120),
    free: fc.constantFrom(60, 240, 480),
  });
  const steps = fc.array(
    fc.record({
      unmet: fc.constantFrom(120, 300, 600),
      transportDays: fc.constantFrom(0, 1),
      splitAllowed: fc.boolean(),
      allOrNothing: fc.boolean(),
      isTwo: fc.boolean(),
    }),
    { maxLength: 3 },
  );

  it('keeps every rule, and is never behind the greedy plan or beyond the bound', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(slotFacts, { maxLength: 8 }), steps, async (offered, wanted) => {
        // A window has one line, so one process, one setup and one price: its days differ in what is free.
        const days = offered.map((facts, n) =>
          slot({
            ...facts,
            windowId: `${facts.processId}${facts.windowId}${facts.setupMinutes}${facts.fenPerHour}${facts.minimumMinutes}`,
            day: 10 + n,
          }),
        );
        const lacking = wanted.flatMap(({ isTwo, ...facts }, n) => {
          const first = step({ requestId: `r${n}`, ...facts });
          return isTwo ? [first, step({ ...first, step: 2, processId: 'PAINT' })] : [first];
        });
        const planned = await plan(days, lacking);
        expect(brokenRule(planned.facts, planned.minutes)).toBeUndefined();
        const facts = planned.facts;
        const greedy = partsOf(days, lacking, candidatesOf(days, lacking)).map((part) => planGreedily(facts, part));
        for (const minutes of greedy) expect(brokenRule(facts, minutes)).toBeUndefined();
        expect(sum(planned.minutes.values())).toBeGreaterThanOrEqual(sum(greedy.map(filledBy)));
        expect(planned.gap).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 60 },
    );
  });
});
