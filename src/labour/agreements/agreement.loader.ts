import type { EntityManager } from 'typeorm';
import { rowsOf } from '../../platform/database/database.js';
import type { Language } from '../../platform/i18n/message.js';
import type { PaperParty } from './agreement-paper.js';
import type { AgreementTerms } from './terms.js';

/** What decides who may do what with an agreement: its newest terms and who has signed them. */
export interface AgreementRow {
  readonly id: string;
  readonly authorId: string;
  readonly terms: AgreementTerms;
  readonly signedBy: readonly string[];
}

export async function agreementRows(tx: EntityManager, ids: readonly string[]): Promise<Map<string, AgreementRow>> {
  const rows = await rowsOf<AgreementRow>(
    tx,
    `SELECT a.id, t.author_id AS "authorId", t.terms,
       ARRAY(SELECT s.party_id::text FROM agreement_signature s
             WHERE s.agreement_id = a.id AND s.content_hash = a.content_hash) AS "signedBy"
     FROM agreement a JOIN agreement_terms t ON t.agreement_id = a.id AND t.version = a.version
     WHERE a.id = ANY($1)`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** Host and lender as the paper names them. */
export async function paperParties(
  tx: EntityManager,
  { hostId, lenderId }: { readonly hostId: string; readonly lenderId: string },
): Promise<{ host: PaperParty; lender: PaperParty }> {
  const rows = await rowsOf<PaperParty & { id: string }>(
    tx,
    'SELECT id, name, registration_code AS "registrationCode" FROM enterprise WHERE id = ANY($1)',
    [[hostId, lenderId]],
  );
  const partyOf = (id: string): PaperParty => {
    const found = rows.find((row) => row.id === id);
    if (!found) throw new Error(`enterprise ${id} is missing`);
    return { name: found.name, registrationCode: found.registrationCode };
  };
  return { host: partyOf(hostId), lender: partyOf(lenderId) };
}

/** Occupations by id, in a reader's language. */
export async function occupationNames(
  tx: EntityManager,
  ids: readonly string[],
  language: Language,
): Promise<ReadonlyMap<string, string>> {
  const name = language === 'en' ? 'name_en' : 'name_zh';
  const rows = await rowsOf<{ id: string; name: string }>(
    tx,
    `SELECT id, ${name} AS name FROM occupation WHERE id = ANY($1)`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** Whether an offer stands between the two for the need: the door through which they may negotiate at all. */
export async function haveDeal(
  tx: EntityManager,
  { needId, hostId, lenderId }: { readonly needId: string; readonly hostId: string; readonly lenderId: string },
): Promise<boolean> {
  const found = await rowsOf(
    tx,
    `SELECT 1 FROM offer WHERE need_id = $1 AND host_id = $2 AND lender_id = $3 AND state IN ('sent', 'accepted') LIMIT 1`,
    [needId, hostId, lenderId],
  );
  return found.length > 0;
}
