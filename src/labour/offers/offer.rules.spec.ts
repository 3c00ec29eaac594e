import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { applicationKind } from '../applications/application.rules.js';
import {
  commonPeriod,
  dealKind,
  refuseExpired,
  refuseFullNeed,
  refuseLenderIsHost,
  refuseWithoutConsent,
} from './offer.rules.js';

describe('the kind of a deal', () => {
  it('follows from whether the worker has an employer', () => {
    expect(dealKind({ homeEnterpriseId: null })).toBe('direct');
    expect(dealKind({ homeEnterpriseId: 'lender' })).toBe('loan');
  });

  it('an employed applicant is an interest, an idle one applies directly', () => {
    expect(applicationKind({ homeEnterpriseId: null })).toBe('direct');
    expect(applicationKind({ homeEnterpriseId: 'lender' })).toBe('interest');
  });
});

describe('an offer', () => {
  const now = new Date('2026-11-23T08:00:00Z');

  it('lapses at its hour, not a moment later', () => {
    expect(refuseExpired({ expiresAt: new Date(now.getTime() + 1) }, now)).toBeUndefined();
    expect(refuseExpired({ expiresAt: now }, now)).toMatchObject({ code: 'CONFLICT' });
  });

  it('needs an open need with a free seat', () => {
    expect(refuseFullNeed({ state: 'open', headcount: 2, seatsTaken: 1 })).toBeUndefined();
    expect(refuseFullNeed({ state: 'open', headcount: 2, seatsTaken: 2 })).toMatchObject({ code: 'CONFLICT' });
    expect(refuseFullNeed({ state: 'closed', headcount: 2, seatsTaken: 0 })).toMatchObject({ code: 'CONFLICT' });
  });

  it('never lends a worker to their own employer', () => {
    expect(refuseLenderIsHost('a', 'a')).toMatchObject({ code: 'CONFLICT' });
    expect(refuseLenderIsHost('a', 'b')).toBeUndefined();
    expect(refuseLenderIsHost('a', null)).toBeUndefined();
  });

  it('R5 no loan without the worker’s consent', () => {
    expect(refuseWithoutConsent('loan', undefined)).toMatchObject({ code: 'RULE_VIOLATED' });
    expect(refuseWithoutConsent('loan', { id: 'consent' })).toBeUndefined();
    expect(refuseWithoutConsent('direct', undefined)).toBeUndefined();
  });

  it('covers the days that need and availability share, never more', () => {
    const day = fc
      .integer({ min: 0, max: 400 })
      .map((n) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, day, day, day, (a, b, c, d) => {
        const [startsOn = '', endsOn = ''] = [a, b].sort();
        const [from = '', until = ''] = [c, d].sort();
        fc.pre(from <= endsOn && until >= startsOn);
        const period = commonPeriod({ startsOn, endsOn }, { startsOn: from, endsOn: until });
        expect(period.startsOn >= startsOn && period.startsOn >= from).toBe(true);
        expect(period.endsOn <= endsOn && period.endsOn <= until).toBe(true);
        expect(period.startsOn <= period.endsOn).toBe(true);
      }),
    );
    expect(commonPeriod({ startsOn: '2026-01-01', endsOn: '2026-02-01' }, undefined)).toEqual({
      startsOn: '2026-01-01',
      endsOn: '2026-02-01',
    });
  });
});
