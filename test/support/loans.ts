import { v7 } from 'uuid';
import type { TestApp } from './app.js';
import { inDays } from './facts.js';

/** The month before this one, whose settlement is due. */
export const lastMonth = ((): { startsOn: string; endsOn: string; day: (day: number) => string } => {
  const [year = 0, month = 0] = inDays(0).split('-').map(Number);
  const iso = (date: Date): string => date.toISOString().slice(0, 10);
  return {
    startsOn: iso(new Date(Date.UTC(year, month - 2, 1))),
    endsOn: iso(new Date(Date.UTC(year, month - 1, 0))),
    day: (day) => iso(new Date(Date.UTC(year, month - 2, day))),
  };
})();

/** Agreed terms; a test names only what matters to it. Pay is due by the end of the month after. */
export const agreedTerms = (changes: object = {}): object => ({
  ...{ wageFen: 2400, wageUnit: 'hour', currency: 'CNY', dailyMinutes: 480, weeklyDays: 5 },
  ...{ overtimePercent: 150, restDayPercent: 200, holidayPercent: 300 },
  ...{ cutOffDay: 31, hostPaysByDay: 31, workersPaidByDay: 31, contributionsFen: 120_000 },
  reimbursements: [
    { kind: 'lodging', perWorkerMonthFen: 30_000 },
    { kind: 'meals', perWorkerMonthFen: 15_000 },
  ],
  ...changes,
});

export interface Lent {
  readonly agreementId: string;
  /** By worker. */
  readonly placementIds: ReadonlyMap<string, string>;
}

export interface LoanFacts {
  readonly hostId: string;
  readonly lenderId: string;
  readonly workerIds: readonly string[];
  readonly terms?: object;
  readonly startsOn?: string;
  readonly endsOn?: string;
}

/** A loan in force with its workers on site, by SQL: everything that settling stands on. */
export async function lend(app: TestApp, facts: LoanFacts): Promise<Lent> {
  const { hostId, lenderId, workerIds, terms = agreedTerms() } = facts;
  const { startsOn = lastMonth.startsOn, endsOn = inDays(60) } = facts;
  const sql = (text: string, values: unknown[]): Promise<object[]> => app.db.rows<object>(text, values);
  const [needId, agreementId] = [v7(), v7()];
  const [account] = await app.db.rows<{ id: string }>('SELECT id FROM account WHERE enterprise_id = $1', [lenderId]);
  await sql(
    `INSERT INTO labour_need (id, host_id, occupation_id, min_level, accepts_substitutes, headcount, region_id, latitude, longitude, starts_on, ends_on, shift, wage_fen, wage_unit, currency, lodging, state)
     VALUES ($1, $2, 'GJ:RT-WEAVE', 1, true, 100, 'GB2260:350524', 25, 118, $3, $4, 'day', 2400, 'hour', 'CNY', true, 'closed')`,
    [needId, hostId, startsOn, endsOn],
  );
  await sql(
    `INSERT INTO agreement (id, kind, need_id, host_id, lender_id, region_id, state, version, starts_on, ends_on, headcount, content_hash, expires_at)
     VALUES ($1, 'cooperation', $2, $3, $4, 'GB2260:350524', 'in_force', 1, $5, $6, 100, repeat('a', 64), now())`,
    [agreementId, needId, hostId, lenderId, startsOn, endsOn],
  );
  await sql(
    'INSERT INTO agreement_terms (agreement_id, version, author_id, account_id, terms) VALUES ($1, 1, $2, $3, $4)',
    [agreementId, lenderId, account?.id, JSON.stringify(terms)],
  );
  const placementIds = new Map<string, string>();
  for (const workerId of workerIds) {
    const [consentId, offerId, placementId] = [v7(), v7(), v7()];
    await sql(
      `INSERT INTO consent (id, worker_id, lender_id, starts_on, ends_on, radius_m, state, expires_at)
       VALUES ($1, $2, $3, $4, $5, 20000, 'granted', now() + interval '1 year')`,
      [consentId, workerId, lenderId, startsOn, endsOn],
    );
    await sql(
      `INSERT INTO offer (id, need_id, worker_id, host_id, lender_id, kind, starts_on, ends_on, wage_fen, wage_unit, currency, state, expires_at)
       VALUES ($1, $2, $3, $4, $5, 'loan', $6, $7, 2400, 'hour', 'CNY', 'confirmed', now())`,
      [offerId, needId, workerId, hostId, lenderId, startsOn, endsOn],
    );
    await sql(
      `INSERT INTO placement (id, offer_id, need_id, worker_id, host_id, lender_id, kind, consent_id, agreement_id, starts_on, ends_on, state)
       VALUES ($1, $2, $3, $4, $5, $6, 'loan', $7, $8, $9, $10, 'active')`,
      [placementId, offerId, needId, workerId, hostId, lenderId, consentId, agreementId, startsOn, endsOn],
    );
    placementIds.set(workerId, placementId);
  }
  return { agreementId, placementIds };
}

/** One day of attendance, eight normal hours unless told otherwise. Returns its id. */
export async function work(
  app: TestApp,
  placementId: string | undefined,
  day: string,
  { state = 'confirmed', normal = 480, overtime = 0, restDay = 0, holiday = 0 } = {},
): Promise<string> {
  const id = v7();
  await app.db.rows(
    `INSERT INTO attendance_day (id, placement_id, worker_id, host_id, lender_id, day, method, normal_minutes, overtime_minutes, rest_day_minutes, holiday_minutes, state, disputed_by)
     SELECT $1, p.id, p.worker_id, p.host_id, p.lender_id, $3, 'list', $4, $5, $6, $7, $8::text, CASE WHEN $8 = 'disputed' THEN 'worker' END
     FROM placement p WHERE p.id = $2`,
    [id, placementId, day, normal, overtime, restDay, holiday, state],
  );
  return id;
}
