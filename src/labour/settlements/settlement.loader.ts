import type { EntityManager } from 'typeorm';
import type { LocalDate } from '../../platform/clock/clock.js';
import { rowsOf, type Tx } from '../../platform/database/database.js';
import { newId } from '../../platform/ids/ids.js';
import type { AgreementTerms } from '../agreements/terms.js';
import type { LateKind, SettlementEvent } from './settlement.events.js';
import type { SettlementStanding } from './settlement-finding.rules.js';
import type { ComputedLine, SettlementFacts, WorkedDay } from './settle.rules.js';

/** An agreement with its binding terms, as far as settling needs it. */
export interface AgreementRow {
  readonly id: string;
  readonly hostId: string;
  readonly lenderId: string;
  readonly regionId: string;
  readonly state: string;
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
  readonly version: number;
  readonly terms: AgreementTerms;
}

/** A cooperation agreement, if the enterprise is party to it (`null`: whoever asks is the product itself). */
export async function agreementFor(
  tx: EntityManager,
  id: string,
  enterpriseId: string | null,
): Promise<AgreementRow | undefined> {
  const [row] = await rowsOf<AgreementRow>(
    tx,
    `SELECT a.id, a.host_id AS "hostId", a.lender_id AS "lenderId", a.region_id AS "regionId", a.state, a.version,
            a.starts_on::text AS "startsOn", a.ends_on::text AS "endsOn", t.terms
     FROM agreement a JOIN agreement_terms t ON t.agreement_id = a.id AND t.version = a.version
     WHERE a.id = $1 AND a.kind = 'cooperation' AND ($2::uuid IS NULL OR $2 IN (a.host_id, a.lender_id))`,
    [id, enterpriseId],
  );
  return row;
}

interface FactsKey {
  readonly id: string;
  readonly agreementId: string;
  readonly regionId: string;
  readonly periodStartsOn: LocalDate;
  readonly periodEndsOn: LocalDate;
}

/** What a settlement that is not issued is made of now. Days by attendance_day_once, placements by placement_agreement. */
export async function settlementFacts(tx: Tx, settlement: FactsKey): Promise<SettlementFacts> {
  const { id, agreementId, periodStartsOn, periodEndsOn } = settlement;
  const days = await rowsOf<WorkedDay>(
    tx,
    `SELECT d.id, d.worker_id AS "workerId", d.day::text AS day, d.state, d.normal_minutes AS "normalMinutes",
            d.overtime_minutes AS "overtimeMinutes", d.rest_day_minutes AS "restDayMinutes",
            d.holiday_minutes AS "holidayMinutes", coalesce(d.pieces, 0) AS pieces
     FROM placement p JOIN attendance_day d ON d.placement_id = p.id
     WHERE p.agreement_id = $1 AND d.settlement_id IS NULL AND d.day <= $2`,
    [agreementId, periodEndsOn],
  );
  const openPeriods = await rowsOf<SettlementFacts['openPeriods'][number]>(
    tx,
    `SELECT period_starts_on::text AS "startsOn", period_ends_on::text AS "endsOn" FROM settlement
     WHERE agreement_id = $1 AND id <> $2 AND state IN ('draft', 'disputed')`,
    [agreementId, id],
  );
  const placements = await rowsOf<SettlementFacts['placements'][number]>(
    tx,
    `SELECT worker_id AS "workerId", starts_on::text AS "startsOn", ends_on::text AS "endsOn" FROM placement
     WHERE agreement_id = $1 AND state IN ('active', 'completed', 'ended_early') AND starts_on <= $3 AND ends_on >= $2`,
    [agreementId, periodStartsOn, periodEndsOn],
  );
  const corrections = await rowsOf<SettlementFacts['corrections'][number]>(
    tx,
    `SELECT o.id, o.worker_id AS "workerId", o.correction_fen::float8 AS "correctionFen"
     FROM line_objection o JOIN settlement_line l ON l.id = o.line_id JOIN settlement s ON s.id = l.settlement_id
     WHERE o.agreement_id = $1 AND o.correction_fen > 0 AND o.settlement_id IS NULL AND s.period_starts_on < $2`,
    [agreementId, periodStartsOn],
  );
  const [known] = await rowsOf<{ keptWorkerIds: string[]; minimum: number | null }>(
    tx,
    `SELECT minimum_wage_of($2, $3) AS minimum, ARRAY(SELECT l.worker_id FROM settlement_line l WHERE l.settlement_id = $1
       AND (EXISTS (SELECT 1 FROM line_objection o WHERE o.line_id = l.id) OR l.paid_to_worker_fen > 0)) AS "keptWorkerIds"`,
    [id, settlement.regionId, periodEndsOn],
  );
  return {
    ...{ days, openPeriods, placements, corrections },
    keptWorkerIds: known?.keptWorkerIds ?? [],
    monthlyMinimumFen: known?.minimum ?? undefined,
  };
}

