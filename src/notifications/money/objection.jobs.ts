import { Injectable } from '@nestjs/common';
import { lineObjected, objectionAnswered } from '../../labour/index.js';
import type { Tx } from '../../platform/database/database.js';
import { OnEvent } from '../../platform/queue/handlers.js';
import type { DomainEvent } from '../../platform/queue/job.js';
import { Notifications } from '../inbox/notification.service.js';
import { ofLine, settlementOfLine } from './money.loader.js';

type ObjectionOf = DomainEvent<{ readonly lineId: string; readonly lenderId: string }>;
type AnswerOf = DomainEvent<{
  readonly lineId: string;
  readonly workerId: string;
  readonly state: 'accepted' | 'rejected';
}>;

/** A worker's word against their line, between the worker and the lender alone. */
@Injectable()
export class ObjectionNotificationJobs {
  constructor(private readonly notifications: Notifications) {}

  @OnEvent(lineObjected, 'notifications.line-objected')
  async objected({ id, payload: { lineId, lenderId } }: ObjectionOf, tx: Tx): Promise<void> {
    const { settlementId } = await settlementOfLine(tx, lineId);
    const lender = { to: { enterpriseId: lenderId }, link: `/settlements/${settlementId}` };
    await this.notifications.tell(tx, id, [{ ...lender, kind: 'lineObjected', params: await ofLine(tx, lineId) }]);
  }

  @OnEvent(objectionAnswered, 'notifications.objection-answered')
  async answered({ id, payload: { lineId, workerId, state } }: AnswerOf, tx: Tx): Promise<void> {
    const kind = state === 'accepted' ? 'objectionAccepted' : 'objectionRejected';
    await this.notifications.tell(tx, id, [
      { kind, to: { workerId }, link: '/my/pay', params: await ofLine(tx, lineId) },
    ]);
  }
}
