import { Injectable } from '@nestjs/common';
import { transportCancelled, transportPublished } from '../../bureau/index.js';
import { rowsOf, type Tx } from '../../platform/database/database.js';
import { OnEvent } from '../../platform/queue/handlers.js';
import type { DomainEvent } from '../../platform/queue/job.js';
import { Notifications } from '../inbox/notification.service.js';

type PlanOf = DomainEvent<{ readonly planId: string }>;

interface SeatFacts {
  readonly workerId: string;
  readonly bureau: string;
  readonly day: string;
  readonly stop: string;
  readonly at: string;
}

/** People are told of seats that they are asked to, and of buses that are called off. */
@Injectable()
export class TransportNotificationJobs {
  constructor(private readonly notifications: Notifications) {}

  @OnEvent(transportPublished, 'notifications.transport-published')
  async published({ id, payload: { planId } }: PlanOf, tx: Tx): Promise<void> {
    await this.tell(tx, id, planId, 'seatAsked', 'asked');
  }

  @OnEvent(transportCancelled, 'notifications.transport-cancelled')
  async cancelled({ id, payload: { planId } }: PlanOf, tx: Tx): Promise<void> {
    await this.tell(tx, id, planId, 'seatCancelled', 'void');
  }

  private async tell(
    tx: Tx,
    eventId: string,
    planId: string,
    kind: 'seatAsked' | 'seatCancelled',
    state: string,
  ): Promise<void> {
    const seats = await rowsOf<SeatFacts>(
      tx,
      `SELECT s.worker_id AS "workerId", b.name AS bureau, (x.day + floor(o.minute / 1440.0)::int)::text AS day, o.name AS stop,
              to_char(make_interval(mins => (((o.minute % 1440) + 1440) % 1440)::int), 'HH24:MI') AS at
       FROM transport_plan x JOIN bureau b ON b.id = x.bureau_id JOIN transport_trip t ON t.plan_id = x.id
       JOIN transport_seat s ON s.trip_id = t.id JOIN transport_stop o ON o.id = s.boards_at
       WHERE x.id = $1 AND s.state = $2 ORDER BY s.id`,
      [planId, state],
    );
    await this.notifications.tell(
      tx,
      eventId,
      seats.map(({ workerId, ...params }) => ({ kind, to: { workerId }, link: '/my/buses', params: { ...params } })),
    );
  }
}
