import { addDays } from '../../platform/clock/local-date.js';
import type { LocalDate } from '../../platform/clock/clock.js';
import { type Database, rowsOf, type Tx } from '../../platform/database/database.js';
import { mondayOf, type ShortageSlice } from './shortage.loader.js';
import { isNothing, type ShortageSums, subtractSums } from './shortage-sums.rules.js';

/** All occupations together. */
const everything = '*';

interface KeptRow extends ShortageSums {
  readonly key: string;
  readonly asOf: LocalDate;
  readonly countedAt: Date;
}

export interface KeptShortages {
  readonly asOf: LocalDate;
  readonly countedAt: Date;
  readonly sums: ReadonlyMap<string, ShortageSums>;
}

const panelSql = (key: string): string =>
  `SELECT ${key} AS key, p.as_of::text AS "asOf", p.counted_at AS "countedAt", p.wanted, p.open, p.stays FROM shortage_panel p`;

/** What is kept of a slice, as of today or, while today is still being counted, yesterday; undefined where nothing is. */
export async function findKeptShortages(db: Database, slice: ShortageSlice): Promise<KeptShortages | undefined> {
  const { regionId, splitBy, occupationId, today } = slice;
  const occupation = occupationId ?? everything;
  const [whole] = await db.rows<KeptRow>(
    `${panelSql(`''`)} WHERE p.region_id = $1 AND p.occupation_id = $2 AND p.as_of >= $3`,
    [regionId, splitBy === 'occupation' ? everything : occupation, addDays(today, -1)],
  );
  if (!whole) return undefined;
  const { asOf, countedAt } = whole;
  if (splitBy === null) return { asOf, countedAt, sums: new Map([['', whole]]) };
  const parts = await (splitBy === 'occupation'
    ? db.rows<KeptRow>(
        `${panelSql('p.occupation_id')} WHERE p.region_id = $1 AND p.occupation_id <> $2 AND ($3::text IS NULL OR p.occupation_id = $3)`,
        [regionId, everything, occupationId],
      )
    : db.rows<KeptRow>(
        `${panelSql('p.region_id')} JOIN region r ON r.id = p.region_id WHERE r.parent_id = $1 AND p.occupation_id = $2`,
        [regionId, occupation],
      ));
  // Between midnight and the end of the count some parts are still of the week before.
  const sameWeek = parts.filter((part) => mondayOf(part.asOf) === mondayOf(asOf));
  const sums = new Map<string, ShortageSums>(sameWeek.map((part) => [part.key, part]));
  const rest = sameWeek.reduce<ShortageSums>(subtractSums, whole);
  if (splitBy === 'region' && !isNothing(rest)) sums.set('', rest);
  return { asOf, countedAt, sums };
}

/** By occupation, the sums of the regions directly below one. */
export async function findSumsBelow(tx: Tx, regionId: string): Promise<readonly KeptRow[]> {
  return rowsOf<KeptRow>(
    tx,
    `${panelSql('p.occupation_id')} JOIN region r ON r.id = p.region_id WHERE r.parent_id = $1 AND p.occupation_id <> $2`,
    [regionId, everything],
  );
}

/** Replaces what is kept of a region by its sums by occupation, and keeps all together besides. */
export async function keepShortages(
  tx: Tx,
  regionId: string,
  { sums, together }: { readonly sums: ReadonlyMap<string, ShortageSums>; readonly together: ShortageSums },
  { asOf, countedAt }: Pick<KeptShortages, 'asOf' | 'countedAt'>,
): Promise<void> {
  await tx.query('DELETE FROM shortage_panel WHERE region_id = $1', [regionId]);
  for (const [occupationId, { wanted, open, stays }] of [[everything, together] as const, ...sums])
    await tx.query(
      `INSERT INTO shortage_panel (region_id, occupation_id, as_of, counted_at, wanted, open, stays) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [regionId, occupationId, asOf, countedAt, wanted, open, stays],
    );
}
