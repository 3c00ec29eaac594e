import { Injectable } from '@nestjs/common';
import { complaintAnswered, complaintFiled } from '../../labour/index.js';
import type { Tx } from '../../platform/database/database.js';
import { OnEvent } from '../../platform/queue/handlers.js';
import type { DomainEvent } from '../../platform/queue/job.js';
import type { Audience } from '../inbox/notification.rules.js';
import { Notifications } from '../inbox/notification.service.js';
import { ofComplaint } from './voice.loader.js';

type FiledOf = DomainEvent<{ readonly complaintId: string; readonly regionId: string }>;
type AnsweredOf = DomainEvent<{
  readonly complaintId: string;
  readonly workerId: string | null;
  readonly enterpriseId: string | null;
  readonly state: 'resolved' | 'dismissed';
  readonly openToId: string | null;
}>;

/** The bureau hears of a complaint, whoever complained of the answer; the other side only where it is open to it. */
@Injectable()
export class ComplaintNotificationJobs {
  constructor(private readonly notifications: Notifications) {}

  @OnEvent(complaintFiled, 'notifications.complaint-filed')
  async filed({ id, payload: { complaintId, regionId } }: FiledOf, tx: Tx): Promise<void> {
    const { against } = await ofComplaint(tx, complaintId);
    await this.notifications.tell(tx, id, [
      { kind: 'complaintFiled', to: { bureauOf: regionId }, link: '/bureau/desk?tab=complaints', params: { against } },
    ]);
  }

  @OnEvent(complaintAnswered, 'notifications.complaint-answered')
  async answered({ id, payload }: AnsweredOf, tx: Tx): Promise<void> {
    const { complaintId, enterpriseId, state, openToId } = payload;
    const { accountId, against } = await ofComplaint(tx, complaintId);
    // An enterprise complains as one; anybody else, also who merely reported a post, as the account that wrote it.
    const complainant: Audience = enterpriseId === null ? { accountId } : { enterpriseId };
    const kind = state === 'resolved' ? 'complaintResolved' : 'complaintDismissed';
    await this.notifications.tell(tx, id, [
      { kind, to: complainant, link: '', params: { against } },
      { kind: 'complaintAgainstAnswered', to: { enterpriseId: openToId }, link: '', params: {} },
    ]);
  }
}
