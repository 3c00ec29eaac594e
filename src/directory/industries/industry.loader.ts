import type { Tx } from '../../platform/database/database.js';
import { refuse } from '../../platform/errors/index.js';
import { columnsOf } from '../taxonomies/taxonomy.loader.js';
import { type Coded, idOfCode, parentsFirst, refuseParentCycle } from '../taxonomies/taxonomy.rules.js';

export interface IndustryRow extends Coded {
  /** An id, `scheme:code`. */
  readonly parentId: string | null;
  readonly nameZh: string;
  readonly nameEn: string;
}

/** Inserts or brings up to date any number of industries; unchanged rows are not written. */
export async function upsertIndustries(tx: Tx, rows: readonly IndustryRow[]): Promise<void> {
  const named = rows.map((row) => ({ ...row, id: idOfCode(row) }));
  refuse(refuseParentCycle(named));
  await tx.query(
    `INSERT INTO industry (id, scheme, code, parent_id, name_zh, name_en)
     SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[])
     ON CONFLICT (id) DO UPDATE SET parent_id = excluded.parent_id, name_zh = excluded.name_zh, name_en = excluded.name_en
     WHERE (industry.parent_id, industry.name_zh, industry.name_en) IS DISTINCT FROM (excluded.parent_id, excluded.name_zh, excluded.name_en)`,
    columnsOf(parentsFirst(named), ['id', 'scheme', 'code', 'parentId', 'nameZh', 'nameEn']),
  );
}
