import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import pg from 'pg';
import { v7 } from 'uuid';
import { type AgreementRow, insertAgreement } from '../support/agreement-rows.js';
import { cloneDatabase, type TestDatabase } from '../support/database.js';

/** What PostgreSQL holds even if the code is wrong (design §5), attacked by concurrent transactions in plain SQL. */
let database: TestDatabase;
let pool: pg.Pool;
let host: string;
let lender: string;
let agreementId: string;

const sql = <T extends object>(text: string, values: unknown[] = []): Promise<T[]> =>
  pool.query<T>(text, values).then(({ rows }) => rows);

async function enterprise(): Promise<string> {
  const id = v7();
  await sql(
    `INSERT INTO enterprise (id, registration_scheme, registration_code, name, region_id, latitude, longitude, verification) VALUES ($1, 'TEST', $2, '企业', 'GB2260:350524', 25, 118, 'verified')`,
    [id, id],
  );
  return id;
}

async function worker(home: string | null = null): Promise<string> {
  const id = v7();
  await sql(
    `INSERT INTO worker (id, home_enterprise_id, region_id, latitude, longitude) VALUES ($1, $2, 'GB2260:350524', 25, 118)`,
    [id, home],
  );
  return id;
}

async function need(headcount = 100): Promise<string> {
  const id = v7();
  await sql(
    `INSERT INTO labour_need (id, host_id, occupation_id, min_level, accepts_substitutes, headcount, region_id, latitude, longitude, starts_on, ends_on, shift, wage_fen, wage_unit, currency, lodging, state)
     VALUES ($1, $2, 'GJ:RT-WEAVE', 1, true, $3, 'GB2260:350524', 25, 118, '2027-01-01', '2027-12-31', 'day', 2400, 'hour', 'CNY', false, 'open')`,
    [id, host, headcount],
  );
  return id;
}

async function offer(
  needId: string,
  workerId: string,
  from = '2027-01-01',
  until = '2027-01-31',
  lenderId: string | null = null,
): Promise<string> {
  const id = v7();
  await sql(
    `INSERT INTO offer (id, need_id, worker_id, host_id, lender_id, kind, starts_on, ends_on, wage_fen, wage_unit, currency, state, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 2400, 'hour', 'CNY', 'sent', now() + interval '1 day')`,
    [id, needId, workerId, host, lenderId, lenderId ? 'loan' : 'direct', from, until],
  );
  return id;
}

const move = (id: string, state: string): Promise<object[]> =>
  sql(`UPDATE offer SET state = $2 WHERE id = $1`, [id, state]);

/** Runs all at once on connections of their own; says how many committed, and which constraints stopped the others. */
async function race(actions: (() => Promise<unknown>)[]): Promise<{ done: number; stoppedBy: string[] }> {
  const results = await Promise.allSettled(actions.map((action) => action()));
  const stopped = results.flatMap((result) =>
    result.status === 'rejected' ? [(result.reason as pg.DatabaseError).constraint ?? String(result.reason)] : [],
  );
  return { done: results.length - stopped.length, stoppedBy: [...new Set(stopped)] };
}

beforeAll(async () => {
  database = await cloneDatabase();
  pool = new pg.Pool({ connectionString: database.url, max: 20 });
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});
beforeEach(async () => {
  host = await enterprise();
  lender = await enterprise();
  agreementId = await insertAgreement(sql, { host, lender });
});

describe('nobody is double-booked', () => {
  it('of twenty overlapping acceptances of one worker, exactly one commits', async () => {
    const workerId = await worker();
    const offers = await Promise.all(
      Array.from({ length: 20 }, async (_, n) => offer(await need(), workerId, '2027-03-01', `2027-03-${10 + n}`)),
    );
    expect(await race(offers.map((id) => () => move(id, 'accepted')))).toEqual({
      done: 1,
      stoppedBy: ['worker_booking_no_overlap'],
    });
  });

  it('adjacent periods are both possible; a lapsed offer gives its days back', async () => {
    const workerId = await worker();
    await move(await offer(await need(), workerId, '2027-03-01', '2027-03-10'), 'accepted');
    const next = await offer(await need(), workerId, '2027-03-11', '2027-03-20');
    await move(next, 'accepted');
    await move(next, 'declined');
    await move(await offer(await need(), workerId, '2027-03-15', '2027-03-25'), 'accepted');
    expect(await sql('SELECT 1 FROM worker_booking WHERE worker_id = $1', [workerId])).toHaveLength(2);
  });

  it('a placement cannot be moved into another', async () => {
    const workerId = await worker();
    const needId = await need();
    const first = await offer(needId, workerId, '2027-03-01', '2027-03-10');
    await move(first, 'confirmed');
    const placementId = v7();
    await sql(
      `INSERT INTO placement (id, offer_id, need_id, worker_id, host_id, kind, starts_on, ends_on, state) VALUES ($1, $2, $3, $4, $5, 'direct', '2027-03-01', '2027-03-10', 'planned')`,
      [placementId, first, needId, workerId, host],
    );
    await move(await offer(await need(), workerId, '2027-03-11', '2027-03-20'), 'accepted');
    expect(await race([() => sql(`UPDATE placement SET ends_on = '2027-03-11' WHERE id = $1`, [placementId])])).toEqual(
      { done: 0, stoppedBy: ['worker_booking_no_overlap'] },
    );
    await sql(`UPDATE placement SET state = 'cancelled' WHERE id = $1`, [placementId]);
    await move(await offer(await need(), workerId, '2027-03-05', '2027-03-10'), 'accepted');
  });
});

