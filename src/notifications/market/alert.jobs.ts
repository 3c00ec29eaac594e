import { Injectable } from '@nestjs/common';
import { alertEscalated, alertRaised, indicatorName } from '../../bureau/index.js';
import type { Tx } from '../../platform/database/database.js';
import { OnEvent } from '../../platform/queue/handlers.js';
import type { DomainEvent } from '../../platform/queue/job.js';
import { Notifications } from '../inbox/notification.service.js';
import { ofAlert } from './alert.loader.js';

type AlertOf = DomainEvent<{ readonly alertId: string }>;
type EscalationOf = DomainEvent<{ readonly alertId: string; readonly regionId: string }>;

/** Bureaus are told of what their rules have raised, and those above of what nobody answers. */
@Injectable()
export class AlertNotificationJobs {
  constructor(private readonly notifications: Notifications) {}

  @OnEvent(alertRaised, 'notifications.alert-raised')
  async raised({ id, payload: { alertId } }: AlertOf, tx: Tx): Promise<void> {
    const { params, bureauRegionId } = await ofAlert(tx, indicatorName, alertId);
    await this.notifications.tell(tx, id, [
      { kind: 'alertRaised', to: { bureauOf: bureauRegionId }, link: `/bureau/alerts/${alertId}`, params },
    ]);
  }

  @OnEvent(alertEscalated, 'notifications.alert-escalated')
  async escalated({ id, payload: { alertId, regionId } }: EscalationOf, tx: Tx): Promise<void> {
    const { params } = await ofAlert(tx, indicatorName, alertId);
    await this.notifications.tell(tx, id, [
      { kind: 'alertEscalated', to: { bureauOf: regionId }, link: `/bureau/alerts/${alertId}`, params },
    ]);
  }
}
