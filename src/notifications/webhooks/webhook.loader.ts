import { rowsOf, type Tx } from '../../platform/database/database.js';
import type { DeliveryState } from './webhook-delivery.states.js';
import type { PauseReason, WebhookTopic } from './webhook.rules.js';

export interface ListeningEndpoint {
  readonly id: string;
  readonly enterpriseId: string;
  readonly wanted: readonly WebhookTopic[];
  readonly isPaused: boolean;
}

export function endpointsOf(tx: Tx, enterpriseIds: readonly string[]): Promise<ListeningEndpoint[]> {
  return rowsOf<ListeningEndpoint>(
    tx,
    `SELECT id, enterprise_id AS "enterpriseId", topics AS wanted, pause IS NOT NULL AS "isPaused"
     FROM webhook_endpoint WHERE enterprise_id = ANY($1) ORDER BY id`,
    [enterpriseIds],
  );
}

export interface RecordedEvent {
  readonly name: string;
  readonly payload: object;
  readonly occurredAt: Date;
}

export async function eventOf(tx: Tx, id: string): Promise<RecordedEvent | undefined> {
  const [event] = await rowsOf<RecordedEvent>(
    tx,
    'SELECT name, payload, occurred_at AS "occurredAt" FROM outbox_event WHERE id = $1',
    [id],
  );
  return event;
}

export interface DeliveryRow {
  readonly id: string;
  readonly endpointId: string;
  readonly eventId: string;
  readonly event: string;
  readonly topic: WebhookTopic | null;
  readonly body: string;
  readonly state: DeliveryState;
  readonly allowedAttempts: number;
  readonly createdAt: Date;
}

/** Whether it was new: of one event an endpoint gets one message. */
export async function insertDelivery(tx: Tx, row: DeliveryRow): Promise<boolean> {
  const { id, endpointId, eventId, event, topic, body, state, allowedAttempts, createdAt } = row;
  const made = await rowsOf(
    tx,
    `INSERT INTO webhook_delivery (id, endpoint_id, event_id, event, topic, body, state, allowed_attempts, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT ON CONSTRAINT webhook_delivery_once DO NOTHING RETURNING id`,
    [id, endpointId, eventId, event, topic, body, state, allowedAttempts, createdAt],
  );
  return made.length > 0;
}

export interface DueDelivery {
  readonly eventId: string;
  readonly endpointId: string;
  readonly body: string;
  readonly isTest: boolean;
  readonly url: string;
  readonly secret: Buffer;
  readonly formerSecret: Buffer | null;
  readonly formerSecretUntil: Date | null;
  readonly pause: PauseReason | null;
}

/** A message that waits for just this attempt, and where it goes. */
export async function dueDelivery(tx: Tx, deliveryId: string, attempt: number): Promise<DueDelivery | undefined> {
  const [due] = await rowsOf<DueDelivery>(
    tx,
    `SELECT d.event_id AS "eventId", d.endpoint_id AS "endpointId", d.body, d.topic IS NULL AS "isTest", e.url, e.secret,
            e.former_secret AS "formerSecret", e.former_secret_until AS "formerSecretUntil", e.pause
     FROM webhook_delivery d JOIN webhook_endpoint e ON e.id = d.endpoint_id
     WHERE d.id = $1 AND d.state = 'pending' AND d.attempts = $2`,
    [deliveryId, attempt - 1],
  );
  return due;
}

/** At most 1000 a call. Returns how many. */
export async function deleteDeliveriesBefore(tx: Tx, before: Date): Promise<number> {
  const gone = await rowsOf(
    tx,
    `DELETE FROM webhook_delivery WHERE id IN (
       SELECT id FROM webhook_delivery WHERE created_at < $1 ORDER BY created_at LIMIT 1000 FOR UPDATE SKIP LOCKED)
     RETURNING id`,
    [before],
  );
  return gone.length;
}
