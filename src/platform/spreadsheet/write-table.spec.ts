import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { cleanCell, neutralise, stripUnsafe } from './cell-text.js';
import { column, defineColumns } from './columns.js';
import { writeErrorReport } from './error-report.js';
import { mapTable } from './map-table.js';
import { readTable } from './read-table.js';
import { type OutputSheet, writeCsv, writeXlsx } from './write-table.js';

const csvText = (rows: (string | number | boolean | null)[][]): string =>
  Buffer.from(writeCsv({ name: 's', headers: ['a', 'b'], rows })).toString();

describe('a CSV export', () => {
  it('is UTF-8 with a BOM, CRLF, and no formula', () => {
    expect(
      csvText([
        ['=cmd|"/c calc"!A1', '＝1'],
        ['-5', -5],
        ['\t=1', '@x'],
        ['a,b', '第一\n第二'],
        [null, true],
      ]),
    ).toBe(`\uFEFFa,b\r\n"'=cmd|""/c calc""!A1",'＝1\r\n'-5,-5\r\n' =1,'@x\r\n"a,b","第一\n第二"\r\n,TRUE\r\n`);
  });
});

describe('any text', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('=1', '+86', '-', '@', "'=x", ';', '"', '\n', '\uD800', '_x0041_'),
  );

  const comesBack = (write: (sheet: OutputSheet) => Uint8Array | Promise<Uint8Array>, maxLength: number) =>
    fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength }), async (values) => {
      const content = values.map(([a, b], index) => [`${index}`, a, b, 'end']);
      const sheet = { name: '[a]*', headers: ['n', 'a', 'b', 'end'], rows: content };
      const { rows: back } = await readTable(await write(sheet), 'x');
      const readOnce = content.map((row) => row.map((text) => cleanCell(neutralise(stripUnsafe(text)))));
      expect(back.map(({ cells }) => cells)).toEqual(readOnce);
    });

  it('comes back from CSV as it would have been read in the first place', async () => {
    await fc.assert(comesBack(writeCsv, 5), { numRuns: 200 });
  });

  // A workbook is parsed in a process of its own: few sheets with many cells, rather than many with few.
  it('comes back from XLSX as it would have been read in the first place', async () => {
    const hostile = ['__proto__', 'constructor', 'toString', '_x0041_', '_X0041_'];
    const example: [[string, string][]] = [hostile.map((text) => [text, `=${text}`])];
    await fc.assert(comesBack(writeXlsx, 200), { numRuns: 8, examples: [example] });
  });
});

describe('an error report', () => {
  const columns = defineColumns({
    name: column('text', { headers: ['姓名'], required: true }),
    age: column('integer', { headers: ['年龄'] }),
  });
  const options = {
    describe: ({ header, code }: { header: string; code: string }) => `${header} ${code}`,
    sheetName: '错误',
    headers: { line: '行号', errors: '错误' },
  };
  const upload = Buffer.from('姓名,年龄,备注\n张三,20,好\n,x,=1+1\n李四,y,\n');

  it.each(['xlsx', 'csv'] as const)('holds the failed rows and why, as %s', async (format) => {
    const table = await readTable(upload, 'x.csv');
    const report = await readTable(
      await writeErrorReport(table, mapTable(table, columns).errors, { ...options, format }),
      'report',
    );
    expect(report).toMatchObject({
      format,
      headers: ['姓名', '年龄', '备注', '行号', '错误'],
      rows: [
        {
          cells: ['', 'x', '=1+1', '3', '姓名 REQUIRED\n年龄 NOT_A_NUMBER'],
        },
        { cells: ['李四', 'y', '', '4', '年龄 NOT_A_NUMBER'] },
      ],
    });
  });

  it('holds every row if asked, and can be corrected and uploaded again', async () => {
    const table = await readTable(upload, 'x.csv');
    const first = await readTable(
      await writeErrorReport(table, mapTable(table, columns).errors, { ...options, include: 'all' }),
      'report',
    );
    expect(first.rows).toHaveLength(3);
    const again = mapTable(first, columns);
    expect(again.errors).toHaveLength(3);
    const second = await readTable(await writeErrorReport(first, again.errors, options), 'report');
    expect(second.headers).toEqual(['姓名', '年龄', '备注', '行号', '错误']);
  });
});
