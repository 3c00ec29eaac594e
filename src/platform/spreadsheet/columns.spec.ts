import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { type Column, column, defineColumns, type RowOf } from './columns.js';
import { mapTable } from './map-table.js';
import type { RawTable } from './read-table.js';

const tableOf = (headers: string[], ...rows: string[][]): RawTable => ({
  fileName: 'x.csv',
  format: 'csv',
  encoding: 'utf-8',
  headers,
  headerLine: 1,
  rows: rows.map((cells, index) => ({ line: index + 2, cells })),
});

/** What a column makes of one cell: its value, or `{ code, params }`. */
function read(target: Column<unknown>, cell: string): unknown {
  const [row] = mapTable(tableOf(['it'], [cell]), { it: target }).rows;
  if (row && 'value' in row) return row.value.it;
  const { code, params } = row?.errors[0] ?? {};
  return { code, params };
}

const refused = (code: string, params = {}): unknown => ({ code, params });

const columns = defineColumns({
  name: column('text', { headers: ['姓名', 'full name'], required: true, maxLength: 5 }),
  headcount: column('integer', { headers: ['人数'], min: 1, max: 10_000 }),
  rate: column('decimal', { required: true }),
  wage: column('money', { headers: ['工资（元）'] }),
  startsOn: column('date', { headers: ['开始日期'] }),
  lodging: column('boolean', { headers: ['包住宿'] }),
  sex: column('choice', { choices: { day: ['白班', 'day shift'], night: ['夜班'] }, required: true }),
  skills: column('list'),
});

/** Compiles only if the row type is inferred as the columns say. */
const example: RowOf<typeof columns> = {
  name: '张三',
  headcount: undefined,
  rate: '1.50',
  wage: 2350,
  startsOn: '2026-11-23',
  lodging: true,
  sex: 'night',
  skills: ['焊工'] as readonly string[],
};

