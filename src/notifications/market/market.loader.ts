import { rowsOf, type Tx } from '../../platform/database/database.js';
import type { MessageParams } from '../../platform/i18n/message.js';
import { hostAndWork, idsOf, named, one } from '../inbox/fact.loader.js';

export function ofNeed(tx: Tx, needId: string): Promise<MessageParams> {
  return one(tx, `SELECT ${named} FROM labour_need n ${hostAndWork} WHERE n.id = $1`, needId);
}

export function ofOffer(tx: Tx, offerId: string): Promise<MessageParams> {
  return one(
    tx,
    `SELECT ${named}, d.starts_on::text AS "startsOn", d.ends_on::text AS "endsOn"
     FROM offer d JOIN labour_need n ON n.id = d.need_id ${hostAndWork} WHERE d.id = $1`,
    offerId,
  );
}

/** A search by the name that its worker gave it, and work that fits; undefined for one that is gone. */
export async function ofSearch(tx: Tx, searchId: string, needId: string): Promise<MessageParams | undefined> {
  const [row] = await rowsOf<{ name: string }>(tx, 'SELECT name FROM saved_search WHERE id = $1', [searchId]);
  return row && { ...(await ofNeed(tx, needId)), search: row.name };
}

/** How a need ended, and what the bureau said when it took it down. */
export function endOfNeed(tx: Tx, needId: string): Promise<{ state: string; note: string | null }> {
  return one(tx, `SELECT state, removal_note AS note FROM labour_need WHERE id = $1`, needId);
}

/** Workers whose application was never answered. */
export function waitingApplicants(tx: Tx, needId: string): Promise<string[]> {
  return idsOf(tx, `SELECT worker_id AS id FROM application WHERE need_id = $1 AND state = 'submitted'`, [needId]);
}

/** A listing that time ended; undefined for one that its lender closed. */
export async function expiredListing(
  tx: Tx,
  listingId: string,
): Promise<{ lenderId: string; startsOn: string; endsOn: string } | undefined> {
  const [row] = await rowsOf<{ lenderId: string; startsOn: string; endsOn: string }>(
    tx,
    `SELECT lender_id AS "lenderId", starts_on::text AS "startsOn", ends_on::text AS "endsOn" FROM surplus_listing
     WHERE id = $1 AND state = 'expired'`,
    [listingId],
  );
  return row;
}

export async function ofConsent(
  tx: Tx,
  consentId: string,
): Promise<{ workerId: string; lenderId: string; params: MessageParams }> {
  const { workerId, lenderId, ...params } = await one<{
    workerId: string;
    lenderId: string;
    lender: string;
    startsOn: string;
    endsOn: string;
  }>(
    tx,
    `SELECT c.worker_id AS "workerId", c.lender_id AS "lenderId", l.name AS lender, c.starts_on::text AS "startsOn", c.ends_on::text AS "endsOn"
     FROM consent c JOIN enterprise l ON l.id = c.lender_id WHERE c.id = $1`,
    consentId,
  );
  return { workerId, lenderId, params };
}
