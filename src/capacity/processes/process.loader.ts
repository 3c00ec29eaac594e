import type { Database, Tx } from '../../platform/database/database.js';
import { shippedScheme } from './process.rules.js';
import { shippedProcesses } from './shipped-processes.js';

const idOf = (code: string): string => `${shippedScheme}:${code}`;

/** Brings the shipped processes and machine types up to date; what was retired stays retired, what was added is left alone. */
export async function loadProcesses(db: Database): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtext('capacity reference data'))`);
    await upsertProcesses(tx);
    await upsertMachineTypes(tx);
  });
}

async function upsertProcesses(tx: Tx): Promise<void> {
  await tx.query(
    `INSERT INTO process (id, name_zh, name_en) SELECT * FROM unnest($1::text[], $2::text[], $3::text[])
     ON CONFLICT (id) DO UPDATE SET name_zh = excluded.name_zh, name_en = excluded.name_en
     WHERE (process.name_zh, process.name_en) IS DISTINCT FROM (excluded.name_zh, excluded.name_en)`,
    [
      shippedProcesses.map(({ code }) => idOf(code)),
      shippedProcesses.map(({ nameZh }) => nameZh),
      shippedProcesses.map(({ nameEn }) => nameEn),
    ],
  );
}

async function upsertMachineTypes(tx: Tx): Promise<void> {
  const rows = shippedProcesses.flatMap(({ code, machines }) =>
    machines.map((machine) => ({ ...machine, process: code })),
  );
  await tx.query(
    `INSERT INTO machine_type (id, process_id, name_zh, name_en, attributes)
     SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::jsonb[])
     ON CONFLICT (id) DO UPDATE SET name_zh = excluded.name_zh, name_en = excluded.name_en, attributes = excluded.attributes
     WHERE (machine_type.name_zh, machine_type.name_en, machine_type.attributes)
           IS DISTINCT FROM (excluded.name_zh, excluded.name_en, excluded.attributes)`,
    [
      rows.map(({ code }) => idOf(code)),
      rows.map(({ process }) => idOf(process)),
      rows.map(({ nameZh }) => nameZh),
      rows.map(({ nameEn }) => nameEn),
      rows.map(({ attributes }) => JSON.stringify(attributes)),
    ],
  );
}
