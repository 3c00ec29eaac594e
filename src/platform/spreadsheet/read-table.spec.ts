import { describe, expect, it } from 'vitest';
import { readTable } from './read-table.js';
import { writeCsv, writeXlsx } from './write-table.js';

const utf8 = (text: string): Uint8Array => Buffer.from(text);
const utf16le = (text: string): Uint8Array => Buffer.from(`\uFEFF${text}`, 'utf16le');
/** 姓名,工种 / 张三,焊工 as Excel in China saves it. */
const gb18030 = Buffer.from([
  ...[0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xb9, 0xa4, 0xd6, 0xd6, 0x0d, 0x0a],
  ...[0xd5, 0xc5, 0xc8, 0xfd, 0x2c, 0xba, 0xb8, 0xb9, 0xa4, 0x0d, 0x0a],
]);
const text = '姓名,工种\r\n张三,焊工\r\n';

describe('a CSV file', () => {
  it.each([
    ['UTF-8', utf8(text), 'utf-8'],
    ['UTF-8 with a BOM', utf8(`\uFEFF${text}`), 'utf-8'],
    ['GB18030', gb18030, 'gb18030'],
    ['UTF-16LE', utf16le(text), 'utf-16le'],
    ['UTF-16BE', Buffer.from(utf16le(text)).swap16(), 'utf-16be'],
  ])('is read in %s', async (_name, bytes, encoding) => {
    expect(await readTable(bytes, 'C:\\temp\\员工.csv')).toEqual({
      fileName: '员工.csv',
      format: 'csv',
      encoding,
      headers: ['姓名', '工种'],
      headerLine: 1,
      rows: [{ line: 2, cells: ['张三', '焊工'] }],
    });
  });

  it('of four-byte GB18030 characters is read', async () => {
    const { rows } = await readTable(Buffer.concat([gb18030, Buffer.from([0x95, 0x32, 0x82, 0x36])]), 'x.csv');
    expect(rows[1]?.cells).toEqual(['𠀀', '']);
  });

  it.each([
    ['comma', 'name,town\nA,"B;C;D"\n'],
    ['semicolon', 'name;town\nA;"B;C;D"\n'],
    ['TAB', 'name\ttown\nA\t"B;C;D"\n'],
    ['declared', 'sep=;\nname;town\nA;"B;C;D"\n'],
    ['old Mac line ends', 'name,town\rA,"B;C;D"\r'],
  ])('with its delimiter: %s', async (_name, csv) => {
    const { headers, rows } = await readTable(utf8(csv), 'x.csv');
    expect([headers, rows[0]?.cells]).toEqual([
      ['name', 'town'],
      ['A', 'B;C;D'],
    ]);
  });

  it('keeps quotes and line breaks in cells, and the line a spreadsheet would show', async () => {
    const { rows } = await readTable(utf8('a,b\n\n"say ""hi""","one\r\ntwo"\n,,\nx\n'), 'x.csv');
    expect(rows).toEqual([
      { line: 3, cells: ['say "hi"', 'one\ntwo'] },
      { line: 5, cells: ['x', ''] },
    ]);
  });

  it('loses NUL and invisible characters, not the row', async () => {
    const { rows } = await readTable(utf8('name,town,note for the reader\nA\u0000B,\u200BC,x\n'), 'x.csv');
    expect(rows[0]?.cells).toEqual(['AB', 'C', 'x']);
  });

  it('keeps content beyond the last header for the mapping to report', async () => {
    const { rows } = await readTable(utf8('a,b\n1,2,3\n'), 'x.csv');
    expect(rows[0]?.cells).toEqual(['1', '2', '3']);
  });

  it.each([
    ['nothing', new Uint8Array(), { code: 'FILE_UNREADABLE', params: { reason: 'empty' } }],
    ['blank lines', utf8('\n , \n'), { code: 'NO_HEADER', params: {} }],
    [
      'no text in any encoding',
      Uint8Array.of(0x61, 0xff, 0xff, 0xff),
      { code: 'FILE_UNREADABLE', params: { reason: 'encoding' } },
    ],
    ['binary content', new Uint8Array(64), { code: 'FILE_UNREADABLE', params: { reason: 'binary' } }],
    ['an open quote', utf8('a,b\n1,2\n"x,3\n'), { code: 'FILE_UNREADABLE', params: { reason: 'quotes', line: 3 } }],
    ['too many columns', utf8('a,b,c,d\n'), { code: 'TOO_MANY_COLUMNS', params: { maxColumns: 3 } }],
    ['too many rows', utf8('a\n1\n2\n3\n'), { code: 'TOO_MANY_ROWS', params: { maxRows: 2 } }],
    ['too many blank rows', utf8(`a\n${'\n'.repeat(30)}1\n`), { code: 'TOO_MANY_ROWS', params: { maxRows: 2 } }],
    ['too many bytes', utf8('a\n'.repeat(200)), { code: 'FILE_TOO_LARGE', params: { bytes: 400, maxBytes: 300 } }],
  ])('with %s is refused', async (_name, bytes, problem) => {
    await expect(readTable(bytes, 'x.csv', { maxBytes: 300, maxRows: 2, maxColumns: 3 })).rejects.toMatchObject({
      problem,
    });
  });

  it('may begin with the letters PK', async () => {
    expect((await readTable(utf8('PK,b\n1,2\n'), 'x.csv')).format).toBe('csv');
  });
});

describe('a table', () => {
  const sheet = {
    name: '员工',
    headers: ['姓名', '=工资', 'ok'],
    rows: [
      ['＋王五', -5, true],
      [null, undefined, null],
      ['李四', 23.5, false],
    ],
  };

  it.each([
    ['xlsx', () => writeXlsx(sheet)],
    ['csv', () => Promise.resolve(writeCsv(sheet))],
  ])('written as %s reads back the same, whatever its name says', async (format, written) => {
    expect(await readTable(await written(), 'table.pdf')).toMatchObject({
      format,
      headers: ['姓名', '=工资', 'ok'],
      rows: [
        { line: 2, cells: ['＋王五', '-5', 'TRUE'] },
        { line: 4, cells: ['李四', '23.5', 'FALSE'] },
      ],
    });
  });

  it('has its header below a title that stands alone', async () => {
    const titled = ',安溪藤铁厂员工花名册,\n\n姓名,工种,\n张三,焊工,\n';
    expect(await readTable(utf8(titled), 'x.csv')).toMatchObject({
      headers: ['姓名', '工种'],
      headerLine: 3,
      rows: [{ line: 4 }],
    });
    expect(await readTable(utf8('姓名\n张三\n'), 'x.csv')).toMatchObject({ headers: ['姓名'], rows: [{ line: 2 }] });
  });

  it('of full size is read in both formats', async () => {
    const row = [
      '张三',
      '350524199001011234',
      '13800138000',
      '焊工',
      3,
      '2026-11-23',
      23.5,
      '是',
      '安溪',
      'a',
      'b',
      'c',
      'd',
      'e',
      'f',
    ];
    const full = {
      name: 's',
      headers: row.map((_, index) => `列${index}`),
      rows: Array.from({ length: 10_000 }, (_, n) => [...row.slice(0, -1), n]),
    };
    for (const bytes of [await writeXlsx(full), writeCsv(full)]) {
      const { rows } = await readTable(bytes, 'full');
      expect(rows).toHaveLength(10_000);
      expect(rows.at(-1)?.cells.at(-1)).toBe('9999');
      await expect(readTable(bytes, 'full', { maxRows: 9_999 })).rejects.toMatchObject({ code: 'TOO_MANY_ROWS' });
    }
  });
});
