import { rowsOf, type Tx } from '../../platform/database/database.js';
import type { MessageParams } from '../../platform/i18n/message.js';

/** What a text can name of a need: its host and its work, never a worker. */
export const named = `h.name AS host, o.name_zh AS "workZh", o.name_en AS "workEn"`;
export const hostAndWork = `JOIN enterprise h ON h.id = n.host_id JOIN occupation o ON o.id = n.occupation_id`;

const placementSql = `SELECT ${named}, d.starts_on::text AS "startsOn", d.ends_on::text AS "endsOn"
   FROM placement d JOIN labour_need n ON n.id = d.need_id ${hostAndWork} WHERE d.id = $1`;

export function ofPlacement(tx: Tx, placementId: string): Promise<MessageParams> {
  return one(tx, placementSql, placementId);
}

/** The one row of what an event is about; it was there when the event was recorded, and nothing is ever deleted. */
export async function one<T extends object = MessageParams>(tx: Tx, sql: string, id: string): Promise<T> {
  const [row] = await rowsOf<T>(tx, sql, [id]);
  if (!row) throw new Error(`nothing to tell of ${id}`);
  return row;
}

export async function idsOf(tx: Tx, sql: string, parameters: readonly unknown[]): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(tx, sql, parameters);
  return rows.map(({ id }) => id);
}

/** An instant as people read it where the work is. */
export const localTime = (column: string): string =>
  `to_char(${column} AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI')`;
