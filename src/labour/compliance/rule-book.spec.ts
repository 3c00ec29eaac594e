import { expect, it } from 'vitest';
import { cursorOf } from '../../platform/graphql/connection.js';
import { ruleIds } from './rule.js';
import { pageOfRules, ruleBook } from './rule-book.js';

it('the book holds R1 to R48, once each and in order', () => {
  expect(ruleBook.map(({ id }) => id)).toEqual(ruleIds);
});

it('every rule says in both languages what it asks and where that stands', () => {
  for (const { id, title, clause } of ruleBook) {
    for (const text of [title['zh-CN'], clause['zh-CN']])
      expect([id, text]).toEqual([id, expect.stringMatching(/\p{Script=Han}/u)]);
    for (const text of [title.en, clause.en]) expect([id, text]).toEqual([id, expect.stringMatching(/[A-Za-z]{3}/)]);
  }
});

it('cites articles as laws do', () => {
  const clause = (id: string) => ruleBook.find((rule) => rule.id === id)?.clause;
  expect(clause('R14')).toEqual({
    'zh-CN': '《工伤保险条例》第十七条',
    en: 'Regulation on Work-Related Injury Insurance, art. 17',
  });
  expect(clause('R16')?.['zh-CN']).toContain('《劳动法》第三十六条、第三十八条、第四十一条');
  expect(clause('R23')?.en).toContain('Labour Contract Law, arts. 50, 91');
});

it('is read page by page', () => {
  const first = pageOfRules({ first: 30 });
  const second = pageOfRules({ first: 30, after: cursorOf('R30') });
  expect([...first.rows, ...second.rows]).toEqual(ruleBook);
  expect([first.hasNextPage, second.hasNextPage]).toEqual([true, false]);
  expect(() => pageOfRules({ first: 1, after: cursorOf('R99') })).toThrow();
});
