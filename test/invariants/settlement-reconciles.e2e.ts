import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { draftSettlements } from '../../src/labour/settlements/settlement.jobs.js';
import type { Tx } from '../../src/platform/database/database.js';
import { Outbox } from '../../src/platform/outbox/outbox.js';
import { Actors, type EnterpriseActor } from '../support/actors.js';
import { TestApp } from '../support/app.js';
import { inDays } from '../support/facts.js';

/**
 * Totals reconcile to the fen: random placements are settled by the rules (pay.rules.ts, settle.rules.ts) and by SQL
 * (settlement_recount) from the same attendance and terms, and every part of every line must agree.
 */
const agreements = 250;
const perAgreement = 42;

/** Terms of every wage unit, with gaps, and with overtime agreed below and above the law's. */
const insertAgreements = `
  WITH made AS (
    INSERT INTO agreement (id, kind, host_id, lender_id, region_id, state, version, starts_on, ends_on, headcount, content_hash, expires_at)
    SELECT gen_random_uuid(), 'cooperation', $1::uuid, $2::uuid, 'GB2260:350524', 'in_force', 1, $3::date - 100, $3::date + 100, 10000, repeat('a', 64), now()
    FROM generate_series(1, ${agreements}) RETURNING id)
  INSERT INTO agreement_terms (agreement_id, version, author_id, account_id, terms)
  SELECT id, 1, $2, $4, jsonb_build_object(
    'wageFen', CASE unit WHEN 'hour' THEN 1500 + floor(random() * 4000) WHEN 'day' THEN 12000 + floor(random() * 30000)
      WHEN 'week' THEN 60000 + floor(random() * 200000) WHEN 'month' THEN 180000 + floor(random() * 900000)
      WHEN 'year' THEN 2000000 + floor(random() * 9000000) ELSE 1 + floor(random() * 900) END,
    'wageUnit', unit, 'currency', 'CNY',
    'dailyMinutes', (ARRAY[NULL, 0, 420, 450, 480, 481, 600])[1 + floor(random() * 7)],
    'weeklyDays', (ARRAY[NULL, 5, 6])[1 + floor(random() * 3)],
    'overtimePercent', (ARRAY[NULL, 100, 150, 157, 175])[1 + floor(random() * 5)],
    'restDayPercent', (ARRAY[NULL, 150, 200, 233])[1 + floor(random() * 4)],
    'holidayPercent', (ARRAY[NULL, 300, 333])[1 + floor(random() * 3)],
    'cutOffDay', 1 + floor(random() * 31), 'hostPaysByDay', 10, 'workersPaidByDay', 15,
    'contributionsFen', floor(random() * 200000),
    'reimbursements', (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', 'meals', 'perWorkerMonthFen', floor(random() * 70000))), '[]')
                       FROM generate_series(1, (floor(random() * 4) + 0 * wage_seed)::int)))
  FROM (SELECT id, random() AS wage_seed, (ARRAY['hour', 'day', 'week', 'month', 'year', 'piece'])[1 + floor(random() * 6)] AS unit FROM made) drawn`;

const insertPlacements = `
  WITH heads AS (
    INSERT INTO worker (id, home_enterprise_id, region_id, latitude, longitude)
    SELECT gen_random_uuid(), $2::uuid, 'GB2260:350524', 25, 118 FROM generate_series(1, ${agreements * perAgreement}) RETURNING id),
  numbered AS (SELECT id, row_number() OVER () AS n FROM heads),
  deals AS (SELECT id, row_number() OVER (ORDER BY id) AS n FROM agreement)
  INSERT INTO placement (id, offer_id, need_id, worker_id, host_id, lender_id, kind, consent_id, agreement_id, starts_on, ends_on, state)
  SELECT gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), w.id, $1::uuid, $2::uuid, 'loan', gen_random_uuid(), a.id,
         $3::date - 35 - floor(random() * 40)::int, $3::date - 25 + floor(random() * 45)::int,
         (ARRAY['active', 'active', 'completed', 'ended_early', 'planned'])[1 + floor(random() * 5)]
  FROM numbered w JOIN deals a ON a.n = 1 + (w.n - 1) % ${agreements}`;

const insertDays = `
  INSERT INTO attendance_day (id, placement_id, worker_id, host_id, lender_id, day, method, normal_minutes, overtime_minutes,
                              rest_day_minutes, holiday_minutes, pieces, state, disputed_by)
  SELECT gen_random_uuid(), p.id, p.worker_id, p.host_id, p.lender_id, d::date, 'list', floor(random() * 600),
         CASE WHEN random() < 0.3 THEN floor(random() * 240) ELSE 0 END, CASE WHEN random() < 0.1 THEN floor(random() * 600) ELSE 0 END,
         CASE WHEN random() < 0.05 THEN floor(random() * 600) ELSE 0 END, CASE WHEN random() < 0.5 THEN floor(random() * 300) END,
         (ARRAY['confirmed', 'confirmed', 'confirmed', 'resolved', 'confirmed', 'recorded', 'disputed', 'confirmed'])[1 + floor(random() * 8)], 'host'
  FROM placement p, generate_series(p.starts_on, least(p.ends_on, $1::date - 1), interval '1 day') d WHERE random() < 0.6`;

