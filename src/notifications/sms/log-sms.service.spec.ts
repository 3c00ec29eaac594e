import { expect, it } from 'vitest';
import { pino } from 'pino';
import { LogSms } from './log-sms.service.js';

it('an SMS that is only logged shows neither the number nor what it says', async () => {
  const lines: string[] = [];
  const logger = pino({}, { write: (line: string) => lines.push(line) });
  const sms = { id: 'd1', to: '+8613812345678', templateId: 'T-1', params: { host: '竹韵' } };
  await new LogSms(logger).send(sms);
  expect(JSON.parse(lines.join())).toMatchObject({ delivery: 'd1', to: '+86138****5678', templateId: 'T-1' });
  expect(lines.join()).not.toMatch(/12345678|竹韵/);
});
