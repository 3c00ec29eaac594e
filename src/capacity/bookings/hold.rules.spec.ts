import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { addDays } from '../../platform/clock/local-date.js';
import {
  bookedDays,
  type LineFacts,
  refuseDays,
  refuseHalfStep,
  refuseMoreThanFree,
  refuseUnfit,
  type StepFacts,
} from './hold.rules.js';

const today = '2026-11-05';
const window = { state: 'open', enterpriseId: 'o', minimumMinutes: 30, setupMinutes: 15 };
const days = (...asked: [string, number][]) => asked.map(([day, minutes]) => ({ day, minutes }));

describe('the days of a hold', () => {
  it('are each named once, not past, and not below the least', () => {
    expect(refuseDays(days([today, 30], ['2026-11-06', 31]), window, today)).toBeUndefined();
    expect(refuseDays(days([today, 30], ['2026-11-04', 31]), window, today)?.field).toBe('input.days.1.day');
    expect(refuseDays(days([today, 30], [today, 31]), window, today)?.params).toEqual({ day: today });
    expect(refuseDays(days([today, 29]), window, today)?.field).toBe('input.days.0.minutes');
  });

  it('carry the setup on the first of them, in whatever order they are named', () => {
    const anyDays = fc.uniqueArray(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(anyDays, fc.nat(1440), (offsets, setup) => {
        const asked = offsets.map((offset) => ({ day: addDays(today, offset), minutes: 60 }));
        const booked = bookedDays(asked, setup);
        expect(booked.map(({ day }) => day)).toEqual(asked.map(({ day }) => day).sort());
        expect(booked.map(({ minutes }) => minutes)).toEqual([60 + setup, ...asked.slice(1).map(() => 60)]);
      }),
    );
  });

  it('fit into what is free, setup included', () => {
    const asked = days(['2026-11-07', 60], ['2026-11-06', 60]);
    const booked = bookedDays(asked, 15);
    const free = (first: number, second: number) =>
      new Map([
        ['2026-11-06', first],
        ['2026-11-07', second],
      ]);
    expect(refuseMoreThanFree(booked, asked, free(75, 60))).toBeUndefined();
    expect(refuseMoreThanFree(booked, asked, free(74, 60))).toMatchObject({
      ...{ code: 'CONFLICT', field: 'input.days.1.minutes', params: { free: 74, wanted: 75 } },
    });
    expect(refuseMoreThanFree(booked, asked, new Map([['2026-11-06', 75]]))).toMatchObject({
      ...{ code: 'VALIDATION_FAILED', field: 'input.days.0.day' },
    });
  });
});

describe('a hold for a step', () => {
  const step: StepFacts = {
    ...{ processId: 'GJ:WELD', attributes: [{ name: 'maxLengthMm', atLeast: 1_000 }], needsOperators: 'yes' },
    ...{ unmetMinutes: 120, earliestStart: '2026-11-06', dueDate: '2026-11-10', splitAllowed: true },
  };
  const line: LineFacts = { processId: 'GJ:WELD', attributes: { maxLengthMm: 1_000 }, withOperators: true };
  const asked = days(['2026-11-06', 60]);

  it('is of a line that serves it', () => {
    expect(refuseUnfit(step, line, asked)).toBeUndefined();
    expect(refuseUnfit(step, { ...line, processId: 'GJ:CUT' }, asked)?.field).toBe('input.step');
    expect(refuseUnfit(step, { ...line, attributes: {} }, asked)?.params).toEqual({ name: 'maxLengthMm' });
    expect(refuseUnfit(step, { ...line, withOperators: false }, asked)).toBeDefined();
    expect(
      refuseUnfit({ ...step, needsOperators: 'either' }, { ...line, withOperators: false }, asked),
    ).toBeUndefined();
    expect(refuseUnfit({ ...step, needsOperators: 'no' }, line, asked)).toBeDefined();
  });

  it('stays inside the period and below what is lacking, and whole where it must not be split', () => {
    expect(refuseUnfit(step, line, days(['2026-11-11', 60]))?.field).toBe('input.days.0.day');
    expect(refuseUnfit(step, line, days(['2026-11-06', 121]))?.params).toEqual({ unmet: 120 });
    const whole = { ...step, splitAllowed: false };
    expect(refuseUnfit(whole, line, asked)).toBeDefined();
    expect(refuseUnfit(whole, line, days(['2026-11-06', 120]))).toBeUndefined();
    expect(refuseUnfit(whole, line, days(['2026-11-06', 60], ['2026-11-07', 60]))).toBeDefined();
  });

  it('names the request and its step together', () => {
    expect(refuseHalfStep({})).toBeUndefined();
    expect(refuseHalfStep({ capacityRequestId: 'r', step: 1 })).toBeUndefined();
    expect(refuseHalfStep({ step: 1 })).toBeDefined();
    expect(refuseHalfStep({ capacityRequestId: 'r', step: null })).toBeDefined();
  });
});
