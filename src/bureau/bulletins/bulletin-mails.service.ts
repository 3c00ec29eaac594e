import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Audit } from '../../platform/audit/audit.js';
import type { BatchLoad } from '../../platform/auth/request-context.js';
import type { BureauViewer } from '../../platform/auth/viewer.js';
import { Clock } from '../../platform/clock/clock.js';
import { groupBy } from '../../platform/collections/group-by.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { notFound, orRefuse, refuse } from '../../platform/errors/index.js';
import { Idempotency } from '../../platform/idempotency/idempotency.js';
import { newId } from '../../platform/ids/ids.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { bulletinMailAsked } from '../bureau.events.js';
import { bureauMessages } from '../bureau.messages.js';
import { Bulletin, BulletinMail, BulletinPlan } from './bulletin.entity.js';
import type { MailBulletinInput } from './bulletin.input.js';

/** An edition as it goes to an address. */
export interface BulletinToMail {
  readonly address: string;
  readonly title: string;
  readonly language: BulletinPlan['language'];
  readonly firstDay: string;
  readonly lastDay: string;
  readonly version: number;
  readonly bulletinId: string;
  readonly summary: readonly string[];
  readonly files: readonly { readonly format: string; readonly bytes: Buffer }[];
}

/** How it went: sent, worth another try, or never. */
export type MailOutcome = 'sent' | { readonly fault: string; readonly isPermanent: boolean };

const mostAttempts = 16;
const faultLength = 200;

/** Who gets editions by e-mail, and whether they did. How they are sent is for notifications. */
@Injectable()
export class BulletinMails {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly idempotency: Idempotency,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  readonly byBulletins: BatchLoad<readonly BulletinMail[]> = async (ids) => {
    const rows = await this.db.reader.find(BulletinMail, { where: { bulletinId: In([...ids]) }, order: { id: 'ASC' } });
    const grouped = groupBy(rows, ({ bulletinId }) => bulletinId);
    return new Map(ids.map((id) => [id, grouped.get(id) ?? []]));
  };

  /** Sends an edition of the viewer's bureau to more addresses; CONFLICT until it is made. */
  async send(viewer: BureauViewer, input: MailBulletinInput): Promise<string> {
    const { bulletinId, addresses } = input;
    return this.db.transaction((tx) =>
      this.idempotency.once(tx, viewer, 'mailBulletin', input, async () => {
        const { bureauId } = viewer;
        const found = await tx.findOneBy(Bulletin, { id: bulletinId, bureauId });
        const { state } = orRefuse(found, notFound('input.bulletinId'));
        const unmade = { code: 'CONFLICT', message: bureauMessages.bulletinUnmade, field: 'input.bulletinId' } as const;
        refuse(state === 'succeeded' ? undefined : unmade);
        await this.ask(tx, bulletinId, addresses);
        await this.audit.record(tx, viewer, {
          ...{ action: 'bulletin.mail', subjectType: 'bulletin', subjectId: bulletinId },
          details: { addresses: addresses.length },
        });
        return bulletinId;
      }),
    );
  }

  /** Notes whom an edition goes to, and asks for it to be sent. */
  async ask(tx: Tx, bulletinId: string, addresses: readonly string[]): Promise<void> {
    const mails = addresses.map((address) => ({
      ...{ id: newId(), bulletinId, address, attempts: 0, createdAt: this.clock.now() },
      state: 'waiting' as const,
    }));
    await tx.insert(BulletinMail, mails);
    await this.outbox.recordAll(
      tx,
      mails.map(({ id }) => bulletinMailAsked({ mailId: id })),
    );
  }

  /** Sends one that waits, its row locked meanwhile: two jobs for it cannot both send. True where another try is worth it. */
  async deliver(mailId: string, send: (mail: BulletinToMail) => Promise<MailOutcome>): Promise<boolean> {
    return this.db.transaction(async (tx) => {
      const where = { id: mailId, state: 'waiting' as const };
      const mail = await tx.findOne(BulletinMail, { where, lock: { mode: 'pessimistic_write' } });
      if (!mail) return false;
      const outcome = await send(await this.toMail(tx, mail));
      const attempts = mail.attempts + 1;
      if (outcome === 'sent') {
        await tx.update(BulletinMail, mailId, { state: 'sent', attempts, sentAt: this.clock.now(), fault: null });
        return false;
      }
      const isOver = outcome.isPermanent || attempts >= mostAttempts;
      const fault = outcome.fault.slice(0, faultLength);
      await tx.update(BulletinMail, mailId, { attempts, fault, state: isOver ? 'failed' : 'waiting' });
      return !isOver;
    });
  }

  private async toMail(tx: Tx, { address, bulletinId }: BulletinMail): Promise<BulletinToMail> {
    const { planId, firstDay, lastDay, version } = await tx.findOneByOrFail(Bulletin, { id: bulletinId });
    const { title, language } = await tx.findOneByOrFail(BulletinPlan, { id: planId });
    const [content] = await tx.query<{ summary: string[] }[]>(
      `SELECT content -> 'summary' AS summary FROM bulletin WHERE id = $1`,
      [bulletinId],
    );
    const query = 'SELECT format, bytes FROM bulletin_file WHERE bulletin_id = $1 ORDER BY format';
    const files = await tx.query<{ format: string; bytes: Buffer }[]>(query, [bulletinId]);
    const summary = content?.summary ?? [];
    return { address, title, language, firstDay, lastDay, version, bulletinId, summary, files };
  }
}
