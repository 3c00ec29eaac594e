import { expect, it } from 'vitest';
import { sanctionRowsOf, tabOf } from './desk.rules.ts';

it('takes rows from a spreadsheet or a CSV file, and leaves a header out', () => {
  const text =
    '代码,名单,原因\n91350500MA2XN1234A\t拖欠农民工工资\t欠薪\t2026-01-01\n91350500MA2XN1234B,行政处罚,x,2026-01-01,2026-06-30\n';
  expect(sanctionRowsOf(text).unread).toEqual([]);
  expect(sanctionRowsOf(text).rows).toEqual([
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
  expect(sanctionRowsOf('')).toEqual({ rows: [], unread: [] });
});

it('guesses nothing: a list, a date or a code that is not understood stays where it is', () => {
  const lines = [
    '91350500MA2XN1234A,别的名单,x,2026-01-01',
    '91350500MA2XN1234A,失信,x,1月1日',
    '？,失信,x,2026-01-01',
  ];
  expect(sanctionRowsOf(lines.join('\n'))).toEqual({ rows: [], unread: lines });
  expect(sanctionRowsOf('91350500MA2XN1234A,失信,甲,乙,2026-01-01').rows).toEqual([]);
});

it('an address without a known tab begins with the first', () => {
  expect(tabOf(new URLSearchParams('tab=injuries'))).toBe('injuries');
  expect(tabOf(new URLSearchParams('tab=x'))).toBe('verify');
});
