import type { Tx } from '../../platform/database/database.js';
import type { MessageParams } from '../../platform/i18n/message.js';
import { localTime, one } from '../inbox/fact.loader.js';

/** The state as it is now, and what the texts name. */
export async function ofAgreement(tx: Tx, agreementId: string): Promise<{ state: string; params: MessageParams }> {
  const { state, ...params } = await one<{
    state: string;
    number: string;
    host: string;
    lender: string;
    startsOn: string;
    endsOn: string;
    expiresAt: string;
  }>(
    tx,
    `SELECT a.state, a.number, h.name AS host, l.name AS lender, a.starts_on::text AS "startsOn", a.ends_on::text AS "endsOn",
            ${localTime('a.expires_at')} AS "expiresAt"
     FROM agreement a JOIN enterprise h ON h.id = a.host_id JOIN enterprise l ON l.id = a.lender_id WHERE a.id = $1`,
    agreementId,
  );
  return { state, params };
}
