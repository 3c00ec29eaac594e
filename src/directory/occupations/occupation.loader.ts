import type { EntityManager } from 'typeorm';
import { rowsOf, type Tx } from '../../platform/database/database.js';
import { columnsOf } from '../taxonomies/taxonomy.loader.js';
import { type Coded, escapeLike, idOfCode } from '../taxonomies/taxonomy.rules.js';
import type { OccupationNames } from './occupation-search.rules.js';

export interface OccupationRow extends Coded {
  /** A group of related occupations, free text of the scheme. */
  readonly family: string;
  readonly nameZh: string;
  readonly nameEn: string;
  /** A code of ISCO-08, where one corresponds. */
  readonly isco08?: string | null;
  /** The Chinese name in pinyin without tones, and its first letters: what a person types to find it. */
  readonly pinyin?: string;
  readonly initials?: string;
}

export interface Substitute {
  readonly substituteId: string;
  /** Score points per hundred that a match through this substitute loses. */
  readonly penalty: number;
}

export interface SubstituteRow extends Substitute {
  readonly occupationId: string;
}

/** Inserts or brings up to date any number of occupations; unchanged rows are not written. */
export async function upsertOccupations(tx: Tx, rows: readonly OccupationRow[]): Promise<void> {
  const named = rows.map((row) => ({
    isco08: null,
    ...row,
    id: idOfCode(row),
    pinyin: asTyped(row.pinyin),
    initials: asTyped(row.initials),
  }));
  const once = [...new Map(named.map((row) => [row.id, row])).values()];
  await tx.query(
    `INSERT INTO occupation (id, scheme, code, family, name_zh, name_en, isco08, pinyin, initials)
     SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[])
     ON CONFLICT (id) DO UPDATE SET family = excluded.family, name_zh = excluded.name_zh, name_en = excluded.name_en,
       isco08 = excluded.isco08, pinyin = excluded.pinyin, initials = excluded.initials
     WHERE (occupation.family, occupation.name_zh, occupation.name_en, occupation.isco08, occupation.pinyin, occupation.initials)
       IS DISTINCT FROM (excluded.family, excluded.name_zh, excluded.name_en, excluded.isco08, excluded.pinyin, excluded.initials)`,
    columnsOf(once, ['id', 'scheme', 'code', 'family', 'nameZh', 'nameEn', 'isco08', 'pinyin', 'initials']),
  );
}

/** Pinyin is kept as it is typed into a search: lower-case, without spaces. */
function asTyped(pinyin = ''): string {
  return pinyin.replace(/\s+/g, '').toLowerCase();
}

/** Makes the substitutes of one scheme exactly these. */
export async function replaceSubstitutes(tx: Tx, scheme: string, rows: readonly SubstituteRow[]): Promise<void> {
  const columns = columnsOf(rows, ['occupationId', 'substituteId', 'penalty']);
  await tx.query(
    `DELETE FROM occupation_substitute s USING occupation o
     WHERE o.id = s.occupation_id AND o.scheme = $1 AND NOT EXISTS (
       SELECT 1 FROM unnest($2::text[], $3::text[]) AS given(occupation_id, substitute_id)
       WHERE given.occupation_id = s.occupation_id AND given.substitute_id = s.substitute_id)`,
    [scheme, columns[0], columns[1]],
  );
  await tx.query(
    `INSERT INTO occupation_substitute (occupation_id, substitute_id, penalty)
     SELECT * FROM unnest($1::text[], $2::text[], $3::smallint[])
     ON CONFLICT (occupation_id, substitute_id) DO UPDATE SET penalty = excluded.penalty
     WHERE occupation_substitute.penalty IS DISTINCT FROM excluded.penalty`,
    columns,
  );
}

/** The substitutes of each occupation, the cheapest first. */
export async function substitutesById(
  tx: EntityManager,
  occupationIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Substitute[]>> {
  const rows = await rowsOf<{ occupation_id: string; substitute_id: string; penalty: number }>(
    tx,
    `SELECT occupation_id, substitute_id, penalty FROM occupation_substitute
     WHERE occupation_id = ANY($1) ORDER BY occupation_id, penalty, substitute_id`,
    [[...occupationIds]],
  );
  const found = new Map<string, Substitute[]>(occupationIds.map((id) => [id, []]));
  for (const row of rows) found.get(row.occupation_id)?.push({ substituteId: row.substitute_id, penalty: row.penalty });
  return found;
}

/**
 * Ids of occupations that contain `text` in a name, the pinyin or its initials, best first: the whole of one, its
 * start, the start of a word of the English name, elsewhere. Filtered by the trigram index occupation_search.
 */
export async function searchOccupationIds(
  tx: EntityManager,
  text: string,
  page: { readonly limit: number; readonly afterId: string | null },
): Promise<string[]> {
  const literal = escapeLike(text);
  const spaceless = literal.replaceAll(' ', '');
  const rows = await rowsOf<{ id: string }>(
    tx,
    `WITH ranked AS (
       SELECT id, CASE
         WHEN lower(name_zh) = $1 OR lower(name_en) = $1 OR pinyin = $2 OR initials = $2 THEN 0
         WHEN name_zh ILIKE $3 || '%' OR pinyin LIKE $4 || '%' OR initials LIKE $4 || '%' THEN 1
         WHEN ' ' || name_en ILIKE '% ' || $3 || '%' THEN 2
         ELSE 3 END AS rank
       FROM occupation
       WHERE (name_zh || ' ' || name_en || ' ' || pinyin || ' ' || initials) ILIKE $5
          OR (name_zh || ' ' || name_en || ' ' || pinyin || ' ' || initials) ILIKE $6
     )
     SELECT id FROM ranked
     WHERE $7::text IS NULL OR (rank, id) > (SELECT rank, id FROM ranked WHERE id = $7)
     ORDER BY rank, id LIMIT $8`,
    [text, text.replaceAll(' ', ''), literal, spaceless, `%${literal}%`, `%${spaceless}%`, page.afterId, page.limit],
  );
  return rows.map(({ id }) => id);
}

/** The names of all occupations. */
export async function readNames(tx: EntityManager): Promise<OccupationNames[]> {
  return rowsOf<OccupationNames>(
    tx,
    'SELECT id, name_zh AS "nameZh", name_en AS "nameEn", pinyin, initials FROM occupation ORDER BY id',
  );
}
