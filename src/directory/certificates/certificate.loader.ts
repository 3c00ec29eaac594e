import type { Tx } from '../../platform/database/database.js';
import { columnsOf } from '../taxonomies/taxonomy.loader.js';

export interface CertificateRow {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
}

/** Inserts or brings up to date any number of certificates; unchanged rows are not written. */
export async function upsertCertificates(tx: Tx, rows: readonly CertificateRow[]): Promise<void> {
  await tx.query(
    `INSERT INTO certificate (code, name_zh, name_en) SELECT * FROM unnest($1::text[], $2::text[], $3::text[])
     ON CONFLICT (code) DO UPDATE SET name_zh = excluded.name_zh, name_en = excluded.name_en
     WHERE (certificate.name_zh, certificate.name_en) IS DISTINCT FROM (excluded.name_zh, excluded.name_en)`,
    columnsOf(rows, ['code', 'nameZh', 'nameEn']),
  );
}
