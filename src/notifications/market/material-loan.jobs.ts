import { Injectable } from '@nestjs/common';
import {
  returnDueSoon,
  returnOverdue,
  shortfallProposed,
  transferReturnDecided,
  transferReturned,
  transferReturnStated,
} from '../../materials/index.js';
import type { Tx } from '../../platform/database/database.js';
import { OnEvent } from '../../platform/queue/handlers.js';
import type { DomainEvent } from '../../platform/queue/job.js';
import { toEach } from '../inbox/notification.rules.js';
import { Notifications } from '../inbox/notification.service.js';
import { endOfLoan, ofTransfer } from './material.loader.js';
import { type HandedOver, otherSide, partiesOf } from './material.rules.js';

type LoanOf = DomainEvent<HandedOver>;
type DecisionOf = DomainEvent<HandedOver & { readonly state: 'accepted' | 'refused' }>;
type ShortfallOf = DomainEvent<HandedOver & { readonly proposedBy: string }>;
type DueOf = DomainEvent<HandedOver & { readonly dueOn: string }>;

/** Materials lent in kind: on their way back, due, and over. */
@Injectable()
export class MaterialLoanNotificationJobs {
  constructor(private readonly notifications: Notifications) {}

  @OnEvent(transferReturnStated, 'notifications.material-return-stated')
  async stated({ id, payload }: LoanOf, tx: Tx): Promise<void> {
    const params = await ofTransfer(tx, payload.transferId);
    await this.notifications.tell(tx, id, toEach(partiesOf(payload, ['owner']), 'materialReturnStated', params));
  }

  /** The last part ends the loan, which is told by itself. */
  @OnEvent(transferReturnDecided, 'notifications.material-return-decided')
  async decided({ id, payload }: DecisionOf, tx: Tx): Promise<void> {
    const { isOver } = await endOfLoan(tx, payload.transferId);
    if (isOver) return;
    const kind = payload.state === 'accepted' ? 'materialReturnAccepted' : 'materialReturnRefused';
    const params = await ofTransfer(tx, payload.transferId);
    await this.notifications.tell(tx, id, toEach(partiesOf(payload, ['receiver']), kind, params));
  }

  /** The owner took back the last part, or one of the two agreed to the other's price; that nothing came is told as accepted. */
  @OnEvent(transferReturned, 'notifications.material-loan-over')
  async over({ id, payload }: LoanOf, tx: Tx): Promise<void> {
    const { isOfNothing, settledBy } = await endOfLoan(tx, payload.transferId);
    if (isOfNothing) return;
    const told = partiesOf(payload, [otherSide(payload, settledBy ?? payload.ownerId)]);
    await this.notifications.tell(tx, id, toEach(told, 'materialLoanOver', await ofTransfer(tx, payload.transferId)));
  }

  @OnEvent(shortfallProposed, 'notifications.material-shortfall-proposed')
  async shortfall({ id, payload }: ShortfallOf, tx: Tx): Promise<void> {
    const told = partiesOf(payload, [otherSide(payload, payload.proposedBy)]);
    const params = await ofTransfer(tx, payload.transferId);
    await this.notifications.tell(tx, id, toEach(told, 'materialShortfallProposed', params));
  }

  @OnEvent(returnDueSoon, 'notifications.material-due-soon')
  async dueSoon({ id, payload }: DueOf, tx: Tx): Promise<void> {
    const params = { ...(await ofTransfer(tx, payload.transferId)), dueOn: payload.dueOn };
    await this.notifications.tell(tx, id, toEach(partiesOf(payload, ['receiver']), 'materialDueSoon', params));
  }

  @OnEvent(returnOverdue, 'notifications.material-overdue')
  async overdue({ id, payload }: DueOf, tx: Tx): Promise<void> {
    const params = { ...(await ofTransfer(tx, payload.transferId)), dueOn: payload.dueOn };
    await this.notifications.tell(tx, id, [
      ...toEach(partiesOf(payload, ['receiver']), 'materialOverdue', params),
      ...toEach(partiesOf(payload, ['owner']), 'materialNotBack', params),
    ]);
  }
}
