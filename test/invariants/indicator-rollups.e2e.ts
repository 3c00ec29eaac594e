import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findKeptShortages } from '../../src/bureau/forecast/kept-shortage.loader.js';
import { ShortageKeeper } from '../../src/bureau/forecast/shortage-keeper.service.js';
import type { Grouping } from '../../src/bureau/reports/indicator-report.input.js';
import { findAmounts } from '../../src/bureau/reports/indicator-report.loader.js';
import type { Period } from '../../src/bureau/reports/period.rules.js';
import { daysBetween } from '../../src/platform/clock/local-date.js';
import { isNothing, type ShortageSums } from '../../src/bureau/forecast/shortage-sums.rules.js';
import { countShortages, type ShortageSlice } from '../../src/bureau/forecast/shortage.loader.js';
import { RollupKeeper } from '../../src/bureau/rollups/rollup-keeper.service.js';
import { Rollups } from '../../src/bureau/rollups/rollup.service.js';
import { factNames } from '../../src/bureau/rollups/facts.js';
import { Actors } from '../support/actors.js';
import { TestApp } from '../support/app.js';
import { inDays } from '../support/facts.js';

/** A day within a month of now, as SQL. */
const someDay = `(current_date - 30 + floor(random() * 60)::int)`;
const someTime = `(now() - random() * interval '60 days')`;
const someRegion = `(ARRAY['GB2260:350524', 'GB2260:350582', 'GB2260:350583', 'GB2260:350213'])[1 + floor(random() * 4)::int]`;
const someOccupation = `(ARRAY['GJ:RT-WEAVE', 'GJ:RT-WELD', 'GJ:RT-POWDER'])[1 + floor(random() * 3)::int]`;
const one = (table: string, column = 'id'): string =>
  `(SELECT ${column} FROM ${table} ORDER BY md5(random()::text || id) LIMIT 1)`;

