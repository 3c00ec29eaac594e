import { addDays, daysBetween, weekdayOf } from '../../platform/clock/local-date.js';
import type { LocalDate } from '../../platform/clock/clock.js';
import { groupBy } from '../../platform/collections/group-by.js';
import { type Database, rowsOf, type Tx } from '../../platform/database/database.js';
import { keptSpan, type ShortageCell, type ShortageSums, sumsOfCells, type WeekSpan } from './shortage-sums.rules.js';

export type ShortageSplit = 'region' | 'occupation';

/** Whose shortage is read, and how far back and ahead. */
export interface ShortageSlice {
  readonly regionId: string;
  readonly occupationId: string | null;
  readonly splitBy: ShortageSplit | null;
  readonly today: LocalDate;
  readonly pastWeeks: number;
  readonly weeks: number;
}

/** Parts that are read at once: those that lacked and lack most. */
export const mostParts = 50;

interface CellRow extends ShortageCell {
  readonly key: string;
}

interface OrderRow {
  readonly key: string;
  readonly week: number;
  readonly heads: number;
}

/** The part of a row `n` that has region and occupation; '' is everything, or the region itself. */
const keyOf = (splitBy: ShortageSplit | null): string => {
  if (splitBy === null) return `''`;
  if (splitBy === 'occupation') return 'n.occupation_id';
  return `coalesce((SELECT c.id FROM region_ancestor b JOIN region c ON c.id = b.ancestor_id WHERE b.region_id = n.region_id AND c.parent_id = $1), '')`;
};

/**
 * Cells of every need of some regions, as `short`. $1 region, $2 Monday of the week in progress, $3 today, $4 weeks back, $5 weeks
 * ahead, $6 occupation. Weeks are numbered from the one in progress, 0. Lead 0 is how a week stands by now; lead h is how it stood
 * h weeks before on the same day of the week, rebuilt from when needs were published and ended and placements agreed and
 * ended. A placement that ended early was expected to last as its offer says.
 */
const cellsSql = (key: string, regions: string): string => `
  need AS MATERIALIZED (
    SELECT n.id, ${key} AS key, n.headcount, n.starts_on, n.ends_on, local_day(n.published_at) AS known_on,
           CASE WHEN n.state IN ('closed', 'expired') THEN coalesce(
             (SELECT local_day(min(a.at)) FROM audit_log a
              WHERE a.subject_type = 'need' AND a.subject_id = n.id::text AND a.action = 'need.closed'),
             least(n.ends_on, $3::date)) END AS shut_on
    FROM labour_need n
    WHERE n.region_id IN (${regions})
      AND n.published_at IS NOT NULL AND n.state NOT IN ('draft', 'cancelled')
      AND n.ends_on >= $2::date - 7 * $4::int AND n.starts_on < $2::date + 7 * ($5::int + 1)
      AND ($6::text IS NULL OR n.occupation_id = $6)),
  place AS MATERIALIZED (
    SELECT p.need_id, p.starts_on, p.ends_on, local_day(p.created_at) AS agreed_on, local_day(p.ended_at) AS over_on,
           p.state IN ('cancelled', 'no_show') AS is_void, CASE WHEN p.state = 'ended_early' THEN greatest(o.ends_on, p.ends_on) ELSE p.ends_on END AS meant_until
    FROM need n JOIN placement p ON p.need_id = n.id JOIN offer o ON o.id = p.offer_id),
  step AS (
    SELECT n.id, n.key, n.headcount, n.known_on, w.week, l.lead, $2::date + 7 * w.week AS monday, $3::date + 7 * (w.week - l.lead) AS as_of,
           coalesce(CASE WHEN l.lead = 0 THEN n.shut_on < $2::date + 7 * w.week ELSE n.shut_on <= $3::date + 7 * (w.week - l.lead) END, false) AS is_shut
    FROM need n
    CROSS JOIN LATERAL generate_series(greatest(-$4::int, floor((n.starts_on - $2::date) / 7.0)::int),
                                       least($5::int, floor((n.ends_on - $2::date) / 7.0)::int)) AS w (week)
    CROSS JOIN LATERAL generate_series(greatest(w.week, 0), $5::int) AS l (lead)),
  stood AS (
    SELECT s.id, s.key, s.week, s.lead, s.headcount, s.is_shut, count(p.need_id) AS filled
    FROM step s
    LEFT JOIN place p ON p.need_id = s.id AND p.starts_on < s.monday + 7
      AND CASE WHEN s.lead = 0 THEN NOT p.is_void AND p.ends_on >= s.monday
               ELSE p.agreed_on <= s.as_of AND CASE WHEN p.over_on <= s.as_of THEN NOT p.is_void AND p.ends_on >= s.monday ELSE p.meant_until >= s.monday END END
    WHERE s.lead = 0 OR s.known_on <= s.as_of
    GROUP BY s.id, s.key, s.week, s.lead, s.headcount, s.is_shut),
  counted AS (
    SELECT id, key, week, lead, CASE WHEN is_shut THEN least(headcount, filled) ELSE headcount END AS wanted,
           CASE WHEN is_shut THEN 0 ELSE greatest(0, headcount - filled) END AS open
    FROM stood),
  short AS (
    SELECT key, week, lead, wanted, open, coalesce(max(open) FILTER (WHERE lead = 0) OVER (PARTITION BY id, week), 0) AS stays
    FROM counted)`;

