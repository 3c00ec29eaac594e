import { describe, expect, it } from 'vitest';
import { afterLook, isDue, placementAfter, placementOn } from './pass.rules';

const placement = (state: 'ACTIVE' | 'PLANNED' | 'CANCELLED', startsOn: string, endsOn: string) =>
  ({ state, startsOn, endsOn }) as const;

describe('the placement of a day', () => {
  const today = '2026-11-25';
  const active = placement('ACTIVE', '2026-11-01', '2026-11-25');
  const planned = placement('PLANNED', '2026-11-25', '2026-12-25');
  const later = placement('PLANNED', '2026-12-01', '2026-12-25');

  it('is the one that has begun, else the one that begins', () => {
    expect(placementOn([planned, active], today)).toBe(active);
    expect(placementOn([later, planned], today)).toBe(planned);
  });

  it('is none before its first day, after its last, or when it was cancelled', () => {
    expect(placementOn([later, placement('CANCELLED', today, today)], today)).toBeUndefined();
    expect(placementOn([active], '2026-11-26')).toBeUndefined();
    expect(placementAfter([placement('PLANNED', '2027-01-01', '2027-02-01'), later], today)).toBe(later);
  });
});

it('a certificate is renewed in the second half of its life', () => {
  const life = { issuedAt: '2026-11-25T00:00:00Z', expiresAt: '2026-11-26T00:00:00Z' };
  expect(isDue(life, Date.parse('2026-11-25T11:59:00Z'))).toBe(false);
  expect(isDue(life, Date.parse('2026-11-25T12:01:00Z'))).toBe(true);
});

it('another phone is asked about; what a new certificate mends is mended', () => {
  expect(afterLook(undefined)).toBe('show');
  expect(afterLook('REVOKED')).toBe('moved');
  expect(afterLook('NOT_FROM_DEVICE')).toBe('renew');
  expect(afterLook('NOT_TODAY')).toBe('over');
});