describe('a need is never overfilled', () => {
  it('of twenty workers who accept three seats at once, exactly three get one', async () => {
    const needId = await need(3);
    const offers = await Promise.all(Array.from({ length: 20 }, async () => offer(needId, await worker())));
    expect(await race(offers.map((id) => () => move(id, 'accepted')))).toEqual({
      done: 3,
      stoppedBy: ['labour_need_headcount'],
    });
    expect(await sql('SELECT seats_taken FROM labour_need WHERE id = $1', [needId])).toEqual([{ seats_taken: 3 }]);
  });

  it('the headcount cannot be cut below the seats that are taken', async () => {
    const needId = await need(2);
    await move(await offer(needId, await worker()), 'accepted');
    expect(await race([() => sql('UPDATE labour_need SET headcount = 0 WHERE id = $1', [needId])])).toMatchObject({
      done: 0,
    });
    await sql('UPDATE labour_need SET headcount = 1 WHERE id = $1', [needId]);
    await move(await offer(await need(), await worker()), 'accepted');
  });
});

const consent = async (workerId: string, state = 'granted', until = '2027-12-31'): Promise<string> => {
  const id = v7();
  await sql(
    `INSERT INTO consent (id, worker_id, lender_id, starts_on, ends_on, radius_m, state, expires_at) VALUES ($1, $2, $3, '2027-01-01', $4, 20000, $5, now() + interval '7 days')`,
    [id, workerId, lender, until, state],
  );
  return id;
};
const place = (
  offerId: string,
  needId: string,
  workerId: string,
  consentId: string | null,
  under: string | null = agreementId,
): Promise<object[]> =>
  sql(
    `INSERT INTO placement (id, offer_id, need_id, worker_id, host_id, lender_id, kind, consent_id, agreement_id, starts_on, ends_on, state)
     VALUES ($1, $2, $3, $4, $5, $6, 'loan', $7, $8, '2027-01-01', '2027-01-31', 'planned')`,
    [v7(), offerId, needId, workerId, host, lender, consentId, under],
  );
const loan = async (): Promise<{ workerId: string; needId: string; offerId: string }> => {
  const [workerId, needId] = [await worker(lender), await need()];
  const offerId = await offer(needId, workerId, '2027-01-01', '2027-01-31', lender);
  await move(offerId, 'confirmed');
  return { workerId, needId, offerId };
};

describe('nobody is lent without consent', () => {
  it.each(['requested', 'refused', 'withdrawn', 'expired'])('a %s consent carries no placement', async (state) => {
    const { workerId, needId, offerId } = await loan();
    const consentId = await consent(workerId, state);
    expect(await race([() => place(offerId, needId, workerId, consentId)])).toEqual({
      done: 0,
      stoppedBy: ['placement_inside_consent'],
    });
  });

  it('no consent at all, somebody else’s, or one that ends too early carries none either', async () => {
    const { workerId, needId, offerId } = await loan();
    const others = await consent(await worker(lender));
    const short = await consent(workerId, 'granted', '2027-01-30');
    const results = await race([
      () => place(offerId, needId, workerId, null),
      () => place(offerId, needId, workerId, others),
      () => place(offerId, needId, workerId, short),
    ]);
    expect(results.done).toBe(0);
    expect(results.stoppedBy.sort()).toEqual(['placement_inside_consent', 'placement_loan_needs_consent']);
  });

  it('a consent cannot be withdrawn from under a placement, and both can end together', async () => {
    const { workerId, needId, offerId } = await loan();
    const consentId = await consent(workerId);
    await place(offerId, needId, workerId, consentId);
    expect(await race([() => sql(`UPDATE consent SET state = 'withdrawn' WHERE id = $1`, [consentId])])).toEqual({
      done: 0,
      stoppedBy: ['consent_carries_placement'],
    });
    const client = await pool.connect();
    await client.query('BEGIN');
    await client.query(`UPDATE consent SET state = 'withdrawn' WHERE id = $1`, [consentId]);
    await client.query(`UPDATE placement SET state = 'cancelled' WHERE consent_id = $1`, [consentId]);
    await client.query('COMMIT');
    client.release();
  });

  it('of a withdrawal and a placement at the same moment, one loses', async () => {
    for (let round = 0; round < 10; round++) {
      const { workerId, needId, offerId } = await loan();
      const consentId = await consent(workerId);
      const { done } = await race([
        () => place(offerId, needId, workerId, consentId),
        () => sql(`UPDATE consent SET state = 'withdrawn' WHERE id = $1`, [consentId]),
      ]);
      expect(done).toBe(1);
    }
  });
});