const lineColumns = [
  ['days', 'days'],
  ['carried_days', 'carriedDays'],
  ['placement_days', 'placementDays'],
  ['normal_minutes', 'normalMinutes'],
  ['overtime_minutes', 'overtimeMinutes'],
  ['rest_day_minutes', 'restDayMinutes'],
  ['holiday_minutes', 'holidayMinutes'],
  ['pieces', 'pieces'],
  ['wage_fen', 'wageFen'],
  ['overtime_fen', 'overtimeFen'],
  ['rest_day_fen', 'restDayFen'],
  ['holiday_fen', 'holidayFen'],
  ['correction_fen', 'correctionFen'],
  ['contributions_fen', 'contributionsFen'],
  ['reimbursements_fen', 'reimbursementsFen'],
  ['total_fen', 'totalFen'],
] as const satisfies readonly (readonly [string, keyof ComputedLine])[];

/** Replaces a settlement's lines; a line keeps its id as long as its worker has one. */
export async function writeLines(tx: Tx, settlementId: string, lines: readonly ComputedLine[]): Promise<void> {
  const names = lineColumns.map(([column]) => column);
  const workerIds = lines.map(({ workerId }) => workerId);
  await tx.query('DELETE FROM settlement_line WHERE settlement_id = $1 AND worker_id <> ALL ($2::uuid[])', [
    settlementId,
    workerIds,
  ]);
  await tx.query(
    `INSERT INTO settlement_line (settlement_id, id, worker_id, below_minimum, ${names.join(', ')})
     SELECT $1, * FROM unnest($2::uuid[], $3::uuid[], $4::boolean[], ${names.map((_, index) => `$${index + 5}::bigint[]`).join(', ')})
     ON CONFLICT (settlement_id, worker_id) DO UPDATE SET below_minimum = excluded.below_minimum,
       ${names.map((column) => `${column} = excluded.${column}`).join(', ')}`,
    [
      ...[settlementId, lines.map(() => newId()), workerIds, lines.map(({ belowMinimum }) => belowMinimum)],
      ...lineColumns.map(([, key]) => lines.map((line) => line[key])),
    ],
  );
}

/** From now on these days and corrections belong to the settlement. */
export async function freeze(
  tx: Tx,
  settlementId: string,
  dayIds: readonly string[],
  correctionIds: readonly string[],
): Promise<void> {
  await tx.query(
    `UPDATE attendance_day SET settlement_id = $1
     WHERE id = ANY ($2::uuid[]) AND settlement_id IS NULL AND state IN ('confirmed', 'resolved')`,
    [settlementId, dayIds],
  );
  await tx.query('UPDATE line_objection SET settlement_id = $1 WHERE id = ANY ($2::uuid[]) AND settlement_id IS NULL', [
    settlementId,
    correctionIds,
  ]);
}

/** The settlement was taken back: its days can be put right, its corrections wait again. */
export async function thaw(tx: Tx, settlementId: string): Promise<void> {
  await tx.query('UPDATE attendance_day SET settlement_id = NULL WHERE settlement_id = $1', [settlementId]);
  await tx.query('UPDATE line_objection SET settlement_id = NULL WHERE settlement_id = $1', [settlementId]);
}

/** Whether the second computation, in SQL, comes to other amounts. */
export async function hasRecountDifference(tx: Tx, settlementId: string): Promise<boolean> {
  const rows = await rowsOf(tx, 'SELECT 1 FROM settlement_difference(ARRAY[$1::uuid]) LIMIT 1', [settlementId]);
  return rows.length > 0;
}

/** Lines on which less is paid than due. */
export async function shortLines(tx: Tx, settlementId: string): Promise<number> {
  const [row] = await rowsOf<{ short: number }>(
    tx,
    `SELECT count(*)::int AS short FROM settlement_line WHERE settlement_id = $1
     AND paid_to_worker_fen < wage_fen + overtime_fen + rest_day_fen + holiday_fen + correction_fen`,
    [settlementId],
  );
  return row?.short ?? 0;
}

/** What a settlement rests on beside its own row. */
export interface StandingRow extends SettlementStanding {
  readonly agreementState: string;
  readonly agreementNumber: string;
  readonly workersPaidFen: number;
}

