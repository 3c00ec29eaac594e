import type { EntityManager } from 'typeorm';
import { rowsOf } from '../../platform/database/database.js';
import type { MachineAttribute } from '../processes/process.entity.js';
import type { AttributeBound } from '../processes/process.rules.js';
import type { OperatorNeed } from './request.entity.js';

export interface StepRow {
  readonly requestId: string;
  readonly step: number;
  readonly processId: string;
  readonly minutes: number;
  readonly attributes: readonly AttributeBound[];
  readonly needsOperators: OperatorNeed;
  readonly transportDays: number | null;
  /** Held, confirmed or fulfilled, without setup. */
  readonly securedMinutes: number;
}

/** Steps of requests with what is secured of them, in their order. */
export async function stepsOf(tx: EntityManager, requestIds: readonly string[]): Promise<StepRow[]> {
  return rowsOf(
    tx,
    `SELECT s.request_id AS "requestId", s.step, s.process_id AS "processId", s.minutes, s.attributes,
            s.needs_operators AS "needsOperators", s.transport_days AS "transportDays",
            coalesce((SELECT sum(d.minutes - CASE WHEN d.day = b.starts_on THEN b.setup_minutes ELSE 0 END)
              FROM capacity_booking b JOIN capacity_booking_day d ON d.booking_id = b.id
              WHERE b.request_id = s.request_id AND b.step = s.step AND d.is_held), 0)::int AS "securedMinutes"
     FROM capacity_request_step s WHERE s.request_id = ANY($1) ORDER BY s.request_id, s.step`,
    [requestIds],
  );
}

/** By process: all attributes that machines of its types have. */
export async function attributesOfProcesses(
  tx: EntityManager,
  processIds: readonly string[],
): Promise<Map<string, MachineAttribute[]>> {
  const rows = await rowsOf<{ id: string; attributes: MachineAttribute[] }>(
    tx,
    `SELECT t.process_id AS id, jsonb_agg(DISTINCT a.value) AS attributes
     FROM machine_type t, jsonb_array_elements(t.attributes) a
     WHERE t.process_id = ANY($1) AND t.retired_at IS NULL GROUP BY t.process_id`,
    [processIds],
  );
  return new Map(rows.map(({ id, attributes }) => [id, attributes]));
}