describe('nobody is lent without a signed agreement', () => {
  const placeUnder = async (under: string | null): Promise<object[]> => {
    const { workerId, needId, offerId } = await loan();
    return place(offerId, needId, workerId, await consent(workerId), under);
  };

  it.each<[string, Partial<AgreementRow>]>([
    ['unsigned', { state: 'issued' }],
    ['ended', { state: 'ended' }],
    ['rejected', { state: 'rejected' }],
    ['too short', { endsOn: '2027-01-30' }],
    ['too late', { startsOn: '2027-01-02' }],
  ])('one that is %s carries no placement', async (_, row) => {
    const under = await insertAgreement(sql, { host, lender, ...row });
    expect(await race([() => placeUnder(under)])).toEqual({ done: 0, stoppedBy: ['placement_inside_agreement'] });
  });

  it('none, or other parties’, carries none either', async () => {
    const others = await insertAgreement(sql, { host, lender: await enterprise() });
    expect(await race([() => placeUnder(null)])).toMatchObject({ stoppedBy: ['placement_loan_needs_agreement'] });
    expect(await race([() => placeUnder(others)])).toMatchObject({ stoppedBy: ['placement_inside_agreement'] });
  });

  it('of twenty placements at once under an agreement of three heads, exactly three stand', async () => {
    const under = await insertAgreement(sql, { host, lender, headcount: 3 });
    const places = Array.from({ length: 20 }, () => () => placeUnder(under));
    expect(await race(places)).toEqual({ done: 3, stoppedBy: ['agreement_headcount'] });
  });

  it('it cannot end from under a placement, nor be rewritten once signed', async () => {
    await placeUnder(agreementId);
    const steps = [
      `UPDATE agreement SET state = 'ended' WHERE id = '${agreementId}'`,
      `UPDATE agreement SET ends_on = '2027-01-30' WHERE id = '${agreementId}'`,
    ];
    expect(await race(steps.map((step) => () => sql(step)))).toEqual({
      done: 0,
      stoppedBy: ['agreement_carries_placement'],
    });
    const rewritings = [
      `UPDATE agreement_terms SET terms = '{}' WHERE agreement_id = '${agreementId}'`,
      `DELETE FROM agreement_terms WHERE agreement_id = '${agreementId}'`,
    ];
    expect(await race(rewritings.map((step) => () => sql(step)))).toEqual({ done: 0, stoppedBy: ['written_once'] });
    const other = `UPDATE agreement SET content_hash = repeat('1', 64) WHERE id = '${agreementId}'`;
    expect(await race([() => sql(other)])).toEqual({ done: 0, stoppedBy: ['agreement_is_fixed'] });
  });
});

describe('the audit trail', () => {
  const write = (chain: string): Promise<object[]> =>
    sql(
      `INSERT INTO audit_log (chain, actor, action, subject_type, subject_id) VALUES ($1, 'test', 'test', 'test', '1')`,
      [chain],
    );

  it('stays one unbroken chain under concurrent writers', async () => {
    await Promise.all(Array.from({ length: 30 }, (_, n) => write(n % 2 ? 'a' : 'b')));
    expect(await sql('SELECT * FROM audit_log_broken')).toEqual([]);
    expect(
      await sql(`SELECT max(position)::int AS last FROM audit_log WHERE chain IN ('a', 'b') GROUP BY chain`),
    ).toEqual([{ last: 15 }, { last: 15 }]);
  });

  it('can be neither changed nor cut', async () => {
    await write('c');
    const attacks = ["UPDATE audit_log SET actor = 'nobody'", 'DELETE FROM audit_log', 'TRUNCATE audit_log'];
    expect(await race(attacks.map((attack) => () => sql(attack)))).toEqual({
      done: 0,
      stoppedBy: ['audit_log_append_only'],
    });
  });

  it('shows a change that went round the trigger', async () => {
    await write('d');
    await write('d');
    const client = await pool.connect();
    await client.query('BEGIN');
    await client.query('ALTER TABLE audit_log DISABLE TRIGGER audit_log_append_only');
    await client.query(`UPDATE audit_log SET actor = 'nobody' WHERE chain = 'd' AND position = 1`);
    const { rows } = await client.query(`SELECT chain, position::int FROM audit_log_broken`);
    await client.query('ROLLBACK');
    client.release();
    expect(rows).toEqual([{ chain: 'd', position: 1 }]);
  });
});
