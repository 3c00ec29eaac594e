import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { WageUnit } from '../wage.js';
import type { PayTerms } from './pay.rules.js';
import { payDue, settle, type SettlementFacts, type WorkedDay } from './settle.rules.js';

const period = { startsOn: '2026-10-01', endsOn: '2026-10-31' };
const terms: PayTerms = {
  ...{ wageFen: 2400, wageUnit: WageUnit.HOUR, dailyMinutes: 480, weeklyDays: 5 },
  ...{
    overtimePercent: 150,
    restDayPercent: 200,
    holidayPercent: 300,
    contributionsFen: 100_003,
    reimbursementsFen: 31_000,
  },
};
const nothing: SettlementFacts = {
  ...{ days: [], openPeriods: [], placements: [], corrections: [], keptWorkerIds: [], monthlyMinimumFen: undefined },
};
let serial = 0;
const worked = (changes: Partial<WorkedDay> = {}): WorkedDay => ({
  ...{ id: `day-${String((serial += 1))}`, workerId: 'w', day: '2026-10-08', state: 'confirmed' as const },
  ...{ normalMinutes: 480, overtimeMinutes: 0, restDayMinutes: 0, holidayMinutes: 0, pieces: 0 },
  ...changes,
});
const settled = (facts: Partial<SettlementFacts>) => settle(period, terms, { ...nothing, ...facts });

describe('a settlement', () => {
  it('counts agreed days and says how many it left out', () => {
    const days = [
      worked(),
      worked({ state: 'resolved' }),
      worked({ state: 'recorded' }),
      worked({ state: 'disputed' }),
    ];
    const result = settled({ days });
    expect(result.lines).toMatchObject([{ workerId: 'w', days: 2, carriedDays: 0, wageFen: 38_400, totalFen: 38_400 }]);
    expect(result.dayIds).toEqual([days[0]?.id, days[1]?.id]);
    expect(result.leftOutDays).toBe(2);
  });

  it('carries what an earlier settlement left out, but not what an open one will count itself', () => {
    const days = [worked({ day: '2026-09-30' }), worked({ day: '2026-08-31' })];
    const openPeriods = [{ startsOn: '2026-09-01', endsOn: '2026-09-30' }];
    expect(settled({ days, openPeriods }).lines).toMatchObject([{ days: 1, carriedDays: 1, wageFen: 19_200 }]);
  });

  it('shares costs by the calendar days on which a placement took place in the period', () => {
    const placements = [
      { workerId: 'w', startsOn: '2026-09-01', endsOn: '2026-10-05' },
      { workerId: 'w', startsOn: '2026-10-30', endsOn: '2026-12-31' },
    ];
    expect(settled({ placements }).lines).toMatchObject([
      { placementDays: 7, reimbursementsFen: 7000, contributionsFen: 22_581 },
    ]);
  });

  it('pays what was granted on objections, and keeps a line that must stay', () => {
    const result = settled({
      corrections: [{ id: 'o', workerId: 'w', correctionFen: 500 }],
      keptWorkerIds: ['w', 'v'],
    });
    expect(result.lines).toMatchObject([
      { workerId: 'w', correctionFen: 500, totalFen: 500 },
      { workerId: 'v', totalFen: 0 },
    ]);
    expect(result.correctionIds).toEqual(['o']);
  });

  it('R18 marks a line whose wage lies below the local minimum', () => {
    const line = (monthlyMinimumFen: number | undefined) => settled({ days: [worked()], monthlyMinimumFen }).lines[0];
    expect(line(2400 * 174)?.belowMinimum).toBe(false);
    expect(line(2401 * 174)?.belowMinimum).toBe(true);
    expect(line(undefined)?.belowMinimum).toBe(false);
  });

  it('R9 costs the host what the worker is due, contributions and reimbursements, and nothing more', () => {
    const time = fc.integer({ min: 0, max: 720 });
    const day = fc.record({ normalMinutes: time, overtimeMinutes: time, restDayMinutes: time, holidayMinutes: time });
    fc.assert(
      fc.property(fc.array(day), fc.nat(100_000), fc.nat(5_000), (days, wageFen, correctionFen) => {
        const { lines } = settle(
          period,
          { ...terms, wageFen },
          {
            ...nothing,
            days: days.map((minutes) => worked(minutes)),
            placements: [{ workerId: 'w', ...period }],
            corrections: [{ id: 'o', workerId: 'w', correctionFen }],
          },
        );
        for (const line of lines)
          expect(line.totalFen - payDue(line)).toBe(terms.contributionsFen + terms.reimbursementsFen);
      }),
    );
  });
});
