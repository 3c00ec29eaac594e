import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { canonical } from '../../platform/digest/digest.js';
import { blocking, termFindings } from './gaps.rules.js';
import { termsFromNeed } from './standard-terms.js';
import type { AgreementTerms, Term } from './terms.js';
import { allTerms, differences, wholeTerms } from './terms.rules.js';

const today = '2026-12-01';
const drafted = termsFromNeed({
  ...{ occupationId: 'GJ:RT-WEAVE', occupationName: '藤编工', minLevel: 2, headcount: 3 },
  ...{ startsOn: '2026-12-05', endsOn: '2027-02-05', shift: 'day', wageFen: 2400, wageUnit: 'hour' as never },
  ...{ currency: 'CNY', lodging: true, address: '尚卿乡', description: '' },
});
const full: AgreementTerms = {
  ...drafted,
  ...{ reason: 'season', contributionsFen: 80_000, injuryHostPercent: 50, commercialInsurance: true },
};
const blocks = (changes: Partial<AgreementTerms>): [string, string | undefined][] =>
  blocking(termFindings({ ...full, ...changes }, today)).map(({ rule, subject }) => [rule, subject]);

describe('the gap checker', () => {
  it('R8 finds every empty mandatory clause, whatever the others say', () => {
    expect(blocks({})).toEqual([]);
    expect(blocking(termFindings(wholeTerms({ startsOn: '2026-12-05', endsOn: '2026-12-06' }), today)).length).toBe(30);
    fc.assert(
      fc.property(fc.constantFrom<Term>('site', 'payMethod', 'wageFen', 'lodging', 'cutOffDay'), (term) => {
        const empty = { [term]: typeof full[term] === 'string' && term !== 'lodging' ? '' : null };
        expect(blocks(empty)).toEqual([['R8', term]]);
      }),
    );
  });

  it('R6 duties and hazards have to be said', () => {
    expect(blocks({ hazards: '', duties: '' })).toEqual([
      ['R6', 'duties'],
      ['R6', 'hazards'],
    ]);
  });

  it('R13 the sharing of an injury’s cost has to be agreed; R12 social insurance, R21 cases of return', () => {
    expect(blocks({ injuryHostPercent: null })).toEqual([['R13', 'injuryHostPercent']]);
    expect(blocks({ contributionsFen: null })).toEqual([['R12', 'contributionsFen']]);
    expect(blocks({ returnCases: '' })).toEqual([['R21', 'returnCases']]);
  });

  it('R16 a longer day than 8 + 3 hours, or a week without a day off, cannot be agreed', () => {
    expect(blocks({ dailyMinutes: 661 })).toEqual([['R16', 'dailyMinutes']]);
    expect(blocks({ weeklyDays: 7 })).toEqual([['R16', 'weeklyDays']]);
    expect(blocks({ dailyMinutes: 660, weeklyDays: 6 })).toEqual([]);
  });

  it('R17 overtime below 150, 200 and 300 % cannot be agreed', () => {
    expect(blocks({ overtimePercent: 149, restDayPercent: 199, holidayPercent: 299 })).toEqual([
      ['R17', 'overtimePercent'],
      ['R17', 'restDayPercent'],
      ['R17', 'holidayPercent'],
    ]);
  });

  it('a period that ends before it begins, or is over, cannot be agreed', () => {
    expect(blocks({ endsOn: '2026-12-04' })).toEqual([['R8', 'endsOn']]);
    expect(blocks({ startsOn: '2026-10-01', endsOn: '2026-11-30' })).toEqual([['R8', 'endsOn']]);
  });

  it('R28 what is lawful but risky is said, and keeps nobody from signing', () => {
    const risky = { commercialInsurance: false, injuryHostPercent: 0, confidentiality: '', dataPurposeBound: false };
    expect(blocks(risky)).toEqual([]);
    const found = termFindings({ ...full, ...risky }, today).map(({ severity, subject }) => [severity, subject]);
    for (const subject of Object.keys(risky)) expect(found).toContainEqual(['risk', subject]);
  });
});

describe('versions of terms', () => {
  it('differ in exactly the terms that changed', () => {
    expect(differences(full, { ...full })).toEqual([]);
    expect(differences(full, { ...full, wageFen: 2500, heads: [] })).toEqual(['heads', 'wageFen']);
  });

  it('hold every term, and nothing else', () => {
    expect(Object.keys(wholeTerms({ wageFen: 1, margin: 5 } as never))).toEqual([...allTerms]);
  });

  it('have one canonical text, whatever the order of their keys', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse());
        expect(canonical(turned)).toBe(canonical(value));
        expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});
