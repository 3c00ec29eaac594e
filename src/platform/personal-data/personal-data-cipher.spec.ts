import { expect, it } from 'vitest';
import type { Config } from '../config/config.js';
import { PersonalDataCipher } from './personal-data-cipher.js';

const cipherWith = (personalDataKey: string): PersonalDataCipher =>
  new PersonalDataCipher({ personalDataKey } as Config);
const cipher = cipherWith('ab'.repeat(32));

it('what was encrypted comes back, and never looks the same twice', () => {
  const [first, second] = [cipher.encrypt('35052419900307123X'), cipher.encrypt('35052419900307123X')];
  expect(cipher.decrypt(first)).toBe('35052419900307123X');
  expect(first.equals(second)).toBe(false);
});

it('changed bytes and other keys are refused', () => {
  const bytes = cipher.encrypt('secret');
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
  expect(() => cipher.decrypt(bytes)).toThrow();
  expect(() => cipherWith('cd'.repeat(32)).decrypt(cipher.encrypt('secret'))).toThrow();
});

it('the blind index is the same for the same text under the same key only', () => {
  expect(cipher.blindIndex('x').equals(cipher.blindIndex('x'))).toBe(true);
  expect(cipher.blindIndex('x').equals(cipherWith('cd'.repeat(32)).blindIndex('x'))).toBe(false);
});
