import { describe, expect, it } from 'vitest';
import { maskedNumber, numberOf, SmsFault } from './sms-fault.rules.js';

const to = '+8613812345678';

describe('an SMS that was not taken', () => {
  it.each([
    [400, true],
    [404, true],
    [422, true],
    [408, false],
    [429, false],
    [500, false],
    [503, false],
    [302, false],
  ])('with %d is in vain: %s', (status, isPermanent) =>
    expect(SmsFault.ofAnswer(status, '', to).isPermanent).toBe(isPermanent),
  );

  it('is tried again when nobody answered', () => {
    const fault = SmsFault.ofError(new Error('timeout'));
    expect([fault.message, fault.isPermanent]).toEqual(['no answer of the gateway: timeout', false]);
  });

  it.each(['+8613812345678', '008613812345678', '13812345678', '"to":"13812345678"x'])(
    'is kept without the number: %s',
    (said) => expect(SmsFault.ofAnswer(422, `no such number ${said}`, to).message).not.toContain('13812345678'),
  );
});

describe('a number', () => {
  it('is masked in logs', () => expect(maskedNumber(to)).toBe('+86138****5678'));

  it('is the one that somebody logs in with, or that of their record', () => {
    expect(numberOf(to, '+8613900000000')).toBe(to);
    expect(numberOf('a@b.example', '+8613900000000')).toBe('+8613900000000');
    expect(numberOf('a@b.example', '')).toBeUndefined();
  });
});
