import { describe, expect, it } from 'vitest';
import { loginOf, newSecret, refuseWeakPassword, secretHash } from './credentials.rules.js';

describe('a login', () => {
  it.each([
    [' Host@Example.COM ', 'host@example.com'],
    ['１３８００００１２３４', '+8613800001234'],
    ['+86 138 0000 1234', '+8613800001234'],
  ])('%s is %s', (text, login) => expect(loginOf(text)).toBe(login));

  it.each(['', 'host', 'host@', '0595-12345678', "a' OR 1=1"])('%j is none', (text) =>
    expect(loginOf(text)).toBeUndefined(),
  );
});

describe('a password', () => {
  it.each(['password', 'PASSWORD', '88888888', 'aaaaaaaaaa', 'host@example.com'])('%s is refused', (password) => {
    expect(refuseWeakPassword(password, 'host@example.com')).toMatchObject({
      code: 'VALIDATION_FAILED',
      field: 'input.password',
    });
  });

  it('needs no special characters to be good', () => {
    expect(refuseWeakPassword('rattan and iron', 'host@example.com')).toBeUndefined();
  });
});

it('secrets are never the same, and only their hash is kept', () => {
  const [first, second] = [newSecret('gj'), newSecret('gj')];
  expect(first).toMatch(/^gj_[\w-]{43}$/);
  expect(first).not.toBe(second);
  expect(secretHash(first)).toHaveLength(32);
});
