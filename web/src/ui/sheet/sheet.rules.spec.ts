import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import Papa from 'papaparse';
import type { SheetAnswer } from '../../api/sheet-import';
import { csvOf, faultsByLine, openFaults, sheetOf, widthOf, withCell, withoutRow } from './sheet.rules';

const answer: SheetAnswer = {
  ...{ rows: 2, accepted: 0, refused: 2, heads: 0, written: false, unknownHeaders: [] },
  errors: [
    { line: 2, header: '工种', message: 'is not a known value' },
    { line: 4, header: '人数', message: 'is not a number' },
  ],
  table: {
    headers: ['工种', '人数'],
    rows: [
      { line: 2, cells: ['宇航员', '2'] },
      { line: 4, cells: ['藤编工', 'x', 'stray'] },
    ],
    isCut: false,
  },
};
const sheet = sheetOf(answer, 'key-of-the-file', 'a.xlsx');

describe('a sheet under repair', () => {
  it('has its faults where the API found them', () => {
    expect(faultsByLine(sheet.faults).get(4)).toEqual([{ line: 4, header: '人数', message: 'is not a number' }]);
    expect(openFaults(sheet)).toHaveLength(2);
  });

  it('counts a touched fault no more, and needs another check', () => {
    const repaired = withCell(withCell(sheet, 4, 1, '1'), 4, 1, '12');
    expect(repaired.rows[1]?.cells).toEqual(['藤编工', '12', 'stray']);
    expect(repaired.changed).toEqual(['4 人数']);
    expect(openFaults(repaired).map(({ line }) => line)).toEqual([2]);
    expect(sheet.rows[1]?.cells).toEqual(['藤编工', 'x', 'stray']);
  });

  it('loses a row with its faults', () => {
    const shorter = withoutRow(sheet, 2);
    expect([shorter.rows.length, shorter.faults.length, shorter.changed.length]).toEqual([1, 1, 1]);
  });

  it('shows what lies beyond the last header', () => {
    expect(widthOf(sheet)).toBe(3);
  });
});

describe('its CSV', () => {
  it('is quoted where it has to be', () => {
    expect(
      csvOf(
        ['a', 'b'],
        [
          ['x,y', 'say "hi"'],
          [' z', '1'],
        ],
      ),
    ).toBe('a,b\r\n"x,y","say ""hi"""\r\n" z",1');
  });

  it('gives an apostrophe to spare where one would be taken off', () => {
    expect(csvOf(['a'], [["'=1"], ['=1']])).toBe("a\r\n''=1\r\n=1");
  });

  it('holds any text cell by cell', () => {
    const cell = fc.string({ unit: 'grapheme' }).filter((text) => !/^'|\r/.test(text));
    const table = fc.array(fc.tuple(cell, cell, cell), { minLength: 1 });
    fc.assert(
      fc.property(table, (rows) => {
        const { data } = Papa.parse<string[]>(csvOf(['a', 'b', 'c'], rows), { delimiter: ',', newline: '\r\n' });
        expect(data.slice(1)).toEqual(rows);
      }),
    );
  });
});