const below = 'SELECT region_id FROM region_ancestor WHERE ancestor_id = $1';

const summedSql = (where: string): string => `
  SELECT key, week, lead, sum(wanted)::int AS wanted, sum(open)::int AS open, sum(stays)::int AS stays
  FROM short WHERE ${where} GROUP BY key, week, lead`;

/** Cells of the parts that lacked most in the last quarter and lack most of the weeks that are known ahead. */
const partsSql = (splitBy: ShortageSplit | null): string => `
  WITH ${cellsSql(keyOf(splitBy), below)},
  part AS (
    SELECT key FROM short WHERE lead = greatest(week, 0) GROUP BY key ORDER BY sum(open) FILTER (WHERE week >= -13) DESC NULLS LAST, key LIMIT ${String(mostParts)})
  ${summedSql('key IN (SELECT key FROM part)')}`;

/** Cells of a region alone, without those below it, by occupation. */
const ownSql = `WITH ${cellsSql('n.occupation_id', '$1')} ${summedSql('true')}`;

/**
 * Heads that the labour of open orders lacks and that no need of theirs asks for, in each week from the next on, between the
 * first and last day of the requirement. $1 region, $2 Monday of this week, $3 weeks ahead, $4 occupation.
 */
const ordersSql = (splitBy: ShortageSplit | null): string => `
  WITH lack AS (
    SELECT ${keyOf(splitBy)} AS key, n.starts_on, n.ends_on, ceil(greatest(0, n.quantity - n.own_quantity - n.asked)) AS heads
    FROM (
      SELECT o.region_id, r.thing_id AS occupation_id, r.quantity, r.own_quantity, r.starts_on, r.ends_on,
             coalesce((SELECT sum(CASE d.state WHEN 'open' THEN d.headcount WHEN 'cancelled' THEN 0 ELSE d.seats_taken END)
                       FROM order_allocation a JOIN labour_need d ON d.id = a.need_id WHERE a.requirement_id = r.id), 0) AS asked
      FROM production_order o JOIN order_requirement r ON r.order_id = o.id AND r.leg = 'labour'
      WHERE o.state = 'open' AND o.region_id IN (SELECT region_id FROM region_ancestor WHERE ancestor_id = $1)
        AND r.ends_on >= $2::date + 7 AND r.starts_on < $2::date + 7 * ($3::int + 1)
        AND ($4::text IS NULL OR r.thing_id = $4)) n)
  SELECT key, week, sum(heads)::int AS heads
  FROM lack CROSS JOIN LATERAL generate_series(greatest(1, floor((starts_on - $2::date) / 7.0)::int), least($3::int, floor((ends_on - $2::date) / 7.0)::int)) AS g (week)
  WHERE heads > 0 GROUP BY key, week`;

/** The Monday of a day's week. */
export const mondayOf = (day: LocalDate): LocalDate => addDays(day, 1 - weekdayOf(day));

/** By part, straight from the source rows, of at most fifty parts; part '' is everything where nothing splits. */
export async function countShortages(db: Database, slice: ShortageSlice): Promise<Map<string, ShortageSums>> {
  const { regionId, occupationId, splitBy, today, pastWeeks, weeks } = slice;
  const rows = await db.rows<CellRow>(partsSql(splitBy), [
    ...[regionId, mondayOf(today), today, pastWeeks, weeks, occupationId],
  ]);
  return sumsByKey(rows, { past: pastWeeks, ahead: weeks });
}

/** By occupation, of a region without those below it. */
export async function countOwnShortages(
  tx: Tx,
  regionId: string,
  today: LocalDate,
): Promise<Map<string, ShortageSums>> {
  const { past, ahead } = keptSpan;
  const rows = await rowsOf<CellRow>(tx, ownSql, [regionId, mondayOf(today), today, past, ahead, null]);
  return sumsByKey(rows, keptSpan);
}

const sumsByKey = (rows: readonly CellRow[], span: WeekSpan): Map<string, ShortageSums> =>
  new Map([...groupBy(rows, ({ key }) => key)].map(([key, cells]) => [key, sumsOfCells(cells, span)] as const));

/** By part, heads that orders lack in each week ahead, from the next. */
export async function findOrderHeads(db: Database, slice: ShortageSlice): Promise<Map<string, number[]>> {
  const { regionId, occupationId, splitBy, today, weeks } = slice;
  const rows = await db.rows<OrderRow>(ordersSql(splitBy), [regionId, mondayOf(today), weeks, occupationId]);
  return new Map(
    [...groupBy(rows, ({ key }) => key)].map(([key, lacking]) => {
      const heads = new Map(lacking.map((row) => [row.week, row.heads]));
      return [key, Array.from({ length: weeks }, (_, index) => heads.get(index + 1) ?? 0)] as const;
    }),
  );
}

/** Days on which a week's forecast would have been made: the same day of the week, from the first to the last, the oldest first. */
export function originDays(
  today: LocalDate,
  first: LocalDate,
): readonly { readonly day: LocalDate; readonly back: number }[] {
  const count = Math.floor((daysBetween(first, today).length - 1) / 7);
  return Array.from({ length: count + 1 }, (_, index) => count - index).map((back) => ({
    ...{ day: addDays(today, -7 * back), back },
  }));
}
