import { describe, expect, it } from 'vitest';
import { describeFault } from '../../platform/imports/index.js';
import type { RawTable } from '../../platform/spreadsheet/index.js';
import { judgeTable } from './external-table.rules.js';

const table = (rows: readonly (readonly string[])[]): RawTable => ({
  ...{ fileName: 'x.csv', format: 'csv', encoding: 'utf-8', headerLine: 1, headers: ['月份', '数值'] },
  rows: rows.map((cells, index) => ({ line: index + 2, cells })),
});

describe('a sheet of values', () => {
  it('is taken row by row, whatever is wrong with others', () => {
    const { rows, faults } = judgeTable(
      table([
        ['2026-08', '1,234.5'],
        ['2026-13', '1'],
        ['2026年8月', '2'],
        ['2026-12', '3'],
        ['2026-09', 'much'],
        ['', '4'],
        ['1949-10', '5'],
        ['2026-10', '-6'],
      ]),
      'month',
      '2026-11-28',
    );
    expect(rows).toEqual([
      { firstDay: '2026-08-01', value: '1234.5' },
      { firstDay: '2026-10-01', value: '-6' },
    ]);
    expect(faults.map((fault) => [fault.line, fault.column, describeFault(fault, 'en')])).toEqual([
      [3, 'period', 'is no period of this cadence'],
      [4, 'period', 'is the period of line 2'],
      [5, 'period', 'has not begun'],
      [6, 'value', 'is not a number'],
      [7, 'period', 'is required'],
      [8, 'period', 'is too long ago'],
    ]);
  });
});