describe('a column of', () => {
  it.each<[string, Column<unknown>, string, unknown]>([
    ['text', column('text', { maxLength: 2 }), '𠮷野', '𠮷野'],
    ['text', column('text', { maxLength: 2 }), '𠮷野家', refused('TOO_LONG', { max: 2 })],
    ['text', column('text', { pattern: /^\d+$/ }), 'a1', refused('BAD_FORMAT')],
    ['text', column('text', { required: true }), '', refused('REQUIRED')],
    ['text', column('text'), '', undefined],
    ['text', column('text'), '#N/A', refused('FORMULA_ERROR')],
    ['text', column('text'), '#1 workshop', '#1 workshop'],
    ['integers', column('integer'), '1,200', 1200],
    ['integers', column('integer'), '12.0', 12],
    ['integers', column('integer'), '－３', -3],
    ['integers', column('integer'), '12.5', refused('NOT_AN_INTEGER')],
    ['integers', column('integer'), '1,20', refused('NOT_A_NUMBER')],
    ['integers', column('integer'), '1E3', refused('NOT_A_NUMBER')],
    ['integers', column('integer'), '9007199254740993', refused('OUT_OF_RANGE', { max: Number.MAX_SAFE_INTEGER })],
    ['integers', column('integer', { min: 1 }), '0', refused('OUT_OF_RANGE', { min: 1 })],
    ['decimals', column('decimal'), '+0012.500', '12.500'],
    ['decimals', column('decimal'), '-12345678901234567890.123', '-12345678901234567890.123'],
    ['decimals', column('decimal', { maxScale: 1 }), '1.50', '1.50'],
    ['decimals', column('decimal', { maxScale: 1 }), '1.55', refused('TOO_PRECISE', { max: 1 })],
    ['decimals', column('decimal', { min: '0.1' }), '0.09', refused('OUT_OF_RANGE', { min: '0.1' })],
    ['decimals', column('decimal', { max: 1 }), '1.0000000000000000001', refused('OUT_OF_RANGE', { max: '1' })],
    ['decimals', column('decimal'), 'abc', refused('NOT_A_NUMBER')],
    ['money', column('money'), '23.5', 2350],
    ['money', column('money'), '￥1,234.50', 123_450],
    ['money', column('money'), '0.29元', 29],
    ['money', column('money'), '23.505', refused('TOO_PRECISE', { max: 2 })],
    ['money', column('money'), '-0.01', refused('OUT_OF_RANGE', { min: '0.00' })],
    ['money', column('money', { maxFen: 12_345 }), '123.46', refused('OUT_OF_RANGE', { max: '123.45' })],
    ['money', column('money'), '面议', refused('NOT_A_NUMBER')],
    ['dates', column('date'), '2026-11-23', '2026-11-23'],
    ['dates', column('date'), '2026/1/5', '2026-01-05'],
    ['dates', column('date'), '2026.11.23', '2026-11-23'],
    ['dates', column('date'), '2026年1月5日', '2026-01-05'],
    ['dates', column('date'), '20261123', '2026-11-23'],
    ['dates', column('date'), '46349', '2026-11-23'],
    ['dates', column('date'), '2026-11-23 08:30', '2026-11-23'],
    ['dates', column('date'), '2026-02-29', refused('NOT_A_DATE')],
    ['dates', column('date'), '2024-02-29', '2024-02-29'],
    ['dates', column('date'), '11/23/2026', refused('NOT_A_DATE')],
    ['dates', column('date'), '2026-11/23', refused('NOT_A_DATE')],
    ['dates', column('date', { min: '2026-01-01' }), '2025-12-31', refused('OUT_OF_RANGE', { min: '2026-01-01' })],
    ['dates', column('date', { max: '2026-01-01' }), '2026-01-02', refused('OUT_OF_RANGE', { max: '2026-01-01' })],
    ['yes and no', column('boolean'), '是', true],
    ['yes and no', column('boolean'), 'NO', false],
    ['yes and no', column('boolean'), 'maybe', refused('NOT_A_BOOLEAN')],
    ['choices', columns.sex, 'Day  Shift', 'day'],
    ['choices', columns.sex, 'night', 'night'],
    ['choices', columns.sex, '中班', refused('NOT_ONE_OF', { allowed: '白班、夜班' })],
    ['choices', columns.sex, 'constructor', refused('NOT_ONE_OF', { allowed: '白班、夜班' })],
    ['lists', column('list'), '焊工、藤编， 打磨;焊工/；', ['焊工', '藤编', '打磨']],
    ['lists', column('list'), '', []],
    ['lists', column('list', { maxItems: 1 }), 'a,b', refused('TOO_MANY_ITEMS', { max: 1 })],
    ['lists', column('list', { itemMaxLength: 1 }), 'a,bb', refused('TOO_LONG', { max: 1 })],
  ])('%s: %#', (_kind, target, cell, expected) => {
    expect(read(target, cell)).toEqual(expected);
  });

  it('money is exact for every amount of fen', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (fen) => {
        const text = `${BigInt(fen) / 100n}.${String(fen % 100).padStart(2, '0')}`;
        expect(read(column('money'), text)).toBe(fen);
      }),
    );
  });

  it('dates takes every day of two centuries in every way of writing it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 20_000, max: 79_999 }), fc.constantFrom('-', '/', '.'), (serial, separator) => {
        const iso = new Date((serial - 25_569) * 86_400_000).toISOString().slice(0, 10);
        const written = iso.replaceAll('-', separator);
        expect([String(serial), iso, written].map((text) => read(column('date'), text))).toEqual([iso, iso, iso]);
      }),
    );
  });
});

