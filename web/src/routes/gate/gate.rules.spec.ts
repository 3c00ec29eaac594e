import { describe, expect, it } from 'vitest';
import { isRepeat, lookOf, nextStep, passIn, presenceOf, type Scan, withScan } from './gate.rules';

const found = {
  ...{ valid: true, problem: null, initials: '林*竹', occupation: '藤编工', needReference: null, workerName: null },
  ...{ hostName: '安溪厂', startsOn: '2026-11-25', endsOn: '2026-12-25' },
};

describe('a gate', () => {
  it('shows a name to the host, initials to anyone', () => {
    expect(lookOf('GJ1.x', found)).toMatchObject({ kind: 'good', who: '林*竹' });
    expect(lookOf('GJ1.x', { ...found, workerName: '林小竹' }, { next: 'IN' })).toMatchObject({
      who: '林小竹',
      next: 'IN',
    });
  });

  it('says why not', () => {
    const problem = { code: 'STALE', message: 'too old' } as const;
    expect(lookOf('GJ1.x', { ...found, valid: false, problem })).toMatchObject({
      kind: 'bad',
      message: 'too old',
    });
  });

  it('lets out who is in, and in who is not', () => {
    expect(nextStep(undefined)).toBe('IN');
    expect(nextStep({ checkInAt: '2026-11-25T00:00:00Z', checkOutAt: null })).toBe('OUT');
    expect(nextStep({ checkInAt: '2026-11-25T00:00:00Z', checkOutAt: '2026-11-25T09:00:00Z' })).toBe('IN');
  });

  it('does not send out again who has just come in', () => {
    const scan: Scan = { at: '2026-11-25T00:00:00Z', who: 'x', placementId: 'p', direction: 'IN' };
    expect(isRepeat([scan], 'p', Date.parse('2026-11-25T00:04:00Z'))).toBe(true);
    expect(isRepeat([scan], 'p', Date.parse('2026-11-25T00:06:00Z'))).toBe(false);
    expect(isRepeat([scan], 'q', Date.parse('2026-11-25T00:01:00Z'))).toBe(false);
  });

  it('reads a code from an address, and nothing else', () => {
    expect(passIn('#GJ1.a.b')).toBe('GJ1.a.b');
    expect(passIn('#main')).toBeUndefined();
  });

  it('keeps the last ten scans and counts who is inside', () => {
    const scan = (at: number): Scan => ({ at: String(at), who: 'x', placementId: 'p', direction: 'IN' });
    const scans = Array.from({ length: 12 }, (_, at) => at).reduce<readonly Scan[]>(
      (all, at) => withScan(all, scan(at)),
      [],
    );
    expect(scans.map(({ at }) => at)).toEqual(['11', '10', '9', '8', '7', '6', '5', '4', '3', '2']);
    const node = (id: string, checkInAt: string | null, checkOutAt: string | null) => ({
      node: { id, attendanceToday: checkInAt === null ? null : { id, checkInAt, checkOutAt } },
    });
    const edges = [node('a', 'x', null), node('b', 'x', 'y'), node('c', null, null)];
    expect(presenceOf({ onSiteToday: { edges, pageInfo: { hasNextPage: false } } })).toEqual({
      ...{ inside: 1, all: 3, isMore: false },
    });
  });
});
