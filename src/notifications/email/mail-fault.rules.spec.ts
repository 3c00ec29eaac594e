import { describe, expect, it } from 'vitest';
import { MailFault } from './mail-fault.rules.js';

const said = (command: string, responseCode: number, message = 'no'): Error =>
  Object.assign(new Error(message), { command, responseCode });

describe('a mail that was not taken', () => {
  it.each([
    ['an unknown recipient', said('RCPT TO', 550), true],
    ['refused content', said('DATA', 554), true],
    ['greylisting', said('RCPT TO', 451), false],
    ['a full queue', said('DATA', 452), false],
    ['a wrong password of ours', said('AUTH PLAIN', 535), false],
    ['a sender of ours that is not allowed', said('MAIL FROM', 530), false],
    ['no connection', new Error('connect ECONNREFUSED'), false],
    ['something that is no error', undefined, false],
  ])('%s', (_, error, isPermanent) => expect(MailFault.of(error).isPermanent).toBe(isPermanent));

  it.each(['550 5.1.1 <lin@mail.example>: no such user', '550 lin@mail.example unknown', '550 to:<lin@mail.example>'])(
    'is kept without the address: %s',
    (message) => expect(MailFault.of(said('RCPT TO', 550, message)).message).not.toMatch(/lin|mail\.example/),
  );

  it('is kept without a telephone number', () => {
    expect(MailFault.of(new Error('13812345678 is unknown')).message).toBe('[redacted] is unknown');
  });
});
