import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { at, isPointer, tableOf } from './json-rows.rules.js';

const pointers = { rowsPointer: '/data/rows', periodPointer: '/when', valuePointer: '/kwh/0' };
const rows = (list: readonly unknown[]): string => JSON.stringify({ data: { rows: list } });

describe('a JSON pointer', () => {
  it('leads through objects and lists, and through names with / and ~', () => {
    expect(at({ 'a/b': { '~': [1, { c: 2 }] } }, '/a~1b/~0/1/c')).toBe(2);
    expect(at([1, 2], '')).toEqual([1, 2]);
  });

  it('leads to nothing that the document does not hold itself', () => {
    for (const pointer of ['/__proto__', '/constructor/name', '/length', '/01', '/-'])
      expect([pointer, at(pointer === '/01' || pointer === '/-' ? [1, 2] : {}, pointer)]).toEqual([pointer, undefined]);
  });

  it('is empty or begins with a slash', () => {
    expect(['', '/', '/a/b', '/a~0b'].map(isPointer)).toEqual([true, true, true, true]);
    expect(['a', '/a~', '/a~2'].map(isPointer)).toEqual([false, false, false]);
  });

  it('finds any value that was put into a document', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1, maxLength: 5 }), fc.integer(), (path, value) => {
        const document = path.reduceRight<unknown>((inner, name) => Object.fromEntries([[name, inner]]), value);
        const pointer = path.map((name) => `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
        expect(at(document, pointer)).toBe(value);
      }),
    );
  });
});

describe('what a department answers', () => {
  it('becomes a table of periods and values', () => {
    const table = tableOf(rows([{ when: 202610, kwh: [1.5e6] }, { when: ' 2026-11 ', kwh: ['7'] }, null]), pointers);
    expect(table).toMatchObject({
      headers: ['period', 'value'],
      rows: [
        { line: 1, cells: ['202610', '1500000'] },
        { line: 2, cells: ['2026-11', '7'] },
        { line: 3, cells: ['', ''] },
      ],
    });
  });

  it('or says why it does not', () => {
    expect(tableOf('<html>', pointers)).toBe('NOT_JSON');
    expect(tableOf('{"data":{"rows":{}}}', pointers)).toBe('NO_ROWS');
    expect(tableOf(rows(Array(10_001).fill(null)), pointers)).toBe('TOO_MANY_ROWS');
  });

  it('whatever it is, nothing but a table or a reason comes of it', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string(), fc.array(fc.jsonValue()).map(rows)), (text) => {
        const found = tableOf(text, pointers);
        expect(typeof found === 'string' || found.rows.every(({ cells }) => cells.length === 2)).toBe(true);
      }),
    );
  });
});
