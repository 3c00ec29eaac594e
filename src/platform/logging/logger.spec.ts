import { expect, it } from 'vitest';
import { redactText } from './logger.js';

it('digits that name a person never reach a log line', () => {
  expect(redactText('id 35052419900307123X, phone 13800001234 and +8613800001234.')).toBe(
    'id [redacted], phone [redacted] and [redacted].',
  );
});

it('other digits stay', () => {
  expect(redactText('run 0190a3f2 took 1234567 ms, code 350524')).toBe('run 0190a3f2 took 1234567 ms, code 350524');
});
