import { describe, expect, it } from 'vitest';
import { quietHoursOf, reachOf, refuseQuietHours } from './preference.rules.js';

describe('quiet hours', () => {
  it('have both ends or neither, and end when they do not begin', () => {
    expect(refuseQuietHours(null, null)).toBeUndefined();
    expect(refuseQuietHours('22:00', '07:00')).toBeUndefined();
    expect(refuseQuietHours('22:00', null)).toMatchObject({ field: 'input.quietUntil' });
    expect(refuseQuietHours(null, '07:00')).toMatchObject({ field: 'input.quietFrom' });
    expect(refuseQuietHours('07:00', '07:00')).toMatchObject({ field: 'input.quietUntil' });
  });

  it('are none unless somebody set them', () => {
    expect(quietHoursOf({ quietFrom: null, quietUntil: null })).toBeNull();
    expect(quietHoursOf({ quietFrom: '22:00:00', quietUntil: '07:00:00' })).toEqual({
      from: '22:00:00',
      until: '07:00:00',
    });
  });
});

describe('a channel', () => {
  it('reaches whoever has an address where it is offered', () => {
    expect([reachOf(true, true), reachOf(true, false), reachOf(false, true)]).toEqual([
      'ready',
      'no_address',
      'not_offered',
    ]);
  });
});
