import type { Database } from '../../src/platform/database/database.js';

/**
 * What must always hold (design §5), as questions to which the right answer is no row. Each is asked of plain tables, apart
 * from the triggers and constraints that keep it, so that a fault in those shows too.
 */
const invariants: Readonly<Record<string, string>> = {
  'a worker is never booked twice': `
    WITH booked AS (
      SELECT o.id, o.worker_id, daterange(coalesce(p.starts_on, o.starts_on), coalesce(p.ends_on, o.ends_on), '[]') AS period
      FROM offer o LEFT JOIN placement p ON p.offer_id = o.id
      WHERE o.state = 'accepted' OR o.state = 'confirmed' AND p.state IN ('planned', 'active'))
    SELECT a.id, b.id AS other FROM booked a JOIN booked b ON b.worker_id = a.worker_id AND b.id > a.id AND a.period && b.period`,
  'a need never holds more than its headcount': `
    SELECT n.id, n.headcount, count(*) FROM labour_need n JOIN offer o ON o.need_id = n.id
    LEFT JOIN placement p ON p.offer_id = o.id
    WHERE o.state = 'accepted' OR o.state = 'confirmed' AND p.state IN ('planned', 'active')
    GROUP BY n.id HAVING count(*) > n.headcount`,
  'a loan lies inside a consent in force': `
    SELECT p.id FROM placement p LEFT JOIN consent c ON c.id = p.consent_id
    WHERE p.kind = 'loan' AND p.state IN ('planned', 'active')
      AND (c.id IS NULL OR c.state <> 'granted' OR c.worker_id <> p.worker_id OR c.lender_id <> p.lender_id
           OR c.starts_on > p.starts_on OR c.ends_on < p.ends_on)`,
  'a loan lies inside a signed agreement of its parties': `
    SELECT p.id FROM placement p LEFT JOIN agreement a ON a.id = p.agreement_id
    WHERE p.kind = 'loan' AND p.state IN ('planned', 'active')
      AND (a.id IS NULL OR a.state NOT IN ('signed', 'in_force') OR a.host_id <> p.host_id OR a.lender_id <> p.lender_id
           OR a.starts_on > p.starts_on OR a.ends_on < p.ends_on)`,
  'an agreement never carries more heads at a time than agreed': `
    SELECT a.id, p.id AS placement FROM agreement a JOIN placement p ON p.agreement_id = a.id AND p.state IN ('planned', 'active')
    JOIN placement q ON q.agreement_id = a.id AND q.state IN ('planned', 'active')
      AND p.starts_on BETWEEN q.starts_on AND q.ends_on
    GROUP BY a.id, p.id HAVING count(*) > max(a.headcount)`,
  'an agreement binds only with the signatures of both on the same text': `
    SELECT a.id FROM agreement a WHERE a.state IN ('signed', 'in_force', 'ended', 'terminated') AND (
      SELECT count(DISTINCT s.party_id) FROM agreement_signature s
      WHERE s.agreement_id = a.id AND s.content_hash = a.content_hash AND s.party_id IN (a.host_id, a.lender_id)) < 2`,
  'nobody began a loan without having confirmed its terms': `
    SELECT id FROM placement WHERE kind = 'loan' AND started_at IS NOT NULL AND terms_confirmed_at IS NULL`,
  'attendance lies inside its placement': `
    SELECT d.id FROM attendance_day d JOIN placement p ON p.id = d.placement_id
    WHERE d.day < p.starts_on OR d.day > p.ends_on AND p.state IN ('planned', 'active')`,
  'a settlement is the sum of its lines': `
    SELECT s.id FROM settlement s LEFT JOIN settlement_line l ON l.settlement_id = s.id
    GROUP BY s.id HAVING s.total_fen <> coalesce(sum(l.total_fen), 0)`,
  'a paid settlement has passed on all that was received for workers': `
    SELECT l.id FROM settlement s JOIN settlement_line l ON l.settlement_id = s.id
    WHERE s.state = 'paid' AND (s.host_paid_fen <> s.total_fen OR l.paid_to_worker_fen
      < l.wage_fen + l.overtime_fen + l.rest_day_fen + l.holiday_fen + l.correction_fen)`,
  'every stock balance is what its entries sum to': 'SELECT id FROM stock_account_broken',
  'goods never fall below zero': `
    SELECT e.account_id FROM stock_entry e JOIN stock_account a ON a.id = e.account_id AND a.type NOT IN ('outside', 'difference')
    GROUP BY e.account_id HAVING sum(e.amount) < 0`,
  'the books of every kind of material sum to zero': `
    SELECT a.kind_id FROM stock_entry e JOIN stock_account a ON a.id = e.account_id GROUP BY a.kind_id HAVING sum(e.amount) <> 0`,
  'the audit trail is unbroken': 'SELECT chain, position FROM audit_log_broken',
};

/** Every invariant that does not hold now, with the rows that break it. */
export async function brokenInvariants(db: Database): Promise<{ invariant: string; rows: object[] }[]> {
  const found = await Promise.all(
    Object.entries(invariants).map(async ([invariant, sql]) => ({ invariant, rows: await db.rows<object>(sql) })),
  );
  return found.filter(({ rows }) => rows.length > 0);
}
