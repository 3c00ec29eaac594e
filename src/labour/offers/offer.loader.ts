import type { EntityManager } from 'typeorm';
import { rowsOf } from '../../platform/database/database.js';
import type { DealParties } from '../dealings/dealing.service.js';
import type { OfferFacts } from './offer.rules.js';

interface FactsRow extends DealParties {
  readonly id: string;
  readonly headcount: number;
  readonly seatsTaken: number;
  readonly state: string;
  readonly consentId: string | null;
}

/** By offer: its need's seats and the consent in force for its whole period; what its answers depend on. */
export async function offerFacts(
  tx: EntityManager,
  ids: readonly string[],
): Promise<Map<string, OfferFacts & DealParties>> {
  const rows = await rowsOf<FactsRow>(
    tx,
    `SELECT o.id, n.headcount, n.seats_taken AS "seatsTaken", n.state, c.id AS "consentId",
            o.host_id AS "hostId", o.lender_id AS "lenderId"
     FROM offer o JOIN labour_need n ON n.id = o.need_id
     LEFT JOIN LATERAL (SELECT c.id FROM consent c
       WHERE c.worker_id = o.worker_id AND c.lender_id = o.lender_id AND c.state = 'granted'
         AND c.starts_on <= o.starts_on AND c.ends_on >= o.ends_on
       ORDER BY c.id DESC LIMIT 1) c ON TRUE
     WHERE o.id = ANY($1)`,
    [ids],
  );
  return new Map(
    rows.map(({ id, consentId, hostId, lenderId, ...need }) => [
      id,
      { hostId, lenderId, need, consent: consentId === null ? undefined : { id: consentId } },
    ]),
  );
}
