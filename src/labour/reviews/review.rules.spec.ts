import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { Viewer } from '../../platform/auth/viewer.js';
import { reviewActions } from './review-action.rules.js';
import {
  isAnswered,
  isSubject,
  kindOf,
  meanOf,
  ratingOf,
  refuseReply,
  refuseReviewTime,
  refuseScores,
  type Scores,
} from './review.rules.js';

const loan = { workerId: 'w', hostId: 'h', lenderId: 'l' };
const endedAt = new Date('2026-11-01T08:00:00Z');
const worker: Viewer = { kind: 'worker', accountId: 'a', sessionId: 's', workerId: 'w', language: 'en' };
const enterprise = (enterpriseId: string): Viewer => ({
  kind: 'enterprise',
  accountId: 'a',
  enterpriseId,
  role: 'owner',
  language: 'en',
});
const officer: Viewer = {
  kind: 'bureau',
  accountId: 'a',
  sessionId: 's',
  bureauId: 'b',
  regionId: 'r',
  language: 'en',
};

describe('who reviews whom', () => {
  it('is said by the side of the deal', () => {
    expect(kindOf(loan, { workerId: 'w' })).toBe('worker_of_host');
    expect(kindOf(loan, { enterpriseId: 'h' })).toBe('host_of_worker');
    expect(kindOf(loan, { enterpriseId: 'l' })).toBe('lender_of_host');
    expect(kindOf(loan, { enterpriseId: 'x' })).toBeUndefined();
    expect(kindOf({ ...loan, lenderId: null }, { enterpriseId: 'l' })).toBeUndefined();
    expect(isSubject({ ...loan, kind: 'host_of_worker' }, { workerId: 'w' })).toBe(true);
    expect(isSubject({ ...loan, kind: 'lender_of_host' }, { enterpriseId: 'h' })).toBe(true);
    expect(isSubject({ ...loan, kind: 'lender_of_host' }, { enterpriseId: 'l' })).toBe(false);
  });
});

describe('when a placement is reviewed', () => {
  it('is after its end, for fourteen days', () => {
    const at = (days: number): Date => new Date(endedAt.getTime() + days * 86_400_000);
    expect(refuseReviewTime({ state: 'completed', endedAt }, at(14))).toBeUndefined();
    expect(refuseReviewTime({ state: 'ended_early', endedAt }, at(0))).toBeUndefined();
    expect(refuseReviewTime({ state: 'completed', endedAt }, at(14.01))).toMatchObject({ code: 'CONFLICT' });
    for (const state of ['planned', 'active', 'cancelled', 'no_show'])
      expect(refuseReviewTime({ state, endedAt: null }, at(1))).toMatchObject({ code: 'CONFLICT' });
  });

  it('host and worker wait for each other, a lender for the host', () => {
    expect(isAnswered('host_of_worker', new Set(['host_of_worker', 'lender_of_host']))).toBe(false);
    expect(isAnswered('host_of_worker', new Set(['worker_of_host']))).toBe(true);
    expect(isAnswered('worker_of_host', new Set(['lender_of_host']))).toBe(false);
    expect(isAnswered('lender_of_host', new Set(['worker_of_host']))).toBe(false);
    expect(isAnswered('lender_of_host', new Set(['host_of_worker']))).toBe(true);
  });
});

describe('scores', () => {
  it('are those that the side is asked for', () => {
    expect(refuseScores('lender_of_host', { paidOnTime: 5, termsKept: 4 })).toEqual([]);
    expect(refuseScores('lender_of_host', { paidOnTime: 5, skill: 1 }).map(({ field }) => field)).toEqual([
      'input.skill',
      'input.termsKept',
    ]);
    expect(refuseScores('host_of_worker', {})).toHaveLength(4);
  });

  it('say nothing of a host before three have given them', () => {
    expect(meanOf([5, 5])).toBeNull();
    expect(meanOf([5, 4, 4])).toBe(4.3);
  });
});

describe('a worker’s rating', () => {
  const all = (score: number): Scores => ({ punctuality: score, skill: score, safety: score, again: score });
  const review = fc.record({
    punctuality: fc.integer({ min: 1, max: 5 }),
    skill: fc.integer({ min: 1, max: 5 }),
    safety: fc.integer({ min: 1, max: 5 }),
    again: fc.integer({ min: 1, max: 5 }),
  });

  it('of nobody’s reviews is none', () => {
    expect(ratingOf([])).toBeNull();
  });

  it('of a newcomer leans on 70', () => {
    expect(ratingOf([all(5)])).toBe(78);
    expect(ratingOf([all(1)])).toBe(53);
    expect(ratingOf([all(1), all(1)])).toBe(42);
    expect(ratingOf([all(3), all(3), all(3)])).toBe(50);
  });

  it('is 40 to 100, whatever is written', () => {
    fc.assert(
      fc.property(fc.array(review, { minLength: 1, maxLength: 30 }), (reviews) => {
        const rating = ratingOf(reviews) ?? 0;
        expect(rating).toBeGreaterThanOrEqual(40);
        expect(rating).toBeLessThanOrEqual(100);
        expect(Number.isInteger(rating)).toBe(true);
      }),
    );
  });

  it('never falls with a better score', () => {
    fc.assert(
      fc.property(fc.array(review, { minLength: 1, maxLength: 10 }), (reviews) => {
        const better = reviews.map((one, index) => (index === 0 ? { ...one, skill: Math.min(5, one.skill + 1) } : one));
        expect(ratingOf(better) ?? 0).toBeGreaterThanOrEqual(ratingOf(reviews) ?? 0);
      }),
    );
  });

  it('R44 comes of the scores alone: nothing else about a person enters', () => {
    const marked = { ...all(4), sex: 'f', region: '440000', birthYear: 1960 } as Scores;
    expect(ratingOf([marked, marked, marked])).toBe(ratingOf([all(4), all(4), all(4)]));
  });
});

describe('what may be done with a review', () => {
  const review = { ...loan, kind: 'host_of_worker', state: 'published', reply: '' } as const;

  it('whom it is about replies once and appeals once', () => {
    expect(reviewActions(review, worker)).toEqual(['reply', 'appeal']);
    expect(reviewActions({ ...review, reply: 'thanks' }, worker)).toEqual(['appeal']);
    expect(reviewActions({ ...review, state: 'upheld' }, worker)).toEqual(['reply']);
    expect(reviewActions({ ...review, state: 'appealed' }, worker)).toEqual([]);
    expect(reviewActions(review, enterprise('h'))).toEqual([]);
    expect(reviewActions({ ...review, kind: 'lender_of_host' }, enterprise('h'))).toEqual(['reply', 'appeal']);
    expect(refuseReply({ state: 'sealed', reply: '' })).toMatchObject({ code: 'CONFLICT' });
  });

  it('officers decide appeals', () => {
    expect(reviewActions({ ...review, state: 'appealed' }, officer)).toEqual(['uphold', 'remove']);
    expect(reviewActions(review, officer)).toEqual([]);
  });
});
