import { Injectable } from '@nestjs/common';
import { WorkerPersons } from '../../directory/index.js';
import { Config } from '../../platform/config/config.js';
import type { Tx } from '../../platform/database/database.js';
import { OnJob } from '../../platform/queue/handlers.js';
import { type DeliveryJob, sendSms } from '../deliveries/channels.js';
import type { Addressee } from '../deliveries/delivery.loader.js';
import { noTemplate } from '../deliveries/delivery.rules.js';
import { Deliveries, type DueMessage } from '../deliveries/delivery.service.js';
import { readableParams } from '../inbox/notification.messages.js';
import { numberOf } from './sms-fault.rules.js';
import { SmsProvider } from './sms-provider.js';
import { digestTemplate, type SmsTemplate, templateOf } from './sms-template.rules.js';

@Injectable()
export class SmsJobs {
  constructor(
    private readonly config: Config,
    private readonly persons: WorkerPersons,
    private readonly deliveries: Deliveries,
    private readonly provider: SmsProvider,
  ) {}

  @OnJob(sendSms)
  async send(job: DeliveryJob): Promise<void> {
    await this.deliveries.deliver('sms', job, (message, tx) => this.sendOne(message, tx));
  }

  private async sendOne({ id, addressee, items, isDigest }: DueMessage, tx: Tx): Promise<string | undefined> {
    const [first] = items;
    const isOne = first !== undefined && !isDigest;
    const template = isOne ? templateOf(first.kind) : digestTemplate;
    const templateId = template && this.config.smsTemplates[template.name];
    if (!template || templateId === undefined) return noTemplate(template?.name ?? 'it');
    const to = await this.numberOf(addressee, tx);
    if (to === undefined) return 'no mobile number';
    const said = isOne ? readableParams(first.params, addressee.language) : { count: String(items.length) };
    await this.provider.send({ id, to, templateId, params: blanksOf(template, said) });
    return undefined;
  }

  /** Read only here, where it is used: numbers stand in no job, no log and no trail. */
  private async numberOf({ login, workerId }: Addressee, tx: Tx): Promise<string | undefined> {
    const persons = workerId === null ? undefined : await this.persons.personOf(tx, [workerId]);
    return numberOf(login, persons?.get(workerId ?? '')?.phone);
  }
}

function blanksOf({ params }: SmsTemplate, said: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(params.map((name) => [name, said[name] ?? '']));
}
