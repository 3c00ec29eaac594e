import { createHash, randomBytes } from 'node:crypto';
import { isEmail } from 'class-validator';
import type { Refusal } from '../../platform/errors/index.js';
import { mobileOf } from '../workers/phone.rules.js';
import { accountMessages } from './account.messages.js';

/** What an account logs in with: an e-mail address in lower case, or a mobile number as E.164; undefined for other text. */
export function loginOf(text: string): string | undefined {
  const trimmed = text.normalize('NFKC').trim().toLowerCase();
  return isEmail(trimmed) ? trimmed : mobileOf(trimmed);
}

export const loginInvalid: Refusal = {
  code: 'VALIDATION_FAILED',
  message: accountMessages.loginInvalid,
  field: 'input.login',
};

/** Passwords that guessers try first; length is what makes the others good. */
const common = new Set([
  'password',
  'password1',
  '12345678',
  '123456789',
  '1234567890',
  '11111111',
  '88888888',
  '00000000',
  'qwertyui',
  'qwerty123',
  'iloveyou',
  'a1234567',
  'woaini1314',
  'gongji123',
]);

export function refuseWeakPassword(password: string, login: string, field = 'input.password'): Refusal | undefined {
  const plain = password.toLowerCase();
  const isWeak = common.has(plain) || plain === login || /^(.)\1*$/u.test(plain);
  return isWeak ? { code: 'VALIDATION_FAILED', message: accountMessages.passwordWeak, field } : undefined;
}

/** A secret that is shown once: 32 random bytes behind a prefix that says what it is. */
export function newSecret(prefix: string): string {
  return `${prefix}_${randomBytes(32).toString('base64url')}`;
}

/** Only the hash of a secret is kept; looking the hash up compares in the index, not byte by byte. */
export function secretHash(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
