import { v7 } from 'uuid';
import { type Actor, Actors, type EnterpriseActor, need } from './actors.js';
import type { TestApp } from './app.js';
import { inDays } from './facts.js';

export interface Loan {
  readonly host: EnterpriseActor;
  readonly lender: EnterpriseActor;
  readonly worker: Actor;
  readonly workerId: string;
  readonly needId: string;
  readonly offerId: string;
  readonly placementId: string;
  readonly agreementId: string;
  readonly consentId: string;
}

interface LoanChanges {
  readonly startsOn?: string;
  readonly endsOn?: string;
  readonly agreementEndsOn?: string;
  readonly state?: 'planned' | 'active';
  readonly terms?: object;
  readonly parties?: { readonly host: EnterpriseActor; readonly lender: EnterpriseActor };
}

const columnsOf = (row: object): string => Object.keys(row).join(', ');
const marksOf = (row: object): string =>
  Object.keys(row)
    .map((_, at) => `$${at + 1}`)
    .join(', ');
const insert = (app: TestApp, table: string, row: object): Promise<unknown[]> =>
  app.db.rows(`INSERT INTO ${table} (${columnsOf(row)}) VALUES (${marksOf(row)})`, Object.values(row));

/** A worker of a lender placed at a host under an agreement in force, with everything that the database asks for. */
export async function loanOf(app: TestApp, changes: LoanChanges = {}): Promise<Loan> {
  const { startsOn = inDays(0), endsOn = inDays(30), agreementEndsOn = inDays(60), state = 'active' } = changes;
  const actors = new Actors(app);
  const host = changes.parties?.host ?? (await actors.enterprise('安溪铁艺家居有限公司'));
  const lender = changes.parties?.lender ?? (await actors.enterprise('安溪藤云工艺有限公司'));
  const worker = await actors.idleWorker();
  const { publishNeed: posted } = await app.ask<{ publishNeed: { id: string } }>(
    'mutation ($input: PublishNeedInput!) { publishNeed(input: $input) { id } }',
    { input: need({ headcount: 1 }) },
    { as: host.token },
  );
  const [account] = await app.db.rows<{ id: string; worker_id: string }>(
    'SELECT id, worker_id FROM account WHERE login = $1',
    [worker.login],
  );
  const [lenderAccount] = await app.db.rows<{ id: string }>('SELECT id FROM account WHERE login = $1', [lender.login]);
  const workerId = account?.worker_id ?? '';
  const [ids, parties] = [
    { consentId: v7(), agreementId: v7(), offerId: v7(), placementId: v7() },
    { worker_id: workerId, host_id: host.enterpriseId, lender_id: lender.enterpriseId },
  ];
  await app.settle();
  await app.db.rows(`UPDATE worker SET home_enterprise_id = $2 WHERE id = $1`, [workerId, lender.enterpriseId]);
  await app.db.rows(`UPDATE proposal SET state = 'superseded' WHERE worker_id = $1 AND state = 'proposed'`, [workerId]);
  const period = { starts_on: startsOn, ends_on: endsOn };
  const agreed = { starts_on: startsOn, ends_on: agreementEndsOn };
  await insert(app, 'employment', {
    ...{
      id: v7(),
      worker_id: workerId,
      enterprise_id: lender.enterpriseId,
      starts_on: inDays(-400),
      ends_on: inDays(200),
    },
  });
  await insert(app, 'consent', {
    ...{ id: ids.consentId, worker_id: workerId, lender_id: lender.enterpriseId, ...period },
    ...{ radius_m: 20_000, state: 'granted', expires_at: new Date() },
  });
  await insert(app, 'agreement', {
    ...{ id: ids.agreementId, kind: 'cooperation', host_id: host.enterpriseId, lender_id: lender.enterpriseId },
    ...{ region_id: 'GB2260:350524', state: 'in_force', version: 1, ...agreed, headcount: 5 },
    ...{ content_hash: 'a'.repeat(64), expires_at: new Date() },
  });
  await insert(app, 'agreement_terms', {
    ...{ agreement_id: ids.agreementId, version: 1, author_id: lender.enterpriseId, account_id: lenderAccount?.id },
    terms: JSON.stringify({ injuryHostPercent: 30, returnCases: '', returnNoticeDays: 3, ...changes.terms }),
  });
  const deal = { need_id: posted.id, ...parties, kind: 'loan', ...period };
  const offer = { id: ids.offerId, ...deal, wage_fen: 2400, wage_unit: 'hour', currency: 'CNY' };
  await insert(app, 'offer', { ...offer, state: 'confirmed', expires_at: new Date() });
  const papers = { consent_id: ids.consentId, agreement_id: ids.agreementId };
  await insert(app, 'placement', { id: ids.placementId, offer_id: ids.offerId, ...deal, ...papers, state });
  return { host, lender, worker, workerId, needId: posted.id, ...ids };
}
