import type { EntityManager } from 'typeorm';
import type { BureauViewer } from '../../platform/auth/viewer.js';
import type { LocalDate } from '../../platform/clock/clock.js';
import { rowsOf } from '../../platform/database/database.js';
import type { LatePlace } from './late-payment.rules.js';
import { Settlement } from './settlement.entity.js';
import type { LatePaymentView } from './settlement.view.js';
import { settlementsOf } from './settlement.policy.js';

export interface LateQuery {
  readonly today: LocalDate;
  readonly after: LatePlace | undefined;
  readonly limit: number;
}

/** Settlements in a bureau's jurisdiction that are late on a day, the longest late first. */
export async function lateSettlements(
  tx: EntityManager,
  viewer: BureauViewer,
  { today, after, limit }: LateQuery,
): Promise<LatePlace[]> {
  const query = settlementsOf(tx.createQueryBuilder(Settlement, 'settlement').where('TRUE'), viewer)
    .select('settlement.id', 'id')
    .addSelect('late.due_on::text', 'dueOn')
    .innerJoin(
      '(SELECT settlement_id, min(due_on) AS due_on FROM settlement_late(:today) GROUP BY settlement_id)',
      'late',
      'late.settlement_id = settlement.id',
      { today },
    );
  if (after) query.andWhere('(late.due_on, settlement.id) > (:dueOn::date, :id::uuid)', after);
  return query.orderBy('late.due_on').addOrderBy('settlement.id').limit(limit).getRawMany<LatePlace>();
}

/** By settlement: what is late about it on a day, the longest first, and how much is missing. */
export async function latePayments(
  tx: EntityManager,
  ids: readonly string[],
  today: LocalDate,
): Promise<Map<string, LatePaymentView[]>> {
  const rows = await rowsOf<LatePaymentView & { id: string }>(
    tx,
    `SELECT late.settlement_id AS id, late.kind, late.due_on::text AS "dueOn", $2::date - late.due_on AS days,
            CASE late.kind WHEN 'host_payment' THEN s.total_fen - s.host_paid_fen WHEN 'worker_payment' THEN (
              SELECT sum(greatest(0, l.wage_fen + l.overtime_fen + l.rest_day_fen + l.holiday_fen + l.correction_fen - l.paid_to_worker_fen))
              FROM settlement_line l WHERE l.settlement_id = s.id) ELSE 0 END::float8 AS "openFen"
     FROM settlement_late($2) late JOIN settlement s ON s.id = late.settlement_id
     WHERE late.settlement_id = ANY ($1) ORDER BY late.due_on, late.kind`,
    [ids, today],
  );
  return new Map(ids.map((id) => [id, rows.filter((row) => row.id === id).map(({ id: _, ...late }) => late)] as const));
}
