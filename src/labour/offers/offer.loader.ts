import type { EntityManager } from 'typeorm';
import { rowsOf } from '../../platform/database/database.js';
import type { Contract } from '../employments/employment.rules.js';
import type { DealParties } from '../dealings/dealing.service.js';
import type { OfferFacts } from './offer.rules.js';

interface FactsRow extends DealParties {
  readonly id: string;
  readonly headcount: number;
  readonly seatsTaken: number;
  readonly state: string;
  readonly consentId: string | null;
  readonly isBarredWork: boolean;
  readonly contract: Contract | null;
  readonly agreement: OfferFacts['agreement'] | null;
}

/** By offer: its need's seats, and the papers that a loan stands on; what its answers depend on. */
export async function offerFacts(
  tx: EntityManager,
  ids: readonly string[],
): Promise<Map<string, OfferFacts & DealParties>> {
  const rows = await rowsOf<FactsRow>(
    tx,
    `SELECT o.id, n.headcount, n.seats_taken AS "seatsTaken", n.state, c.id AS "consentId", a.agreement,
       o.host_id AS "hostId", o.lender_id AS "lenderId",
       EXISTS (SELECT 1 FROM barred_work b WHERE b.worker_id = o.worker_id AND b.need_id = o.need_id) AS "isBarredWork",
       CASE WHEN e.id IS NOT NULL THEN jsonb_build_object(
         'startsOn', e.starts_on, 'endsOn', e.ends_on, 'isDispatched', e.is_dispatched) END AS contract
     FROM offer o JOIN labour_need n ON n.id = o.need_id
     LEFT JOIN LATERAL (SELECT c.id FROM consent c
       WHERE c.worker_id = o.worker_id AND c.lender_id = o.lender_id AND c.state = 'granted'
         AND c.starts_on <= o.starts_on AND c.ends_on >= o.ends_on
       ORDER BY c.id DESC LIMIT 1) c ON TRUE
     LEFT JOIN employment e ON e.worker_id = o.worker_id AND e.enterprise_id = o.lender_id AND e.ended_on IS NULL
     LEFT JOIN LATERAL (SELECT jsonb_build_object('id', a.id, 'wageFen', CASE
           WHEN t.terms ->> 'wageUnit' = o.wage_unit AND t.terms ->> 'currency' = o.currency
           THEN (t.terms ->> 'wageFen')::int END) AS agreement
       FROM agreement a JOIN agreement_terms t ON t.agreement_id = a.id AND t.version = a.version
       WHERE a.host_id = o.host_id AND a.lender_id = o.lender_id AND a.kind = 'cooperation'
         AND a.state IN ('signed', 'in_force') AND a.starts_on <= o.starts_on AND a.ends_on >= o.ends_on
         AND EXISTS (SELECT 1 FROM jsonb_array_elements(t.terms -> 'heads') h WHERE h ->> 'occupationId' = n.occupation_id)
         AND a.headcount > (SELECT count(*) FROM placement p
               WHERE p.agreement_id = a.id AND p.state IN ('planned', 'active')
                 AND daterange(p.starts_on, p.ends_on, '[]') && daterange(o.starts_on, o.ends_on, '[]'))
       ORDER BY a.signed_at, a.id LIMIT 1) a ON TRUE
     WHERE o.id = ANY($1)`,
    [ids],
  );
  return new Map(
    rows.map(({ id, consentId, contract, agreement, hostId, lenderId, isBarredWork, ...need }) => [
      id,
      {
        ...{ hostId, lenderId, need, isBarredWork },
        consent: consentId === null ? undefined : { id: consentId },
        contract: contract ?? undefined,
        agreement: agreement ?? undefined,
      },
    ]),
  );
}
