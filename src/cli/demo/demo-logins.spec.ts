import { describe, expect, it } from 'vitest';
import { generateDemo } from './demo-generator.js';
import { demoLoginRows } from './demo-logins.js';

describe('the demo’s log-ins', () => {
  const { accounts } = generateDemo('2026-03-02', 1);

  it('offer every account, each under a name of its own in both languages', () => {
    const rows = demoLoginRows(accounts, 'secret', 'hash');
    expect(rows.map(({ accountId }) => accountId)).toEqual(accounts.map(({ id }) => id));
    expect(new Set(rows.map(({ labelZh }) => labelZh)).size).toBe(accounts.length);
    expect(rows.filter(({ labelEn }) => labelEn.includes('@'))).toEqual([]);
  });
});
