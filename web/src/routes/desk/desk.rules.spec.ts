import { expect, it } from '@jest/globals';
import { sanctionRowsOf, tabOf } from './desk.rules.ts';

it('takes rows from a spreadsheet or a CSV file, and leaves a header out', () => {
  const text =
    '代码,名单,原因\n91350500MA2XN1234A\t拖欠农民工工资\t欠薪\t2026-01-01\n91350500MA2XN1234B,行政处罚,x,2026-01-01,2026-06-30\n';
  expect(sanctionRowsOf(text)).toEqual([
    {
      registrationCode: '91350500MA2XN1234A',
      list: 'WAGE_ARREARS',
      reason: '欠薪',
      startsOn: '2026-01-01',
      endsOn: null,
    },
    {
      registrationCode: '91350500MA2XN1234B',
      list: 'PENALISED',
      reason: 'x',
      startsOn: '2026-01-01',
      endsOn: '2026-06-30',
    },
  ]);
  expect(sanctionRowsOf('')).toEqual([]);
});

it('an address without a known tab begins with the first', () => {
  expect(tabOf(new URLSearchParams('tab=injuries'))).toBe('injuries');
  expect(tabOf(new URLSearchParams('tab=x'))).toBe('verify');
});
