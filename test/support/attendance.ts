import { v7 } from 'uuid';
import { HOUR_MS } from '../../src/platform/clock/clock.js';
import { type Actor, type EnterpriseActor, need } from './actors.js';
import type { TestApp } from './app.js';
import { inDays, key } from './facts.js';

/** What tests read of a day of attendance. */
export const day = `id day state checkInAt checkOutAt breakMinutes normalMinutes overtimeMinutes restDayMinutes holidayMinutes
  hostConfirmedAt workerConfirmedAt isSettled actions disputedBy claim { checkInAt } resolution`;
export const record = `mutation ($input: RecordAttendanceInput!) { recordAttendance(input: $input) { attendance { ${day} } problem { code message field } } }`;

export interface Day {
  readonly id: string;
  readonly day: string;
  readonly state: string;
  readonly normalMinutes: number;
  readonly overtimeMinutes: number;
  readonly restDayMinutes: number;
  readonly actions: string[];
}
export interface Outcome {
  readonly attendance: Day | null;
  readonly problem: { readonly code: string; readonly message: string; readonly field: string } | null;
}

/** A local time of a day, so many hours after its midnight, as an instant. */
export const at = (date: string, hours: number): string =>
  new Date(Date.parse(`${date}T00:00:00+08:00`) + hours * HOUR_MS).toISOString();
export const add = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);

/** A Monday at least three weeks ago, with no holiday and no end of a month about it, that all tests work in. */
export const monday = ((): string => {
  const quiet = ['2026-03-09', '2026-05-11', '2026-07-13', '2026-08-10', '2026-11-02'];
  return quiet.filter((date) => date < inDays(-20)).at(-1) ?? '2026-03-09';
})();

export const as = (actor: Actor): { as: string } => ({ as: actor.token });

/** A day of a placement as its host states it, in hours after midnight. */
export const stated = (placementId: string, date: string, from = 8, to = 17, more: object = {}): object => ({
  ...{ placementId, day: date, checkInAt: at(date, from), checkOutAt: at(date, to), breakMinutes: 60 },
  ...more,
});

export async function recordDays(app: TestApp, actor: Actor, days: object[]): Promise<Outcome[]> {
  const input = { idempotencyKey: key(), days };
  return (await app.ask<{ recordAttendance: Outcome[] }>(record, { input }, as(actor))).recordAttendance;
}

/** A direct placement that has been active for months: the API starts none in the past. */
export async function hire(app: TestApp, person: Actor, employer: EnterpriseActor): Promise<string> {
  const id = async (field: string, input: object, actor: Actor, type: string): Promise<string> => {
    const query = `mutation ($input: ${type}!) { ${field}(input: $input) { id } }`;
    return (await app.ask<Record<string, { id: string }>>(query, { input }, as(actor)))[field]?.id ?? '';
  };
  const needId = await id('publishNeed', need(), employer, 'PublishNeedInput');
  const applicationId = await id('applyForNeed', { idempotencyKey: key(), needId }, person, 'ApplyInput');
  const offerId = await id('makeOffer', { idempotencyKey: key(), applicationId }, employer, 'MakeOfferInput');
  await id('acceptOffer', { offerId }, person, 'OfferInput');
  const [row] = await app.db.rows<{ id: string }>('SELECT id FROM placement WHERE offer_id = $1', [offerId]);
  await id('startPlacement', { placementId: row?.id }, employer, 'PlacementInput');
  await app.db.rows('UPDATE placement SET starts_on = $2 WHERE id = $1', [row?.id, add(monday, -30)]);
  return row?.id ?? '';
}

/** Makes a direct placement a loan under a signed agreement with these terms. */
export async function lend(app: TestApp, placementId: string, lender: EnterpriseActor, terms: object): Promise<void> {
  const [consent, agreement] = [v7(), v7()];
  const of = `FROM placement p JOIN labour_need n ON n.id = p.need_id WHERE p.id = $2`;
  await app.db.transaction(async (tx) => {
    await tx.query(
      `INSERT INTO consent (id, worker_id, lender_id, starts_on, ends_on, radius_m, state, expires_at)
       SELECT $1, p.worker_id, $3, p.starts_on, p.ends_on, 1, 'granted', now() ${of}`,
      [consent, placementId, lender.enterpriseId],
    );
    await tx.query(
      `INSERT INTO agreement (id, kind, host_id, lender_id, region_id, state, version, starts_on, ends_on, headcount, content_hash, expires_at)
       SELECT $1, 'cooperation', p.host_id, $3, n.region_id, 'in_force', 1, p.starts_on, p.ends_on, 1, repeat('0', 64), now() ${of}`,
      [agreement, placementId, lender.enterpriseId],
    );
    await tx.query(
      `INSERT INTO agreement_terms (agreement_id, version, author_id, account_id, terms)
       SELECT $1, 1, $2, id, $3 FROM account WHERE enterprise_id = $2 LIMIT 1`,
      [agreement, lender.enterpriseId, JSON.stringify(terms)],
    );
    await tx.query(
      `UPDATE placement SET kind = 'loan', lender_id = $2, consent_id = $3, agreement_id = $4 WHERE id = $1`,
      [placementId, lender.enterpriseId, consent, agreement],
    );
    await tx.query(
      'UPDATE worker SET home_enterprise_id = $2 WHERE id = (SELECT worker_id FROM placement WHERE id = $1)',
      [...[placementId, lender.enterpriseId]],
    );
  });
}