/** What happens to rows that are counted: made, changed, corrected, deleted. Each is one statement with a random choice of its own. */
const happenings: Readonly<Record<string, string>> = {
  'a need': `INSERT INTO labour_need (id, host_id, occupation_id, min_level, accepts_substitutes, headcount, region_id, latitude, longitude,
      starts_on, ends_on, shift, wage_fen, wage_unit, currency, lodging, state, published_at)
    SELECT gen_random_uuid(), ${one('enterprise')}, ${someOccupation}, 1, false, 1 + floor(random() * 20)::int, ${someRegion}, 25, 118, d, d + 40, 'day',
      1500 + floor(random() * 3000)::int, (ARRAY['hour', 'day', 'month', 'piece'])[1 + floor(random() * 4)::int], 'CNY', false,
      (ARRAY['open', 'open', 'draft', 'closed'])[1 + floor(random() * 4)::int], CASE WHEN random() < 0.8 THEN ${someTime} END FROM (SELECT ${someDay} AS d) t`,
  'a placement': `WITH n AS (SELECT * FROM labour_need ORDER BY md5(random()::text || id) LIMIT 1), o AS (
      INSERT INTO offer (id, need_id, worker_id, host_id, kind, starts_on, ends_on, wage_fen, wage_unit, currency, state, expires_at, decided_at)
      SELECT gen_random_uuid(), n.id, ${one('worker')}, n.host_id, 'direct', n.starts_on, n.ends_on, n.wage_fen, n.wage_unit, 'CNY', 'confirmed', now(), ${someTime} FROM n RETURNING *)
    INSERT INTO placement (id, offer_id, need_id, worker_id, host_id, kind, starts_on, ends_on, state, created_at)
    SELECT gen_random_uuid(), o.id, o.need_id, o.worker_id, o.host_id, 'direct', o.starts_on, o.ends_on, 'planned', ${someTime} FROM o`,
  'a start': `UPDATE placement SET state = 'active', started_at = ${someTime} WHERE id = ${one('placement')}`,
  'an end': `UPDATE placement SET state = (ARRAY['completed', 'ended_early', 'no_show', 'cancelled'])[1 + floor(random() * 4)::int], ended_at = now() WHERE id = ${one('placement')}`,
  'an end taken back': `UPDATE placement SET state = 'active', ended_at = NULL WHERE id = ${one('placement')}`,
  'a placement moved': `UPDATE placement SET starts_on = starts_on + 3, ends_on = ends_on + 5 WHERE id = ${one('placement')}`,
  // Foreign keys keep a placement that was worked on.
  'a placement deleted': `DELETE FROM placement p WHERE id = ${one('placement')} AND NOT EXISTS (SELECT 1 FROM attendance_day a WHERE a.placement_id = p.id)`,
  'an offer declined': `UPDATE offer SET state = 'declined', decided_at = ${someTime} WHERE id = ${one('offer')}`,
  'a wage corrected': `UPDATE offer SET wage_fen = wage_fen + 150 WHERE id = ${one('offer')}`,
  'seats taken': `UPDATE labour_need SET seats_taken = least(headcount, 2) WHERE id = ${one('labour_need')}`,
  'a need moved': `UPDATE labour_need SET region_id = ${someRegion}, occupation_id = ${someOccupation}, starts_on = starts_on + 1 WHERE id = ${one('labour_need')}`,
  'a need withdrawn': `UPDATE labour_need SET state = 'cancelled' WHERE id = ${one('labour_need')}`,
  'a need published later': `UPDATE labour_need SET published_at = ${someTime} WHERE id = ${one('labour_need')}`,
  'days of work': `INSERT INTO attendance_day (id, placement_id, worker_id, host_id, day, check_in_at, check_out_at, method, normal_minutes, state)
    SELECT gen_random_uuid(), p.id, p.worker_id, p.host_id, d, d + time '08:00', d + time '16:00', 'list', floor(random() * 480), 'recorded'
    FROM placement p CROSS JOIN LATERAL (SELECT (p.starts_on + n)::date AS d FROM generate_series(0, 4) n) x
    WHERE p.id = ${one('placement')} ON CONFLICT DO NOTHING`,
  'a day corrected': `UPDATE attendance_day SET normal_minutes = 300, overtime_minutes = 30 WHERE id = ${one('attendance_day')}`,
  'days deleted': `DELETE FROM attendance_day WHERE placement_id = ${one('placement')}`,
  'a seeker': `INSERT INTO availability (id, worker_id, starts_on, ends_on, wage_floor_fen, wage_unit, currency, radius_m, state, created_at)
    VALUES (gen_random_uuid(), ${one('worker')}, current_date, current_date, 0, 'hour', 'CNY', 1, 'closed', ${someTime})`,
  'a worker who moves': `UPDATE worker SET region_id = ${someRegion} WHERE id = ${one('worker')}`,
  'a better skill': `INSERT INTO worker_skill (worker_id, occupation_id, level) VALUES (${one('worker')}, ${someOccupation}, 5) ON CONFLICT (worker_id, occupation_id) DO UPDATE SET level = 5`,
  'an industry set right': `UPDATE enterprise SET industry_id = (SELECT id FROM industry ORDER BY random() LIMIT 1) WHERE id = ${one('enterprise')}`,
  // Taken up by the daily count.
  'a size stated': `UPDATE enterprise SET size = (ARRAY['large', 'medium', 'small', 'micro'])[1 + floor(random() * 4)::int] WHERE id = ${one('enterprise')}`,
  'a surplus': `WITH s AS (INSERT INTO surplus_listing (id, lender_id, reason, starts_on, ends_on, state, created_at)
      VALUES (gen_random_uuid(), ${one('enterprise')}, 'season', current_date, current_date, 'open', ${someTime}) RETURNING id)
    INSERT INTO surplus_line (id, listing_id, occupation_id, level, headcount, wage_floor_fen, wage_unit, currency, region_id, latitude, longitude, radius_m)
    SELECT gen_random_uuid(), s.id, ${someOccupation}, 1, 1 + floor(random() * 9)::int, 0, 'hour', 'CNY', ${someRegion}, 25, 118, 1 FROM s`,
  'a surplus corrected': `UPDATE surplus_line SET headcount = headcount + 1 WHERE id = ${one('surplus_line')}`,
  'a surplus withdrawn': `UPDATE surplus_listing SET state = 'draft' WHERE id = ${one('surplus_listing')}`,
  'an answer': `INSERT INTO consent (id, worker_id, lender_id, starts_on, ends_on, radius_m, state, decided_at, expires_at)
    VALUES (gen_random_uuid(), ${one('worker')}, ${one('enterprise')}, current_date, current_date, 1, (ARRAY['refused', 'withdrawn'])[1 + floor(random() * 2)::int], ${someTime}, now())`,
  'a complaint': `INSERT INTO complaint (id, account_id, against_id, placement_id, region_id, kind, text, state, created_at)
    SELECT gen_random_uuid(), ${one('account')}, p.host_id, p.id, ${someRegion}, 'hours', 'x', 'open', ${someTime} FROM placement p WHERE p.id = ${one('placement')}`,
};

