import type { AccountRow } from './demo-data.js';

/** A row of demo_login: how a demo account is offered on the log-in page. */
export interface DemoLoginRow {
  readonly accountId: string;
  readonly position: number;
  readonly password: string;
  readonly passwordHash: string;
  readonly labelZh: string;
  readonly labelEn: string;
}

/** Who stands behind a login, by the part before its @. */
const labels: ReadonlyMap<string, readonly [zh: string, en: string]> = new Map([
  ['host', ['用工企业', 'Host enterprise']],
  ['lender', ['原单位（富余企业）', 'Lending enterprise']],
  ['worker', ['待业员工', 'Worker without employer']],
  ['lent', ['富余员工', 'Worker to be lent']],
  ['quanzhou', ['泉州市人社局', 'Quanzhou HR bureau']],
  ['anxi', ['安溪县人社局', 'Anxi HR bureau']],
  ['operator', ['平台运营', 'Operator']],
]);

export function roleOf(login: string): string {
  return login.slice(0, login.indexOf('@'));
}

/** How the demo's accounts are offered, in their order. */
export function demoLoginRows(accounts: readonly AccountRow[], password: string, passwordHash: string): DemoLoginRow[] {
  return accounts.map(({ id: accountId, login }, position) => {
    const [labelZh, labelEn] = labels.get(roleOf(login)) ?? [login, login];
    return { accountId, position, password, passwordHash, labelZh, labelEn };
  });
}
