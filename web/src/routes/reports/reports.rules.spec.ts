import { expect, it } from 'vitest';
import { addressesOf, blankPlan, lastPeriod, saveInput } from './reports.rules';

it.each([
  ['DAILY', '2026-11-27', '2026-11-26', '2026-11-26'],
  ['WEEKLY', '2026-11-27', '2026-11-16', '2026-11-22'],
  ['WEEKLY', '2026-11-29', '2026-11-16', '2026-11-22'],
  ['WEEKLY', '2026-11-30', '2026-11-23', '2026-11-29'],
  ['MONTHLY', '2026-03-02', '2026-02-01', '2026-02-28'],
  ['ONCE', '2026-11-27', '2026-10-28', '2026-11-26'],
] as const)('the last period that is over: %s on %s', (cadence, today, from, until) =>
  expect(lastPeriod(cadence, today)).toEqual({ from, until }),
);

it('addresses come apart however they were typed, each once', () => {
  expect(addressesOf(' a@x.cn，b@x.cn;c@x.cn\n\na@x.cn ')).toEqual(['a@x.cn', 'b@x.cn', 'c@x.cn']);
  expect(addressesOf(' ')).toEqual([]);
});

it('a plan is sent as it was written', () => {
  const draft = { ...blankPlan('EN', ' Weekly '), groupBy: '', atHour: '8', addresses: 'a@x.cn' } as const;
  expect(saveInput(draft, 'key-12345')).toMatchObject({
    ...{ atHour: 8, addresses: ['a@x.cn'], planId: null, isOn: true },
    terms: { title: 'Weekly', groupBy: null, language: 'EN' },
  });
});