/** The three lists alone; undefined where everything in them is none: of that there need be no rows. */
function sumsIn(kept: ShortageSums | undefined): ShortageSums | undefined {
  if (!kept || isNothing(kept)) return undefined;
  const { wanted, open, stays } = kept;
  return { wanted, open, stays };
}

describe('sums by day of what indicators count', () => {
  let app: TestApp;
  let rollups: Rollups;

  beforeAll(async () => {
    app = await TestApp.start();
    rollups = app.jobs.get(Rollups);
    const actors = new Actors(app);
    for (let n = 0; n < 3; n++) await actors.enterprise();
    for (let n = 0; n < 6; n++) await actors.idleWorker();
    await app.settle();
    // Rules of deals are other tests' matter: only the notes of changes stay awake when rows are written by hand.
    await app.db.rows(`DO $$ DECLARE t record; BEGIN
      FOR t IN SELECT tgrelid::regclass AS source, tgname FROM pg_trigger WHERE tgname LIKE 'indicator\\_%' LOOP
        EXECUTE format('ALTER TABLE %s ENABLE ALWAYS TRIGGER %I', t.source, t.tgname);
      END LOOP; END $$`);
  });
  afterAll(() => app.close());

  const happen = (names: readonly string[], seed: number): Promise<void> =>
    app.db.transaction(async (tx) => {
      await tx.query('SET LOCAL session_replication_role = replica');
      await tx.query('SELECT setseed($1)', [seed]);
      for (const name of names) await tx.query(happenings[name] ?? '');
    });
  const follow = (): Promise<void> => app.jobs.get(RollupKeeper).flush();
  /** Cells that are not what their facts say, counted straight from the source rows. */
  const wrong = (...parts: readonly ('industry_id' | 'occupation_id' | 'size')[]): Promise<object[]> => {
    const by = ['measure', 'region_id', 'day', 'bucket', ...parts].join(', ');
    const detail = ['industry_id', 'occupation_id', 'size'] as const;
    return app.db.rows(`
      WITH fact AS (
        SELECT measure, region_id, day, bucket, amount, coalesce(industry_id, '') AS industry_id, coalesce(occupation_id, '') AS occupation_id, coalesce(size, '') AS size
        FROM (${factNames.map((fact) => `SELECT * FROM fact_${fact}`).join(' UNION ALL ')}) f),
      truth AS (SELECT ${by}, sum(amount) AS amount FROM fact GROUP BY ${by}),
      kept AS (SELECT * FROM indicator_day WHERE ${detail.map((column) => `${column} ${parts.includes(column) ? '<>' : '='} '*'`).join(' AND ')})
      SELECT ${by}, t.amount, k.amount AS kept FROM truth t FULL JOIN kept k USING (${by}) WHERE t.amount IS DISTINCT FROM k.amount LIMIT 5`);
  };

  /** Months that are not what the days of the region and of all below it come to. */
  const wrongMonths = (): Promise<object[]> =>
    app.db.rows(`
      WITH detail AS (
        SELECT *, CASE WHEN industry_id <> '*' THEN 'industry' WHEN occupation_id <> '*' THEN 'occupation' WHEN size <> '*' THEN 'size' ELSE '' END AS split,
               CASE WHEN industry_id <> '*' THEN industry_id WHEN occupation_id <> '*' THEN occupation_id WHEN size <> '*' THEN size ELSE '' END AS part
        FROM indicator_day WHERE industry_id = '*' OR occupation_id = '*'),
      truth AS (
        SELECT a.ancestor_id AS region_id, d.measure, d.split, date_trunc('month', d.day)::date AS month, d.part, d.bucket, sum(d.amount) AS amount
        FROM detail d JOIN region_ancestor a ON a.region_id = d.region_id GROUP BY 1, 2, 3, 4, 5, 6)
      SELECT * FROM truth t FULL JOIN indicator_month k USING (region_id, measure, split, month, part, bucket) WHERE t.amount IS DISTINCT FROM k.amount LIMIT 5`);

  /** Slices of weeks whose kept shortage is not what their needs and placements say. */
  const wrongWeeks = async (): Promise<object[]> => {
    await app.jobs.get(ShortageKeeper).keep();
    const found: object[] = [];
    for (const regionId of ['GB2260:350000', 'GB2260:350500', 'GB2260:350524'])
      for (const splitBy of [null, 'region', 'occupation'] as const)
        for (const occupationId of [null, 'GJ:RT-WEAVE']) {
          const slice: ShortageSlice = { regionId, occupationId, splitBy, today: inDays(0), pastWeeks: 52, weeks: 8 };
          const truth = await countShortages(app.db, slice);
          const kept = await findKeptShortages(app.db, slice);
          for (const key of new Set([...truth.keys(), ...(kept?.sums.keys() ?? [])]))
            if (JSON.stringify(sumsIn(truth.get(key))) !== JSON.stringify(sumsIn(kept?.sums.get(key))))
              found.push({ ...slice, key });
        }
    return found;
  };

  it('are what the rows say after any history, corrections and deletions included', async () => {
    const history = fc.array(fc.constantFrom(...Object.keys(happenings)), { minLength: 5, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(history, fc.double({ min: -1, max: 1, noNaN: true }), async (names, seed) => {
        await happen(['a need', 'a placement', 'a start', ...names], seed);
        await follow();
        for (const parts of [[], ['industry_id'], ['occupation_id'], ['industry_id', 'occupation_id']] as const)
          expect(await wrong(...parts)).toEqual([]);
        expect(await wrongMonths()).toEqual([]);
        expect(await wrongWeeks()).toEqual([]);
      }),
      { numRuns: 25 },
    );
    expect((await rollups.check()).drifted).toBe(0);
    expect(await wrong('size')).toEqual([]);
    const [counts] = await app.db.rows<Record<string, number>>(
      `SELECT count(DISTINCT measure)::int AS measures, count(*)::int AS cells FROM indicator_day`,
    );
    // Nearly every measure has taken part.
    expect(counts?.['measures']).toBeGreaterThan(20);
  });

  it('come to the same by months and by days', async () => {
    const measures = ['seats', 'wanted', 'wage_offered', 'agreed', 'surplus', 'person_days'] as const;
    const read = async (grouping: Grouping | 'none', { from, until }: Period): Promise<Map<string, number>> => {
      const slice = {
        measures,
        regionId: 'GB2260:350000',
        industryId: undefined,
        occupationId: undefined,
        size: undefined,
      };
      const amounts = await findAmounts(app.db, slice, [{ name: '', from, until }], grouping);
      return new Map(
        amounts.map(({ measure, key, bucket, amount }) => [`${measure} ${key} ${String(bucket)}`, amount]),
      );
    };
    const add = (parts: readonly Map<string, number>[]): Map<string, number> => {
      const keys = new Set(parts.flatMap((part) => [...part.keys()]));
      return new Map([...keys].map((one) => [one, parts.reduce((sum, part) => sum + (part.get(one) ?? 0), 0)]));
    };
    for (const grouping of ['none', 'industry', 'occupation', 'size'] as const) {
      const days = daysBetween(inDays(-75), inDays(75));
      const single = await Promise.all(days.map((day) => read(grouping, { from: day, until: day })));
      const whole = await read(grouping, { from: inDays(-75), until: inDays(75) });
      expect(whole.size).toBeGreaterThan(3);
      expect([...whole].toSorted()).toEqual([...add(single)].toSorted());
    }
  });

  it('of a region hold all below it', async () => {
    expect(
      await app.db.rows(`
        WITH truth AS (
          SELECT a.ancestor_id AS region_id, d.measure, d.day, d.bucket, sum(d.amount) AS amount
          FROM indicator_day d JOIN region_ancestor a ON a.region_id = d.region_id
          WHERE d.industry_id <> '*' AND d.occupation_id <> '*' GROUP BY 1, 2, 3, 4)
        SELECT * FROM truth t FULL JOIN indicator_total k USING (region_id, measure, day, bucket) WHERE t.amount IS DISTINCT FROM k.amount`),
    ).toEqual([]);
  });

  it('tell of a drift, and are right afterwards', async () => {
    await app.db.rows(
      `UPDATE indicator_day SET amount = amount + 1 WHERE ctid = (SELECT ctid FROM indicator_day LIMIT 1)`,
    );
    expect((await rollups.check()).drifted).toBe(1);
    expect(await wrong('industry_id', 'occupation_id')).toEqual([]);
    expect((await rollups.check()).drifted).toBe(0);
  });
});
