import { describe, expect, it } from 'vitest';
import { type Agreement, openChanges, sideOf, stepsDone, turnsOf } from './agreement.rules';

const hosts = { isHosts: true };
const signed = (isHost: boolean) => ({ isHost });

describe('whose turn an agreement is', () => {
  it('is the side’s that did not propose the newest terms', () => {
    expect(turnsOf({ state: 'DRAFT', versions: [hosts], signatures: [] })).toEqual(['lender']);
    expect(turnsOf({ state: 'DRAFT', versions: [hosts, { isHosts: false }], signatures: [] })).toEqual(['host']);
  });

  it('is everyone’s who has not signed, and nobody’s once it binds', () => {
    expect(turnsOf({ state: 'ISSUED', versions: [hosts], signatures: [] })).toEqual(['host', 'lender']);
    expect(turnsOf({ state: 'ISSUED', versions: [hosts], signatures: [signed(true)] })).toEqual(['lender']);
    expect(turnsOf({ state: 'IN_FORCE', versions: [hosts], signatures: [signed(true)] })).toEqual([]);
  });

  it('moves through its steps with what is signed', () => {
    expect(stepsDone({ state: 'DRAFT', signatures: [] })).toBe(0);
    expect(stepsDone({ state: 'ISSUED', signatures: [] })).toBe(1);
    expect(stepsDone({ state: 'ISSUED', signatures: [signed(false)] })).toBe(2);
    expect(stepsDone({ state: 'IN_FORCE', signatures: [] })).toBe(4);
  });

  it('marks what the newest version changed only while it is still to be answered', () => {
    const [before, newest] = [{ differences: [] }, { differences: [{ term: 'wageFen' }] }];
    const versions = [before, newest] as unknown as Agreement['versions'];
    expect(openChanges({ state: 'DRAFT', versions })).toHaveLength(1);
    expect(openChanges({ state: 'IN_FORCE', versions })).toEqual([]);
  });

  it('knows a reader’s own side, and that an officer has none', () => {
    const deal = { host: { id: 'a' }, lender: { id: 'b' } };
    expect([sideOf(deal, 'a'), sideOf(deal, 'b'), sideOf(deal, 'c'), sideOf(deal, undefined)]).toEqual([
      ...['host', 'lender'],
      ...[undefined, undefined],
    ]);
  });
});
