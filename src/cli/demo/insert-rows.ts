import type { Tx } from '../../platform/database/database.js';

/** Rows in one statement: few enough to stay far from the limit of its time on a busy machine. */
const rowsAtOnce = 2_000;

/** Inserts rows whose keys are the table's columns in camel case; the table's own types read the values. */
export async function insertRows(tx: Tx, table: string, rows: readonly object[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first).map((key) => ({
    key,
    column: key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
  }));
  const names = columns.map(({ column }) => column).join(', ');
  const records = rows.map((row) => {
    const values = new Map(Object.entries(row));
    return Object.fromEntries(columns.map(({ key, column }) => [column, values.get(key) as unknown]));
  });
  for (let from = 0; from < records.length; from += rowsAtOnce)
    await tx.query(
      `INSERT INTO ${table} (${names}) SELECT ${names} FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb)`,
      [JSON.stringify(records.slice(from, from + rowsAtOnce))],
    );
}
