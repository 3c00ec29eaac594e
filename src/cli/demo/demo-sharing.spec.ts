import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { generateDemo } from './demo-generator.js';

const today = '2026-03-02';
const { materials, capacity, enterprises, accounts } = generateDemo(today, 1);
const kinds = readFileSync(new URL('../../materials/catalogue/reference/kinds.json', import.meta.url), 'utf8');
const idsOfKinds = new Set([...kinds.matchAll(/"id":"([A-Z0-9.-]+)"/g)].map(([, id]) => id));
const verified = new Set(enterprises.filter(({ verification }) => verification === 'verified').map(({ id }) => id));
const [host] = accounts;

describe('what is shared in the demo region', () => {
  it('has the size it promises', () => {
    expect([materials.lots.length, materials.requests.length]).toEqual([32, 21]);
    expect([capacity.workshops.length, capacity.requests.length]).toEqual([10, 11]);
  });

  it('names kinds of the catalogue and enterprises that may deal', () => {
    const named = [
      ...materials.lots.map(({ input }) => input.kindId),
      ...materials.requests.flatMap(({ input }) => input.kindIds),
      ...materials.pools.map(({ input }) => input.kindId),
    ];
    expect(named.filter((id) => !idsOfKinds.has(id))).toEqual([]);
    const dealing = [
      ...[...materials.lots, ...materials.requests, ...materials.pools].map(({ by }) => by),
      ...materials.transfers.map(({ receiver }) => receiver),
      ...[...capacity.workshops, ...capacity.requests].map(({ by }) => by),
      ...capacity.bookings.map(({ customer }) => customer),
    ];
    expect(dealing.filter((id) => !verified.has(id))).toEqual([]);
  });

  it('takes of each lot no more than there is, and never its owner’s own', () => {
    for (const [index, { by, input }] of materials.lots.entries()) {
      const takers = materials.transfers.filter(({ lot }) => lot === index);
      const taken = takers.reduce((sum, { quantity }) => sum + quantity, 0);
      expect(taken).toBeLessThanOrEqual(Number(input.quantity.value));
      expect(takers.map(({ receiver }) => receiver)).not.toContain(by);
    }
  });

  it('shows every state, and the demo host on both sides', () => {
    expect(new Set(materials.transfers.map(({ until }) => until)).size).toBe(7);
    expect(new Set(capacity.bookings.map(({ until }) => until)).size).toBe(4);
    const hosted = materials.transfers.filter(({ receiver }) => receiver === host?.enterpriseId);
    expect(hosted.map(({ until }) => until)).toEqual(expect.arrayContaining(['reserved', 'delivered', 'returning']));
    expect(materials.lots.map(({ by }) => by)).toContain(host?.enterpriseId);
    expect(capacity.bookings.map(({ customer }) => customer)).toContain(host?.enterpriseId);
    expect(capacity.workshops.map(({ by }) => by)).toContain(host?.enterpriseId);
  });
});
