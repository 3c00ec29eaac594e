import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { meantBy, mistakes, soundedName } from './occupation-search.rules.js';

interface Catalogue {
  readonly occupations: readonly { code: string; nameZh: string; nameEn: string; pinyin: string; initials: string }[];
}
const { occupations } = JSON.parse(
  readFileSync(new URL('../reference/occupations.json', import.meta.url), 'utf8'),
) as Catalogue;
const names = occupations.map(({ code, ...row }) => soundedName({ id: code, ...row }));
const zh = new Map(occupations.map(({ code, nameZh }) => [code, nameZh]));
const meant = (text: string): string[] => meantBy(text, names).map((id) => zh.get(id) ?? '');

describe('what somebody meant', () => {
  it.each([
    ['zhuzhao', '铸造工', 'a letter too many'],
    ['zuzao', '铸造工', 'z for zh'],
    ['fenren', '缝纫工', 'n for ng'],
    ['fegnren', '缝纫工', 'swapped'],
    ['zhuangpie', '装配工', 'swapped'],
    ['chacesiji', '叉车司机', 'c for ch'],
    ['baojeyuan', '保洁员', 'a letter missing'],
    ['tenbiangong', '藤编工', 'n for ng'],
    ['滕编', '藤编工', 'another character of the same sound'],
    ['腾遍', '藤编工', 'two of them'],
    ['汉工', '焊工', 'another character of the same sound'],
    ['保结员', '保洁员', 'another character of the same sound'],
    ['teng编', '藤编工', 'half pinyin'],
    ['叉车司级', '叉车司机', 'another character of the same sound'],
    ['weldr', '焊工', 'a letter missing'],
    ['wleder', '焊工', 'swapped'],
    ['weelder', '焊工', 'a letter too many'],
    ['forklfit driver', '叉车司机', 'swapped in one word'],
    ['ratan weavr', '藤编工', 'one mistake in each word'],
    ['clener', '保洁员', 'a letter missing'],
  ])('%s: %s (%s)', (text, name) => {
    expect(meant(text)).toContain(name);
  });

  it('is the same sound before a wrong letter', () => {
    expect(meant('汉工')[0]).toBe('焊工');
  });

  it.each(['焊', '藤椅', 'hg', 'han', '', 'x', '%', 'zzzzzzzz', '宇航员', 'astronaut', 'a'.repeat(100)])(
    'is nothing for %s',
    (text) => expect(meant(text)).toEqual([]),
  );

  it('is never what was typed rightly', () => {
    for (const { nameZh, pinyin, nameEn } of occupations)
      for (const text of [nameZh, pinyin, nameEn.toLowerCase()]) expect(meant(text)).not.toContain(nameZh);
  });

  it('is found with any one letter of the pinyin gone', () => {
    const one = fc.constantFrom(...occupations.filter(({ pinyin }) => pinyin.length >= 7));
    fc.assert(
      fc.property(one, fc.nat(), ({ nameZh, pinyin, nameEn }, nth) => {
        const at = nth % pinyin.length;
        const typed = pinyin.slice(0, at) + pinyin.slice(at + 1);
        if (`${pinyin} ${nameEn}`.includes(typed)) return;
        expect(meant(typed)).toContain(nameZh);
      }),
    );
  });
});

describe('mistakes', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 7 });

  /** Optimal string alignment, by its textbook recursion. */
  const slow = (a: string, b: string): number => {
    if (a === '' || b === '') return a.length + b.length;
    const swapped = a[0] === b[1] && a[1] === b[0] && a.length > 1 && b.length > 1;
    return Math.min(
      slow(a.slice(1), b.slice(1)) + (a[0] === b[0] ? 0 : 1),
      slow(a.slice(1), b) + 1,
      slow(a, b.slice(1)) + 1,
      swapped ? slow(a.slice(2), b.slice(2)) + 1 : Infinity,
    );
  };

  it('are those of the textbook, as far as one', () => {
    fc.assert(
      fc.property(word, word, (typed, meant) => {
        expect(mistakes(typed, meant, true)).toBe(Math.min(2, slow(typed, meant)));
        const starts = Array.from({ length: meant.length + 1 }, (_, to) => slow(typed, meant.slice(0, to)));
        expect(mistakes(typed, meant, false)).toBe(Math.min(2, ...starts));
      }),
    );
  });
});
