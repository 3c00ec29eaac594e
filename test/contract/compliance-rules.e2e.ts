import { afterAll, beforeAll, expect, it } from 'vitest';
import { TestApp } from '../support/app.js';

const rules = `query ($after: String) { complianceRules(first: 40, after: $after) {
  edges { node { id title clause basis effect } } pageInfo { hasNextPage endCursor } } }`;

interface Rules {
  readonly complianceRules: {
    readonly edges: { node: { id: string; title: string; clause: string; basis: string; effect: string } }[];
    readonly pageInfo: { hasNextPage: boolean; endCursor: string };
  };
}

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app.close());

it('anyone reads the rule book, page by page and in their language', async () => {
  const first = (await app.ask<Rules>(rules)).complianceRules;
  const { endCursor: after } = first.pageInfo;
  const second = (await app.ask<Rules>(rules, { after })).complianceRules;
  expect([first, second].map(({ edges, pageInfo }) => [edges.length, pageInfo.hasNextPage])).toEqual([
    [40, true],
    [8, false],
  ]);
  const ids = [...first.edges, ...second.edges].map(({ node }) => node.id);
  expect(ids).toEqual(Array.from({ length: 48 }, (_, index) => `R${index + 1}`));
  expect(first.edges[13]?.node).toMatchObject({
    ...{ id: 'R14', basis: 'STATUTE', effect: 'FLAGGED' },
    clause: 'Regulation on Work-Related Injury Insurance, art. 17',
  });
  const chinese = await app.ask<Rules>(rules, {}, { language: 'zh-CN' });
  expect(chinese.complianceRules.edges[13]?.node.clause).toBe('《工伤保险条例》第十七条');
  expect(await app.refusal(rules, { after: 'bm9uZQ' })).toBe('VALIDATION_FAILED');
});
