import { expect, it } from 'vitest';
import { arcsOf, type Link } from './flows.rules';

it('draws flows between regions, the widest for the most heads', () => {
  const link = (from: string | null, to: string, heads: number): Link => ({
    ...{ heads, source: { key: from, label: from ?? '' }, target: { key: to, label: to } },
  });
  const arcs = arcsOf([link('A', 'B', 10), link('B', 'B', 99), link('C', 'B', 5), link(null, 'B', 7)], ({ heads }) =>
    String(heads),
  );
  expect(arcs).toEqual([
    { from: 'A', to: 'B', share: 1, label: '10' },
    { from: 'C', to: 'B', share: 0.5, label: '5' },
  ]);
});
