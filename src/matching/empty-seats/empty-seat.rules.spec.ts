import { describe, expect, it } from 'vitest';
import type { Demand } from '../edges/candidate.js';
import { doableBesides } from '../edges/fits.js';
import { demand, supply } from '../edges/pair.builder.js';
import { mayAskWhy } from './empty-seat.policy.js';
import { type Candidate, countReasons, type ReasonCount } from './empty-seat.rules.js';

const besides = doableBesides(new Map([['weaver', [{ occupationId: 'braider', penalty: 20 }]]]));
let serial = 0;
const worker = (changes: Partial<Candidate> = {}): Candidate => ({
  ...supply(),
  ...{ workerId: `w${String((serial += 1))}`, offeredFor: [], bookedFor: [], proposedFor: null },
  ...changes,
});
const reasons = (candidates: Candidate[], changes: Partial<Demand> = {}): ReasonCount[] =>
  countReasons(candidates, demand(changes), besides);

describe('why seats stay empty', () => {
  it.each<[string, Partial<Candidate>, Partial<Demand>]>([
    ['WAGE', { wageFloorFen: 2401 }, {}],
    ['WAGE_UNIT', { wageUnit: 'day', wageFloorFen: 19_000 }, {}],
    ['DISTANCE', { latitude: 26 }, {}],
    ['LEVEL', { skills: [{ occupationId: 'weaver', level: 1 }] }, {}],
    ['CERTIFICATE', {}, { certificateCodes: ['forklift'] }],
    ['PERIOD', { lastDay: 149 }, {}],
    ['TAKEN', { booked: [{ firstDay: 120, lastDay: 125 }], bookedFor: ['n2'] }, {}],
    ['TAKEN', { offeredFor: ['n2'] }, {}],
    ['TAKEN', { proposedFor: 'n2' }, {}],
    ['PROPOSED', { proposedFor: 'n1' }, {}],
  ])('%s, where nothing else stands between', (reason, of, need) => {
    expect(reasons([worker(of)], need)).toEqual([{ reason, workers: 1 }]);
  });

  it('says nothing of whom two things keep, or nothing does', () => {
    expect(reasons([worker({ wageFloorFen: 2401, latitude: 26 })])).toEqual([]);
    expect(reasons([worker({ wageFloorFen: 2401, proposedFor: 'n2' })])).toEqual([]);
    expect(reasons([worker()])).toEqual([]);
  });

  it('looks only at those whose work it is, who are there, and who are not at it already', () => {
    const lacking = { wageFloorFen: 9_999 };
    expect(reasons([worker({ ...lacking, skills: [{ occupationId: 'cook', level: 5 }] })])).toEqual([]);
    expect(reasons([worker({ ...lacking, lastDay: 109 })])).toEqual([]);
    expect(reasons([worker({ ...lacking, lenderId: 'host' })])).toEqual([]);
    expect(reasons([worker({ ...lacking, offeredFor: ['n1'] }), worker({ ...lacking, bookedFor: ['n1'] })])).toEqual(
      [],
    );
  });

  it('counts those of substitute occupations where they are accepted', () => {
    const braider = worker({ wageFloorFen: 2401, skills: [{ occupationId: 'braider', level: 3 }] });
    expect(reasons([braider])).toEqual([{ reason: 'WAGE', workers: 1 }]);
    expect(reasons([braider], { acceptsSubstitutes: false })).toEqual([]);
  });

  it('counts each worker once, and the most frequent reason first', () => {
    const early = worker({ workerId: 'twice', lastDay: 140 });
    const late = worker({ workerId: 'twice', firstDay: 141 });
    const patient = [worker({ workerId: 'both', lastDay: 140 }), worker({ workerId: 'both' })];
    const dear = [worker({ wageFloorFen: 3000 }), worker({ wageFloorFen: 3000 })];
    expect(reasons([early, late, ...patient, ...dear])).toEqual([
      { reason: 'WAGE', workers: 2 },
      { reason: 'PERIOD', workers: 1 },
    ]);
  });
});

describe('who may ask why', () => {
  it('is the host, the officers of the place, and operators', () => {
    const need = { hostId: 'host' };
    const host = { kind: 'enterprise', accountId: 'a', enterpriseId: 'host', role: 'owner', language: 'en' } as const;
    const officer = { kind: 'bureau', accountId: 'a', sessionId: 's', bureauId: 'b', language: 'en' } as const;
    expect(mayAskWhy(host, need, [])).toBe(true);
    expect(mayAskWhy({ ...host, enterpriseId: 'other' }, need, [])).toBe(false);
    expect(mayAskWhy({ ...officer, regionId: 'county' }, need, ['county', 'province'])).toBe(true);
    expect(mayAskWhy({ ...officer, regionId: 'elsewhere' }, need, ['county', 'province'])).toBe(false);
    expect(mayAskWhy({ kind: 'anonymous' }, need, [])).toBe(false);
  });
});
