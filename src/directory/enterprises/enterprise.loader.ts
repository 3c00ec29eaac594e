import { rowsOf, type Tx } from '../../platform/database/database.js';
import { newId } from '../../platform/ids/ids.js';
import { columnsOf } from '../taxonomies/taxonomy.loader.js';

/** A row of a foreign register of enterprises. */
export interface ImportedEnterprise {
  /** The register, not USCC. */
  readonly registrationScheme: string;
  readonly registrationCode: string;
  readonly name: string;
  readonly industryId: string | null;
  readonly regionId: string;
  readonly address?: string;
  readonly latitude: number;
  readonly longitude: number;
}

interface StoredRow {
  readonly id: string;
  readonly registration_scheme: string;
  readonly registration_code: string;
}

/** Inserts or updates any number in one statement; ids by `scheme:code`. The last row of a code wins. */
export async function upsertImported(tx: Tx, rows: readonly ImportedEnterprise[]): Promise<Map<string, string>> {
  const keyOf = (scheme: string, code: string): string => `${scheme}:${code}`;
  const once = new Map(rows.map((row) => [keyOf(row.registrationScheme, row.registrationCode), row]));
  const named = [...once.values()].map((row) => ({ address: '', ...row, id: newId() }));
  const stored = await rowsOf<StoredRow>(
    tx,
    `INSERT INTO enterprise (id, registration_scheme, registration_code, name, industry_id, region_id, address, latitude, longitude, verification)
     SELECT *, 'verified'
     FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::float8[], $9::float8[])
     ON CONFLICT ON CONSTRAINT enterprise_registration_unique DO UPDATE SET name = excluded.name, industry_id = excluded.industry_id,
       region_id = excluded.region_id, address = excluded.address, latitude = excluded.latitude, longitude = excluded.longitude
     RETURNING id, registration_scheme, registration_code`,
    columnsOf(named, [
      'id',
      'registrationScheme',
      'registrationCode',
      'name',
      'industryId',
      'regionId',
      'address',
      'latitude',
      'longitude',
    ]),
  );
  return new Map(stored.map((row) => [keyOf(row.registration_scheme, row.registration_code), row.id]));
}
