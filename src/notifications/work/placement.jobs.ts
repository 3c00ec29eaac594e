import { Injectable } from '@nestjs/common';
import {
  placementEnded,
  placementPaused,
  placementPlanned,
  placementResumed,
  placementShortened,
  placementStarted,
  termsUnconfirmed,
  workPassReplaced,
} from '../../labour/index.js';
import type { Tx } from '../../platform/database/database.js';
import { OnEvent } from '../../platform/queue/handlers.js';
import type { DomainEvent } from '../../platform/queue/job.js';
import { ofPlacement } from '../inbox/fact.loader.js';
import type { NotificationKind } from '../inbox/notification.messages.js';
import { type Deal, readersOf, type Side, sidesBut, toEach } from '../inbox/notification.rules.js';
import { Notifications } from '../inbox/notification.service.js';
import { endedByReturn, ofPause } from './work.loader.js';

type PlacementOf = DomainEvent<Deal & { readonly placementId: string }>;
type EndedOf = DomainEvent<Deal & { readonly placementId: string; readonly state: string }>;
type PauseOf = DomainEvent<Deal & { readonly placementId: string; readonly pauseId: string }>;
type PassOf = DomainEvent<{ readonly placementId: string; readonly workerId: string }>;

/** The life of a placement. */
@Injectable()
export class PlacementNotificationJobs {
  constructor(private readonly notifications: Notifications) {}

  @OnEvent(placementPlanned, 'notifications.placement-planned')
  async planned(event: PlacementOf, tx: Tx): Promise<void> {
    await this.tell(tx, event, 'placementPlanned');
  }

  @OnEvent(placementStarted, 'notifications.placement-started')
  async started(event: PlacementOf, tx: Tx): Promise<void> {
    await this.tell(tx, event, 'placementStarted');
  }

  /** A return and a no-show say why by themselves. */
  @OnEvent(placementEnded, 'notifications.placement-ended')
  async ended(event: EndedOf, tx: Tx): Promise<void> {
    const { placementId, state } = event.payload;
    if (state === 'no_show' || (await endedByReturn(tx, placementId))) return;
    await this.tell(tx, event, 'placementEnded');
  }

  /** Its two enterprises agreed to that; the worker did not. */
  @OnEvent(placementShortened, 'notifications.placement-shortened')
  async shortened(event: PlacementOf, tx: Tx): Promise<void> {
    await this.tell(tx, event, 'placementShortened', ['worker']);
  }

  @OnEvent(placementPaused, 'notifications.placement-paused')
  async paused({ id, payload }: PauseOf, tx: Tx): Promise<void> {
    const { pausedBy, ...period } = await ofPause(tx, payload.pauseId);
    const params = { ...(await ofPlacement(tx, payload.placementId)), ...period };
    await this.notifications.tell(tx, id, toEach(readersOf(payload, sidesBut(pausedBy)), 'placementPaused', params));
  }

  @OnEvent(placementResumed, 'notifications.placement-resumed')
  async resumed(event: PlacementOf, tx: Tx): Promise<void> {
    await this.tell(tx, event, 'placementResumed');
  }

  @OnEvent(termsUnconfirmed, 'notifications.terms-unconfirmed')
  async termsUnconfirmed(event: PlacementOf, tx: Tx): Promise<void> {
    await this.tell(tx, event, 'termsUnconfirmed', ['worker']);
  }

  @OnEvent(workPassReplaced, 'notifications.work-pass-replaced')
  async passReplaced({ id, payload: { workerId } }: PassOf, tx: Tx): Promise<void> {
    await this.notifications.tell(tx, id, [
      { kind: 'workPassReplaced', to: { workerId }, link: '/my/pass', params: {} },
    ]);
  }

  private async tell(
    tx: Tx,
    { id, payload }: PlacementOf,
    kind: NotificationKind,
    sides: readonly Side[] = sidesBut(null),
  ): Promise<void> {
    const params = await ofPlacement(tx, payload.placementId);
    await this.notifications.tell(tx, id, toEach(readersOf(payload, sides), kind, params));
  }
}