/** By settlement: what its findings rest on beside its own row. */
export async function standingsOf(tx: EntityManager, ids: readonly string[]): Promise<Map<string, StandingRow>> {
  const rows = await rowsOf<StandingRow & { id: string }>(
    tx,
    `SELECT s.id, a.state AS "agreementState", a.number AS "agreementNumber", sums.*,
            EXISTS (SELECT 1 FROM insurance_proof i WHERE i.agreement_id = s.agreement_id
                    AND i.month = date_trunc('month', s.period_ends_on)::date) AS "hasInsuranceProof",
            (SELECT count(*)::int FROM line_objection o JOIN settlement_line l ON l.id = o.line_id
             WHERE l.settlement_id = s.id AND o.state = 'open') AS "openObjections",
            (t.terms ->> 'overtimePercent')::float8 AS "overtimePercent",
            (t.terms ->> 'restDayPercent')::float8 AS "restDayPercent",
            (t.terms ->> 'holidayPercent')::float8 AS "holidayPercent"
     FROM settlement s JOIN agreement a ON a.id = s.agreement_id
     JOIN agreement_terms t ON t.agreement_id = s.agreement_id AND t.version = s.terms_version
     CROSS JOIN LATERAL (
       SELECT count(*) FILTER (WHERE paid > 0 AND paid < due)::int AS "underpaidLines",
              coalesce(sum(due - paid) FILTER (WHERE paid > 0 AND paid < due), 0)::float8 AS "underpaidFen",
              count(*) FILTER (WHERE paid = 0 AND due > 0)::int AS "unpaidLines",
              coalesce(sum(due) FILTER (WHERE paid = 0), 0)::float8 AS "unpaidFen",
              coalesce(sum(paid), 0)::float8 AS "workersPaidFen",
              count(*) FILTER (WHERE below_minimum)::int AS "belowMinimumLines",
              coalesce(sum(carried_days), 0)::int AS "carriedDays"
       FROM (SELECT l.paid_to_worker_fen AS paid, l.below_minimum, l.carried_days,
                    l.wage_fen + l.overtime_fen + l.rest_day_fen + l.holiday_fen + l.correction_fen AS due
             FROM settlement_line l WHERE l.settlement_id = s.id) lines) sums
     WHERE s.id = ANY ($1)`,
    [ids],
  );
  return new Map(rows.map(({ id, ...standing }) => [id, standing]));
}

export interface LateSettlement extends SettlementEvent {
  readonly kind: LateKind;
  readonly dueOn: LocalDate;
}

/** What became late and was not told yet, marked as told; at most 500 a call. */
export async function tellLate(tx: Tx, today: LocalDate, now: Date): Promise<LateSettlement[]> {
  return rowsOf<LateSettlement>(
    tx,
    `WITH told AS (
       INSERT INTO settlement_alert (settlement_id, kind, raised_at)
       SELECT late.settlement_id, late.kind, $2 FROM settlement_late($1) late
       WHERE NOT EXISTS (SELECT 1 FROM settlement_alert a WHERE a.settlement_id = late.settlement_id AND a.kind = late.kind)
       ORDER BY 1, 2 LIMIT 500 ON CONFLICT DO NOTHING RETURNING settlement_id, kind)
     SELECT s.id AS "settlementId", s.agreement_id AS "agreementId", s.host_id AS "hostId", s.lender_id AS "lenderId",
            s.region_id AS "regionId", told.kind,
            CASE told.kind WHEN 'host_payment' THEN s.host_pays_by ELSE s.workers_paid_by END::text AS "dueOn"
     FROM told JOIN settlement s ON s.id = told.settlement_id`,
    [today, now],
  );
}

export interface DraftCandidate {
  readonly id: string;
  readonly cutOffDay: number | null;
  readonly endsOn: LocalDate;
  /** End of the newest period that has a settlement. */
  readonly settledUntil: LocalDate | null;
  readonly hasOpenDays: boolean;
}

/** Agreements under which somebody has worked, in the order of their ids. */
export async function draftCandidates(tx: EntityManager, afterId: string, limit: number): Promise<DraftCandidate[]> {
  return rowsOf<DraftCandidate>(
    tx,
    `SELECT a.id, (t.terms ->> 'cutOffDay')::int AS "cutOffDay", a.ends_on::text AS "endsOn",
            (SELECT max(s.period_ends_on)::text FROM settlement s WHERE s.agreement_id = a.id) AS "settledUntil",
            EXISTS (SELECT 1 FROM placement p JOIN attendance_day d ON d.placement_id = p.id
                    WHERE p.agreement_id = a.id AND d.settlement_id IS NULL) AS "hasOpenDays"
     FROM agreement a JOIN agreement_terms t ON t.agreement_id = a.id AND t.version = a.version
     WHERE a.id > $1 AND a.kind = 'cooperation' AND a.state IN ('signed', 'in_force', 'ended', 'terminated')
       AND t.terms ->> 'wageFen' IS NOT NULL AND t.terms ->> 'wageUnit' IS NOT NULL
       AND EXISTS (SELECT 1 FROM placement p WHERE p.agreement_id = a.id AND p.state IN ('active', 'completed', 'ended_early'))
     ORDER BY a.id LIMIT $2`,
    [afterId, limit],
  );
}

/** The number under which an agreement is known. */
export async function agreementNumber(tx: EntityManager, agreementId: string): Promise<string> {
  const [row] = await rowsOf<{ number: string }>(tx, 'SELECT number FROM agreement WHERE id = $1', [agreementId]);
  return row?.number ?? '';
}
