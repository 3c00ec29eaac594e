import { Injectable } from '@nestjs/common';
import type { BatchLoad } from '../../platform/auth/request-context.js';
import { Clock, type LocalDate } from '../../platform/clock/clock.js';
import { groupBy } from '../../platform/collections/group-by.js';
import { Database, rowsOf, type Tx } from '../../platform/database/database.js';
import type { Period } from '../reports/period.rules.js';
import type { ExternalRow } from './external-table.rules.js';
import type { Point } from './quality.rules.js';

/** A value as it holds, with what it was before. */
export interface ExternalValue extends Point {
  readonly formerValue: number | null;
  readonly revisedAt: Date | null;
  /** How often it was revised. */
  readonly revisions: number;
}

/** The key of `inRanges`. */
export const rangeKey = ({ from = '', until = '' }: Partial<Period>, id: string): string => `${from} ${until} ${id}`;

/** How many values of a series are judged and drawn small; the newest. */
const judgedPoints = 400;
const shownValues = 1_000;
/** Ten years of days. */
const joinedPoints = 3_700;

/** Values of external series: written by imports, never lost when they are revised. */
@Injectable()
export class ExternalValues {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** By series: its newest values, in order. */
  readonly newest: BatchLoad<readonly Point[]> = async (ids) => {
    const rows = await this.db.rows<Point & { readonly seriesId: string }>(
      `SELECT s.id AS "seriesId", v.first_day::text AS "firstDay", v.value::float8 AS value
       FROM unnest($1::uuid[]) AS s (id)
       CROSS JOIN LATERAL (
         SELECT first_day, value FROM external_value WHERE series_id = s.id ORDER BY first_day DESC LIMIT $2) v
       ORDER BY v.first_day`,
      [ids, judgedPoints],
    );
    return bySeries(ids, rows);
  };

  /** By `from until ID`: values of periods that begin in that range, in order; the newest 1,000 where there are more. */
  readonly inRanges: BatchLoad<readonly ExternalValue[]> = async (keys) => {
    const ranges = groupBy(keys, (key) => key.slice(0, key.lastIndexOf(' ')));
    const found = await Promise.all(
      [...ranges].map(async ([range, of]) => {
        const values = await this.revised(
          of.map((key) => key.slice(range.length + 1)),
          range,
        );
        return [...values].map(([id, rows]) => [`${range} ${id}`, rows] as const);
      }),
    );
    return new Map(found.flat());
  };

  /** Values of periods that begin in a range, in order. */
  async of(seriesId: string, { from, until }: Period): Promise<Point[]> {
    return this.db.rows<Point>(
      `SELECT first_day::text AS "firstDay", value::float8 AS value FROM external_value
       WHERE series_id = $1 AND first_day BETWEEN $2 AND $3 ORDER BY first_day LIMIT $4`,
      [seriesId, from, until, joinedPoints],
    );
  }

  private async revised(ids: readonly string[], range: string): Promise<Map<string, readonly ExternalValue[]>> {
    const [from = '', until = ''] = range.split(' ');
    const rows = await this.db.rows<ExternalValue & { readonly seriesId: string }>(
      `SELECT s.id AS "seriesId", v.first_day::text AS "firstDay", v.value::float8 AS value,
              r.former_value::float8 AS "formerValue", r.revised_at AS "revisedAt", coalesce(r.revisions, 0)::int AS revisions
       FROM unnest($1::uuid[]) AS s (id)
       CROSS JOIN LATERAL (
         SELECT first_day, value FROM external_value
         WHERE series_id = s.id AND ($2::date IS NULL OR first_day >= $2) AND ($3::date IS NULL OR first_day <= $3)
         ORDER BY first_day DESC LIMIT $4) v
       LEFT JOIN LATERAL (
         SELECT former_value, revised_at, count(*) OVER () AS revisions FROM external_revision
         WHERE series_id = s.id AND first_day = v.first_day ORDER BY import_id DESC LIMIT 1) r ON true
       ORDER BY v.first_day`,
      [ids, from || null, until || null, shownValues],
    );
    return bySeries(ids, rows);
  }

  async lastDay(tx: Tx, seriesId: string): Promise<LocalDate | undefined> {
    const [row] = await rowsOf<{ lastDay: string | null }>(
      tx,
      `SELECT max(first_day)::text AS "lastDay" FROM external_value WHERE series_id = $1`,
      [seriesId],
    );
    return row?.lastDay ?? undefined;
  }

  /** Writes an import's values, its series locked by the caller. What differs replaces the former value, which stays on record. */
  async write(
    tx: Tx,
    seriesId: string,
    importId: string,
    rows: readonly ExternalRow[],
  ): Promise<{ readonly rowsNew: number; readonly rowsChanged: number }> {
    const [counts] = await rowsOf<{ rowsNew: number; rowsChanged: number }>(
      tx,
      `WITH incoming AS MATERIALIZED (
         SELECT first_day, round(value, 6) AS value FROM unnest($3::date[], $4::numeric[]) AS i (first_day, value)),
       former AS MATERIALIZED (
         SELECT v.first_day, v.value, v.import_id FROM external_value v JOIN incoming i USING (first_day)
         WHERE v.series_id = $1 AND v.value <> i.value),
       kept AS (
         INSERT INTO external_revision (series_id, first_day, import_id, former_value, former_import_id, revised_at)
         SELECT $1, first_day, $2, value, import_id, $5 FROM former RETURNING 1),
       changed AS (
         UPDATE external_value v SET value = i.value, import_id = $2 FROM incoming i JOIN former f USING (first_day)
         WHERE v.series_id = $1 AND v.first_day = i.first_day RETURNING 1),
       added AS (
         INSERT INTO external_value (series_id, first_day, value, import_id)
         SELECT $1, first_day, value, $2 FROM incoming ON CONFLICT (series_id, first_day) DO NOTHING RETURNING 1)
       SELECT (SELECT count(*)::int FROM added) AS "rowsNew", (SELECT count(*)::int FROM changed) AS "rowsChanged"
       FROM (SELECT count(*) FROM kept) k`,
      [seriesId, importId, rows.map(({ firstDay }) => firstDay), rows.map(({ value }) => value), this.clock.now()],
    );
    return counts ?? { rowsNew: 0, rowsChanged: 0 };
  }
}

function bySeries<Row extends { readonly seriesId: string }>(
  ids: readonly string[],
  rows: readonly Row[],
): Map<string, readonly Row[]> {
  const grouped = groupBy(rows, ({ seriesId }) => seriesId);
  return new Map(ids.map((id) => [id, grouped.get(id) ?? []]));
}