let app: TestApp;
let host: EnterpriseActor;
let lender: EnterpriseActor;

beforeAll(async () => {
  app = await TestApp.start();
  const actors = new Actors(app);
  [host, lender] = [await actors.enterprise(), await actors.enterprise()];
  await app.db.transaction(async (tx) => {
    const [account] = await app.db.rows<{ id: string }>('SELECT id FROM account WHERE enterprise_id = $1', [
      lender.enterpriseId,
    ]);
    // Consents, offers and seats are other tests' matter: here only attendance and terms count.
    await tx.query('SET LOCAL session_replication_role = replica');
    await tx.query('SELECT setseed(0.2026)');
    const deal = [host.enterpriseId, lender.enterpriseId, inDays(0)];
    await tx.query(insertAgreements, [...deal, account?.id]);
    await tx.query(insertPlacements, deal);
    await tx.query(insertDays, [inDays(0)]);
  });
  await app.db.rows('ANALYZE');
}, 120_000);
afterAll(() => app.close());

const differences = (tx: Tx = app.db.reader): Promise<object[]> =>
  app.db.rows<object>('SELECT * FROM settlement_difference(ARRAY(SELECT id FROM settlement)) LIMIT 20', [], tx);

interface Sums {
  readonly lines: number;
  readonly rounded: number;
  readonly carried: number;
  readonly corrected: number;
  readonly unequal: number;
}
const sums = async (): Promise<Sums | undefined> => {
  const [row] = await app.db.rows<Sums>(
    `SELECT count(*)::int AS lines, count(*) FILTER (WHERE wage_fen > 0 AND overtime_fen > 0)::int AS rounded,
            count(*) FILTER (WHERE carried_days > 0)::int AS carried, count(*) FILTER (WHERE correction_fen > 0)::int AS corrected,
            (SELECT count(*)::int FROM settlement s
             WHERE total_fen <> (SELECT coalesce(sum(total_fen), 0) FROM settlement_recount(ARRAY[s.id]))) AS unequal
     FROM settlement_line`,
  );
  return row;
};

describe('two independent paths', () => {
  it('agree on every part of every line of more than ten thousand random placements', async () => {
    await app.db.transaction((tx) => app.jobs.get(Outbox).requestJob(tx, draftSettlements, {}));
    await app.settle();
    expect(await differences()).toEqual([]);
    const made = await sums();
    expect(made?.lines).toBeGreaterThan(10_000);
    expect(made?.rounded).toBeGreaterThan(5_000);
    expect(made?.carried).toBeGreaterThan(1_000);
    expect(made?.unequal).toBe(0);
  }, 120_000);

  it('agree when settlements are issued, left-out days carried on, and corrections paid', async () => {
    const drafts = await app.db.rows<{ id: string; agreementId: string }>(
      'SELECT id, agreement_id AS "agreementId" FROM settlement ORDER BY agreement_id LIMIT 25',
    );
    for (const { id, agreementId } of drafts) {
      const as = { as: lender.token };
      const input = { settlementId: id, leaveOut: true };
      await app.ask(
        'mutation ($input: IssueSettlementInput!) { issueSettlement(input: $input) { id } }',
        { input },
        as,
      );
      await app.db.rows(
        `INSERT INTO line_objection (id, line_id, worker_id, lender_id, agreement_id, state, reason, correction_fen, created_at)
         SELECT gen_random_uuid(), id, worker_id, $2, $3, 'accepted', 'short', 1 + floor(random() * 9999), now()
         FROM settlement_line WHERE settlement_id = $1 AND random() < 0.4`,
        [id, lender.enterpriseId, agreementId],
      );
      await app.db.rows(
        `UPDATE attendance_day SET state = 'resolved' WHERE state IN ('recorded', 'disputed')
         AND placement_id IN (SELECT id FROM placement WHERE agreement_id = $1)`,
        [agreementId],
      );
      const next = await app.db.rows<{ month: string }>(
        `SELECT (period_ends_on + 15)::text AS month FROM settlement WHERE id = $1`,
        [id],
      );
      const prepare = 'mutation ($input: PrepareSettlementInput!) { prepareSettlement(input: $input) { id } }';
      await app.ask(prepare, { input: { agreementId, month: next[0]?.month } }, as);
    }
    expect(await differences()).toEqual([]);
    const made = await sums();
    expect(made?.corrected).toBeGreaterThan(100);
    expect(made?.unequal).toBe(0);
  }, 120_000);

  it('show a single fen', async () => {
    await app.db.transaction(async (tx) => {
      await tx.query('SET LOCAL session_replication_role = replica');
      await tx.query(
        `UPDATE settlement_line SET wage_fen = wage_fen + 1, total_fen = total_fen + 1 WHERE id = (SELECT min(id::text)::uuid FROM settlement_line)`,
      );
      expect(await differences(tx)).toMatchObject([{ part: 'wage_fen' }, { part: 'total_fen' }]);
      await tx.query(
        `UPDATE settlement_line SET wage_fen = wage_fen - 1, total_fen = total_fen - 1 WHERE id = (SELECT min(id::text)::uuid FROM settlement_line)`,
      );
    });
  });
});
