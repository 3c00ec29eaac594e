import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { TermsFragment } from './agreements.graphql.ts';
import { controls, groups, termsDraft, termsInput } from './terms.rules';

const fen = fc.option(fc.integer({ min: 1, max: 10_000_000 }));
const texts = fc.string({ maxLength: 40 }).map((text) => text.trim());

const blank: TermsFragment = {
  ...{ reason: null, heads: [], startsOn: '2026-12-01', endsOn: '2026-12-31', trialDays: null, site: '', duties: '' },
  ...{ shift: null, dailyMinutes: null, breakMinutes: null, weeklyDays: null, restAndLeave: '', wageFen: null },
  ...{ wageUnit: null, currency: 'CNY', overtimePercent: null, restDayPercent: null, holidayPercent: null },
  ...{ allowances: '', cutOffDay: null, hostPaysByDay: null, workersPaidByDay: null, payMethod: '' },
  ...{ contributionsFen: null, reimbursements: [], lodging: null, meals: null, transport: null, hazards: '' },
  ...{ protection: '', safetyTrainingHours: null, injuryHostPercent: null, injuryProcess: '' },
  ...{ commercialInsurance: null, returnCases: '', returnNoticeDays: null, replacementDays: null },
  ...{ earlyEndNoticeDays: null, travelAndOtherCosts: '', confidentiality: '', latePaymentBasisPoints: null },
  ...{ disputeForum: null, dataPurposeBound: null },
};

describe('the form of an agreement’s terms', () => {
  it('proposes exactly what it was given when nobody touches it, to the fen and the minute', () => {
    const given = fc.record({
      ...{ wageFen: fen, contributionsFen: fen, dailyMinutes: fc.option(fc.integer({ min: 60, max: 720 })) },
      ...{ site: texts, commercialInsurance: fc.option(fc.boolean()), injuryHostPercent: fc.option(fc.nat(100)) },
      heads: fc.array(fc.record({ level: fc.integer({ min: 1, max: 5 }), headcount: fc.integer({ min: 1, max: 99 }) })),
      costs: fc.array(fc.nat(10_000_000)),
    });
    fc.assert(
      fc.property(given, ({ heads, costs, ...plain }) => {
        const sent = heads.map((one) => ({ ...one, occupationId: 'GJ:RT-WEAVE' }));
        const reimbursements = costs.map((perWorkerMonthFen) => ({ kind: 'MEALS' as const, perWorkerMonthFen }));
        const shown = sent.map((one) => ({ ...one, occupation: null }));
        const terms: TermsFragment = { ...blank, ...plain, heads: shown, reimbursements };
        expect(termsInput(termsDraft(terms), 'CNY')).toEqual({ ...terms, heads: sent });
      }),
    );
  });

  it('sends nothing agreed as null, a no as a no, and heads only with their occupation', () => {
    const draft = termsDraft(blank);
    const sent = termsInput(
      {
        ...draft,
        plain: { ...draft.plain, commercialInsurance: 'false', injuryHostPercent: '0', site: '  安溪 ' },
        heads: [{ id: '0', occupation: null, level: '1', headcount: '3' }],
      },
      'CNY',
    );
    expect(sent).toMatchObject({
      commercialInsurance: false,
      injuryHostPercent: 0,
      site: '安溪',
      heads: [],
      meals: null,
    });
  });

  it('has every term in one group of the paper, and a control for each', () => {
    const shown = Object.values(groups).flat();
    expect(new Set(shown).size).toBe(shown.length);
    expect([...shown, 'wageUnit'].sort()).toEqual([...Object.keys(controls), 'heads', 'reimbursements'].sort());
  });
});