describe('a table', () => {
  const headers = ['姓 名*', 'HEAD_COUNT', 'Ｒate', '工资(元)', 'starts on', '包住宿：', 'sex', 'skills'];
  const cells = ['张三', '', '1.50', '23.50', '2026/11/23', '是', '夜班', '焊工'];

  it('is read by headers in either language, whatever their case, width and spaces', () => {
    expect(mapTable(tableOf(headers, cells), columns)).toEqual({
      rows: [{ line: 2, value: example }],
      errors: [],
      unknownHeaders: [],
      headerOf: new Map(Object.keys(columns).map((key, index) => [key, headers[index] ?? ''])),
    });
  });

  it('reports all faults of a row, with what the user sees', () => {
    const { rows, errors } = mapTable(
      tableOf(['姓名', 'rate', 'sex', '人数'], ['', 'x'.repeat(50), '夜班', '0', 'more'], cells.slice(0, 0)),
      columns,
    );
    expect(rows.map((row) => 'errors' in row)).toEqual([true, true]);
    expect(errors.slice(0, 4)).toEqual([
      { line: 2, column: 'name', header: '姓名', value: '', code: 'REQUIRED', params: {} },
      { line: 2, column: 'headcount', header: '人数', value: '0', code: 'OUT_OF_RANGE', params: { min: 1 } },
      { line: 2, column: 'rate', header: 'rate', value: `${'x'.repeat(39)}…`, code: 'NOT_A_NUMBER', params: {} },
      { line: 2, column: '', header: '', value: 'more', code: 'UNEXPECTED_CELL', params: {} },
    ]);
  });

  it('with headers of its own is read by a mapping and constants', () => {
    const own = tableOf(['员工', '姓名', '费率'], ['张三', '不读', '2']);
    const options = { mapping: { name: '员 工', rate: '费率' }, constants: { sex: '白班', startsOn: '2026年1月5日' } };
    const { rows, unknownHeaders } = mapTable(own, columns, options);
    expect(rows).toEqual([
      {
        line: 2,
        value: {
          name: '张三',
          headcount: undefined,
          rate: '2',
          wage: undefined,
          startsOn: '2026-01-05',
          lodging: undefined,
          sex: 'day',
          skills: [],
        },
      },
    ]);
    expect(unknownHeaders).toEqual(['姓名']);
  });

  it('may give one header to two columns', () => {
    const two = defineColumns({ name: column('text'), contact: column('text') });
    const { rows } = mapTable(tableOf(['员工'], ['张三']), two, { mapping: { name: '员工', contact: '员工' } });
    expect(rows).toEqual([{ line: 2, value: { name: '张三', contact: '张三' } }]);
  });

  it('may have headers named like parts of an object', () => {
    const hostile = tableOf(['__proto__', 'constructor', 'name'], ['polluted', 'x', 'A']);
    const { rows, unknownHeaders } = mapTable(hostile, defineColumns({ name: column('text') }));
    expect(rows).toEqual([{ line: 2, value: { name: 'A' } }]);
    expect(unknownHeaders).toEqual(['__proto__', 'constructor']);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  const good = tableOf(['name', 'rate', 'sex']);
  it.each([
    [
      'lacks required columns',
      tableOf(['name']),
      {},
      {
        code: 'MISSING_COLUMN',
        params: {
          missing: [
            { column: 'rate', headers: ['rate'] },
            { column: 'sex', headers: ['sex'] },
          ],
        },
      },
    ],
    [
      'names a column twice',
      tableOf(['name', '姓名', 'rate', 'sex']),
      {},
      { code: 'DUPLICATE_COLUMN', params: { column: 'name', headers: ['name', '姓名'] } },
    ],
    [
      'has a header too many',
      tableOf(['name', 'rate', 'sex', 'x']),
      { unknownHeaders: 'refuse' },
      { code: 'UNKNOWN_HEADER', params: { headers: ['x'] } },
    ],
    [
      'lacks a mapped header',
      good,
      { mapping: { name: '员工' } },
      { code: 'UNKNOWN_HEADER', params: { headers: ['员工'] } },
    ],
    [
      'is mapped to no column',
      good,
      { mapping: { ['__proto__x']: 'name' } },
      { code: 'UNKNOWN_COLUMN', params: { columns: ['__proto__x'] } },
    ],
    [
      'has a constant for no column',
      good,
      { constants: { toString: 'x' } },
      { code: 'UNKNOWN_COLUMN', params: { columns: ['toString'] } },
    ],
    [
      'has a bad constant',
      good,
      { constants: { sex: '中班' } },
      { code: 'BAD_CONSTANT', params: { column: 'sex', value: '中班', cellCode: 'NOT_ONE_OF' } },
    ],
  ] as const)('that %s is refused', (_name, table, options, problem) => {
    expect(() => mapTable(table, columns, options)).toThrow(expect.objectContaining({ problem }));
  });

  it('cannot be defined with two columns of one header', () => {
    expect(() =>
      defineColumns({ a: column('text', { headers: ['姓名'] }), b: column('text', { headers: ['姓 名'] }) }),
    ).toThrow(TypeError);
  });
});
