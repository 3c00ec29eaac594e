import { readFileSync } from 'node:fs';
import type { Database } from '../../platform/database/database.js';
import type { MaterialKind } from './material-kind.entity.js';

type ShippedKind = Omit<MaterialKind, 'shipped' | 'retiredAt'>;

/** The kinds that ship with the product: curated JSON, read once when a database is brought up to date. */
export function shippedKinds(): readonly ShippedKind[] {
  const file = new URL('./reference/kinds.json', import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { readonly kinds: readonly ShippedKind[] }).kinds;
}

/**
 * Brings the kinds that ship with the product into the catalogue. One that exists keeps its units, because lots and prices stand
 * on them; its names and its specification follow. A code that a bureau has taken stays the bureau's.
 */
export async function loadMaterialKinds(db: Database): Promise<void> {
  await db.transaction((tx) =>
    tx.query(
      `INSERT INTO material_kind (id, name_zh, name_en, family, base_unit, decimals, specification, conversions, shipped)
       SELECT id, "nameZh", "nameEn", family, "baseUnit", decimals, specification, conversions, true
       FROM jsonb_to_recordset($1::jsonb) AS r (id text, "nameZh" text, "nameEn" text, family text, "baseUnit" text,
         decimals int, specification jsonb, conversions jsonb)
       ORDER BY id
       ON CONFLICT (id) DO UPDATE SET name_zh = excluded.name_zh, name_en = excluded.name_en,
         family = excluded.family, specification = excluded.specification
       WHERE material_kind.shipped AND (material_kind.name_zh, material_kind.name_en, material_kind.family, material_kind.specification)
         IS DISTINCT FROM (excluded.name_zh, excluded.name_en, excluded.family, excluded.specification)`,
      [JSON.stringify(shippedKinds())],
    ),
  );
}
