import type { Database } from '../../platform/database/database.js';
import type { FreeLot, OpenRequest } from './material-market.js';

export interface MaterialMarket {
  readonly lots: readonly FreeLot[];
  readonly requests: readonly OpenRequest[];
  /** Pairs that the requester has declined, as `requestId lotId`. */
  readonly declined: ReadonlySet<string>;
}

/** Open lots with what is free of them, and what open requests lack, each by id. */
export async function readMaterialMarket(db: Database): Promise<MaterialMarket> {
  const [lots, requests, declined] = await Promise.all([
    db.rows<FreeLot>(
      `SELECT lot_id AS "lotId", enterprise_id AS "enterpriseId", kind_id AS "kindId", base_unit AS "baseUnit", grade, terms,
              available::text, minimum_take::text AS "minimumTake", price_fen AS "priceFen",
              price_factor::text AS "priceFactor", loan_days AS "loanDays", latitude, longitude
       FROM material_supply ORDER BY lot_id`,
    ),
    db.rows<OpenRequest>(
      `SELECT request_id AS "requestId", enterprise_id AS "enterpriseId", array_agg(kind_id ORDER BY rank) AS "kindIds",
              minimum_grade AS "minimumGrade", accepts_sale AS "acceptsSale", accepts_loan AS "acceptsLoan",
              unmet::text, ceiling_fen AS "ceilingFen", priority = 'urgent' AS "isUrgent", split_allowed AS "splitAllowed",
              latitude, longitude
       FROM material_demand
       GROUP BY request_id, enterprise_id, minimum_grade, accepts_sale, accepts_loan, unmet, ceiling_fen, priority,
                split_allowed, latitude, longitude
       ORDER BY request_id`,
    ),
    db.rows<{ pair: string }>(
      `SELECT DISTINCT p.request_id || ' ' || p.lot_id AS pair FROM material_proposal p
       JOIN material_request r ON r.id = p.request_id AND r.state = 'open' WHERE p.state = 'declined'`,
    ),
  ]);
  return { lots, requests, declined: new Set(declined.map(({ pair }) => pair)) };
}
