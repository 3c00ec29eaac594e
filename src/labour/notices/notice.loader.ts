import type { EntityManager } from 'typeorm';
import { rowsOf } from '../../platform/database/database.js';
import { type NeedFacts, termsFromNeed } from '../agreements/standard-terms.js';
import { wholeTerms } from '../agreements/terms.rules.js';
import type { AgreementTerms } from '../agreements/terms.js';
import type { NoticeFacts } from './notice.rules.js';

interface Row extends Omit<NoticeFacts, 'terms' | 'occupation'> {
  readonly id: string;
  readonly occupationZh: string;
  readonly occupationEn: string;
  readonly need: NeedFacts;
  readonly terms: AgreementTerms | null;
}

export interface NoticeRow {
  readonly facts: Omit<NoticeFacts, 'occupation'>;
  readonly occupationZh: string;
  readonly occupationEn: string;
}

/** The terms that a loan stands on: its placement's agreement, else the newest that is signed or negotiated for its need. */
const termsSql = `
  LEFT JOIN LATERAL (
    SELECT t.terms FROM agreement a JOIN agreement_terms t ON t.agreement_id = a.id AND t.version = a.version
    WHERE a.host_id = o.host_id AND a.lender_id = o.lender_id AND a.kind = 'cooperation'
      AND (a.id = p.agreement_id OR p.agreement_id IS NULL AND a.state IN ('draft', 'issued', 'signed', 'in_force')
           AND (a.need_id = o.need_id OR a.starts_on <= o.starts_on AND a.ends_on >= o.ends_on))
    ORDER BY a.id = p.agreement_id DESC NULLS LAST, a.state IN ('signed', 'in_force') DESC, a.id DESC LIMIT 1) t ON TRUE`;

/** What the notices of loans say, by offer; direct hires have none. */
export async function noticeRows(tx: EntityManager, offerIds: readonly string[]): Promise<Map<string, NoticeRow>> {
  const rows = await rowsOf<Row>(
    tx,
    `SELECT o.id, l.name AS "lenderName", h.name AS "hostName", c.name_zh AS "occupationZh", c.name_en AS "occupationEn",
       coalesce(nullif(n.address, ''), r.name_zh) AS site, coalesce(p.starts_on, o.starts_on)::text AS "startsOn",
       coalesce(p.ends_on, o.ends_on)::text AS "endsOn", o.wage_fen AS "wageFen", o.wage_unit AS "wageUnit", t.terms,
       jsonb_build_object('occupationId', n.occupation_id, 'minLevel', n.min_level, 'headcount', n.headcount,
         'startsOn', n.starts_on, 'endsOn', n.ends_on, 'shift', n.shift, 'wageFen', n.wage_fen, 'wageUnit', n.wage_unit,
         'currency', n.currency, 'lodging', n.lodging, 'address', n.address, 'description', n.description, 'occupationName', c.name_zh) AS need
     FROM offer o JOIN labour_need n ON n.id = o.need_id JOIN occupation c ON c.id = n.occupation_id
     JOIN region r ON r.id = n.region_id JOIN enterprise h ON h.id = o.host_id JOIN enterprise l ON l.id = o.lender_id
     LEFT JOIN placement p ON p.offer_id = o.id ${termsSql}
     WHERE o.id = ANY($1) AND o.kind = 'loan'`,
    [offerIds],
  );
  return new Map(
    rows.map(({ id, occupationZh, occupationEn, need, terms, ...facts }) => [
      id,
      { facts: { ...facts, terms: terms ? wholeTerms(terms) : termsFromNeed(need) }, occupationZh, occupationEn },
    ]),
  );
}
