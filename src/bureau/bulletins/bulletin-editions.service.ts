import { Injectable } from '@nestjs/common';
import type { BatchLoad } from '../../platform/auth/request-context.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { sha256Of } from '../../platform/digest/digest.js';
import { renderPdf } from '../../platform/documents/render-pdf.js';
import { refuse } from '../../platform/errors/index.js';
import { newId } from '../../platform/ids/ids.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { defineJob } from '../../platform/queue/job.js';
import { writeWorkbook } from '../../platform/spreadsheet/index.js';
import { bulletinMade } from '../bureau.events.js';
import { bureauMessages } from '../bureau.messages.js';
import type { Period } from '../reports/period.rules.js';
import { Bulletin, BulletinPlan } from './bulletin.entity.js';
import type { BulletinContent } from './bulletin-content.js';
import { BulletinContents } from './bulletin-contents.service.js';
import { BulletinMails } from './bulletin-mails.service.js';
import { bulletinPaper } from './bulletin-paper.js';
import { bulletinSheets } from './bulletin-sheets.js';

export const makeBulletin = defineJob<{ readonly bulletinId: string }>({
  ...{ name: 'bureau.make-bulletin', queue: 'bureau', attempts: 3 },
});

export type BulletinFormat = 'pdf' | 'xlsx';

/** What there is to know of an edition's file. */
export interface BulletinFile {
  readonly format: BulletinFormat;
  readonly byteCount: number;
  readonly sha256: string;
}

const mostVersions = 99;

/** Editions: asked for, made by a job, and kept as they are. */
@Injectable()
export class BulletinEditions {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly contents: BulletinContents,
    private readonly mails: BulletinMails,
  ) {}

  /** Files of editions, by edition. */
  readonly filesByBulletins: BatchLoad<readonly BulletinFile[]> = async (ids) => {
    const rows = await this.db.rows<BulletinFile & { readonly id: string }>(
      `SELECT bulletin_id AS id, format, length(bytes) AS "byteCount", sha256 FROM bulletin_file WHERE bulletin_id = ANY($1) ORDER BY format`,
      [ids],
    );
    return new Map(ids.map((id) => [id, rows.filter((row) => row.id === id)]));
  };

  async bytesOf(id: string, format: BulletinFormat): Promise<Buffer | undefined> {
    const query = 'SELECT bytes FROM bulletin_file WHERE bulletin_id = $1 AND format = $2';
    const [row] = await this.db.rows<{ bytes: Buffer }>(query, [id, format]);
    return row?.bytes;
  }

  /** Asks for an edition, its plan locked; CONFLICT while one of the period is under way, or when there are too many. */
  async request(tx: Tx, plan: BulletinPlan, { from, until }: Period, accountId: string | null): Promise<string> {
    const of = { planId: plan.id, firstDay: from, lastDay: until };
    const editions = await tx.findBy(Bulletin, of);
    const isUnderWay = editions.some(({ state }) => state === 'queued' || state === 'running');
    refuse(isUnderWay ? { code: 'CONFLICT', message: bureauMessages.bulletinUnderWay } : undefined);
    const isFull = editions.length >= mostVersions;
    refuse(
      isFull
        ? { code: 'CONFLICT', message: bureauMessages.bulletinVersions, params: { max: mostVersions } }
        : undefined,
    );
    const id = newId();
    await tx.insert(Bulletin, {
      ...{ id, ...of, bureauId: plan.bureauId, accountId, version: editions.length + 1 },
      ...{ state: 'queued', progress: 0, requestedAt: this.clock.now() },
    });
    await this.outbox.requestJob(tx, makeBulletin, { bulletinId: id });
    return id;
  }

  /** Makes an edition, writes its files and asks for its mails. Safe twice: one that is over is left alone. */
  async make(id: string): Promise<void> {
    const begun = await this.begin(id);
    if (!begun) return;
    const { bulletin, plan } = begun;
    try {
      const content = await this.contents.read(plan, { from: bulletin.firstDay, until: bulletin.lastDay });
      await this.progress(id, 40);
      const pdf = await renderPdf(bulletinPaper(content, footerOf(bulletin, content), bulletin.version));
      await this.progress(id, 70);
      const xlsx = Buffer.from(await writeWorkbook(bulletinSheets(content)));
      await this.finish(bulletin, plan, content, { pdf, xlsx });
    } catch (error) {
      const failed = { state: 'failed' as const, finishedAt: this.clock.now() };
      await this.db.reader.update(Bulletin, { id, state: 'running' }, failed);
      throw error;
    }
  }

  private async begin(id: string): Promise<{ bulletin: Bulletin; plan: BulletinPlan } | undefined> {
    return this.db.transaction(async (tx) => {
      const bulletin = await tx.findOne(Bulletin, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!bulletin || bulletin.state === 'succeeded') return undefined;
      await tx.update(Bulletin, id, { state: 'running', progress: 10, finishedAt: null });
      return { bulletin, plan: await tx.findOneByOrFail(BulletinPlan, { id: bulletin.planId }) };
    });
  }

  private async finish(
    { id, bureauId }: Bulletin,
    { addresses }: BulletinPlan,
    content: BulletinContent,
    files: Readonly<Record<BulletinFormat, Buffer>>,
  ): Promise<void> {
    await this.db.transaction(async (tx) => {
      const query = `UPDATE bulletin SET state = 'succeeded', progress = 100, finished_at = $2, content = $3
        WHERE id = $1 AND state = 'running' RETURNING id`;
      const [rows] = await tx.query<[unknown[]]>(query, [id, this.clock.now(), JSON.stringify(content)]);
      // A second run of the job was faster.
      if (rows.length === 0) return;
      for (const format of ['pdf', 'xlsx'] as const) {
        const bytes = files[format];
        const insert = 'INSERT INTO bulletin_file (bulletin_id, format, bytes, sha256) VALUES ($1, $2, $3, $4)';
        await tx.query(insert, [id, format, bytes, sha256Of(bytes)]);
      }
      await this.mails.ask(tx, id, addresses);
      await this.outbox.record(tx, bulletinMade({ bulletinId: id, bureauId }));
    });
  }

  private async progress(id: string, progress: number): Promise<void> {
    await this.db.reader.update(Bulletin, { id, state: 'running' }, { progress });
  }
}

const footerOf = ({ id, lastDay, version }: Bulletin, content: BulletinContent): { number: string; hash: string } => ({
  number: `GJ-B-${lastDay.replaceAll('-', '')}-${id.slice(-6).toUpperCase()}-${version}`,
  hash: sha256Of(JSON.stringify(content)),
});
