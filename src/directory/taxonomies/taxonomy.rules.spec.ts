import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import {
  escapeLike,
  parentsFirst,
  refuseDuplicate,
  refuseParentCycle,
  refuseReservedScheme,
  searchText,
} from './taxonomy.rules.js';

const forest = fc
  .array(fc.nat(), { maxLength: 40 })
  .map((seeds) =>
    seeds.map((seed, at) => ({ id: `n${at}`, parentId: at === 0 || seed % 4 === 0 ? null : `n${seed % at}` })),
  )
  .chain((rows) => fc.shuffledSubarray(rows, { minLength: rows.length, maxLength: rows.length }));

describe('rows of a tree', () => {
  it('come out once each and never before their parent, in whatever order they came in', () => {
    fc.assert(
      fc.property(forest, (rows) => {
        const ordered = parentsFirst(rows);
        const place = new Map(ordered.map(({ id }, at) => [id, at]));
        expect(place.size).toBe(rows.length);
        for (const { id, parentId } of rows) {
          if (parentId !== null) expect(place.get(parentId)).toBeLessThan(place.get(id) ?? -1);
        }
        expect(refuseParentCycle(rows)).toBeUndefined();
      }),
    );
  });

  it('are refused when their parents form a ring, and taken when a parent is not among them', () => {
    const ring = [
      { id: 'a', parentId: 'b' },
      { id: 'b', parentId: 'c' },
      { id: 'c', parentId: 'b' },
    ];
    expect(refuseParentCycle(ring)).toMatchObject({ code: 'VALIDATION_FAILED' });
    expect(refuseParentCycle([{ id: 'a', parentId: 'a' }])).toBeDefined();
    expect(refuseParentCycle([{ id: 'a', parentId: 'elsewhere' }])).toBeUndefined();
  });
});

describe('what an import may bring', () => {
  it('is never a row of the scheme that ships with the product', () => {
    expect(refuseReservedScheme([{ scheme: 'US-FIPS', code: '06037' }], 'GB2260')).toBeUndefined();
    expect(refuseReservedScheme([{ scheme: 'GB2260', code: '350524' }], 'GB2260')).toMatchObject({
      params: { scheme: 'GB2260' },
    });
  });

  it('names the first id given twice', () => {
    expect(refuseDuplicate(['a', 'b', 'a'], 'input.skills')).toMatchObject({
      params: { id: 'a' },
      field: 'input.skills',
    });
    expect(refuseDuplicate(['a', 'b'], 'input.skills')).toBeUndefined();
  });
});

describe('what a person types into a search', () => {
  it('is folded to half width, lower case and single spaces', () => {
    expect(searchText('  Ｈａｎ  Gong ')).toBe('han gong');
    expect(searchText(undefined)).toBe('');
  });

  it('is never a wildcard', () => {
    expect(escapeLike('100%_\\')).toBe('100\\%\\_\\\\');
  });
});
