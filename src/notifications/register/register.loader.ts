import type { Tx } from '../../platform/database/database.js';
import type { MessageParams } from '../../platform/i18n/message.js';
import { one } from '../inbox/fact.loader.js';
import { listNames } from './register.messages.js';

export function noteOfEnterprise(tx: Tx, enterpriseId: string): Promise<MessageParams> {
  return one(tx, `SELECT coalesce(verification_note, '') AS note FROM enterprise WHERE id = $1`, enterpriseId);
}

/** On which list, named in both languages, and why. */
export async function ofSanction(tx: Tx, sanctionId: string): Promise<MessageParams> {
  const { list, reason } = await one<{ list: keyof typeof listNames; reason: string }>(
    tx,
    `SELECT list, reason FROM enterprise_sanction WHERE id = $1`,
    sanctionId,
  );
  return { reason, listZh: listNames[list]['zh-CN'], listEn: listNames[list].en };
}
