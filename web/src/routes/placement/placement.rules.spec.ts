import { describe, expect, it } from 'vitest';
import type { PlacementHeadFragment } from './placement.graphql.ts';
import { clockOf, type Life, reasonsOf, scoresOf, timelineOf, wayOf } from './placement.rules.ts';

const placement = {
  ...{ state: 'ACTIVE', startsOn: '2026-12-01', endsOn: '2026-12-31', startedAt: '2026-12-01T00:30:00.000Z' },
  ...{ endedAt: null, termsConfirmedAt: '2026-11-30T10:00:00.000Z', pauses: [] },
} as unknown as PlacementHeadFragment;
const life = (changes: object = {}): Life => ({
  ...{ placement, returns: [], extensions: [], injuries: [], reviews: [], ...changes },
});
const kinds = (changes: object = {}): string[] => timelineOf(life(changes)).map(({ kind }) => kind);

describe('the timeline of a placement', () => {
  it('tells in order what happened and what comes', () => {
    expect(kinds()).toEqual(['confirmed', 'started', 'ends']);
    const pauses = [{ startsOn: '2026-12-10', endsOn: '2026-12-12' }];
    const injuries = [{ occurredAt: '2026-12-05T01:00:00.000Z', state: 'REPORTED', fileBy: '2027-01-04' }];
    expect(kinds({ placement: { ...placement, pauses }, injuries })).toEqual([
      ...['confirmed', 'started', 'hurt', 'paused', 'ends', 'fileBy'],
    ]);
  });

  it('a return that nobody agreed to has no day', () => {
    const asked = { createdAt: '2026-12-03T00:00:00.000Z', objectedAt: null, effectiveOn: null, state: 'DECLINED' };
    expect(kinds({ returns: [asked] })).toEqual(['confirmed', 'started', 'returnAsked', 'ends']);
    expect(kinds({ returns: [{ ...asked, state: 'DUE', effectiveOn: '2026-12-06' }] })).toContain('returned');
  });

  it('what has ended has no last day to come', () => {
    const ended = { ...placement, state: 'ENDED_EARLY', endedAt: '2026-12-05T09:00:00.000Z' };
    expect(kinds({ placement: ended })).toEqual(['confirmed', 'started', 'ended']);
  });
});

it('each side has its own reasons, and each its own way', () => {
  expect(reasonsOf('LENDER')).toEqual(['UNSUITED']);
  expect(reasonsOf('WORKER').map(wayOf)).toEqual(['atOnce', 'atOnce', 'atOnce', 'atOnce', 'atOnce', 'all']);
  expect(reasonsOf('HOST').map(wayOf)).toEqual(['notice', 'notice', 'notice', 'all']);
  expect(scoresOf('LENDER')).toEqual(['paidOnTime', 'termsKept']);
});

it('the clock of an injury runs from thirty days to none, and on', () => {
  expect(clockOf('2026-12-31', '2026-12-01')).toEqual({ daysLeft: 30, share: 1 });
  expect(clockOf('2026-12-31', '2026-12-16')).toEqual({ daysLeft: 15, share: 0.5 });
  expect(clockOf('2026-12-31', '2027-01-02')).toEqual({ daysLeft: -2, share: 0 });
});
