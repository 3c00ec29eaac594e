import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { cleanCell, dateText, neutralise, plainNumber, stripUnsafe } from './cell-text.js';

describe('the text of a cell', () => {
  it.each([
    ['　张三　', '张三'],
    ['１３８００１３８０００', '13800138000'],
    ['ＡＢｃ（福建）', 'ABc（福建）'],
    ['e\u0301', '\u00e9'],
    ['\uFEFF姓\u200B名\u202E', '姓名'],
    ['a\u0000b\u0007c', 'abc'],
    ['x\uD800y', 'xy'],
    ['𠮷野', '𠮷野'],
    ['第一行\r\n第二行\t尾', '第一行\n第二行 尾'],
  ])('%j is read as %j', (raw, clean) => {
    expect(cleanCell(raw)).toBe(clean);
  });

  it.each(['=1+1', '+86 138', '-5', '@SUM(A1)', '\tx', '\rx', '\nx', '＝1', '＋1', '－1', '＠x', ' =1', "'=1"])(
    '%j is no formula once neutralised',
    (text) => {
      expect(neutralise(text)).toBe(`'${text}`);
    },
  );

  it('leaves text alone that is no formula', () => {
    for (const text of ['张三', "it's", "'quoted'", '1+1', '2026-11-23', '']) expect(neutralise(text)).toBe(text);
  });

  it('reads back whatever an export neutralised', () => {
    const start = fc.constantFrom('', '=', '+', '-', '@', '＝', '＠', "'=", "''-", ' =');
    fc.assert(
      fc.property(start, fc.string({ unit: 'binary' }), (prefix, rest) => {
        const text = cleanCell(prefix + rest);
        expect(cleanCell(neutralise(stripUnsafe(text)))).toBe(text);
      }),
    );
  });
});

describe('numbers and dates of a workbook', () => {
  it.each([
    [0.1 + 0.2, '0.3'],
    [23.5, '23.5'],
    [1e21, '1000000000000000000000'],
    [1.5e-7, '0.00000015'],
    [-1.25e-9, '-0.00000000125'],
    [13_800_138_000, '13800138000'],
    [Number.NaN, ''],
  ])('%d is written %s', (value, text) => {
    expect(plainNumber(value)).toBe(text);
  });

  it.each([
    ['2026-11-23T00:00:00.000Z', '2026-11-23'],
    ['2026-11-23T08:29:59.999Z', '2026-11-23 08:30'],
    ['2026-11-23T08:30:15Z', '2026-11-23 08:30:15'],
    ['1899-12-30T08:00:00Z', '08:00'],
  ])('%s is written %s', (iso, text) => {
    expect(dateText(new Date(iso))).toBe(text);
  });

  it('shows a date beyond the calendar as Excel does', () => {
    expect(dateText(new Date(Number.NaN))).toBe('#####');
  });
});
