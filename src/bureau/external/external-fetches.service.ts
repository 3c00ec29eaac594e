import { Injectable } from '@nestjs/common';
import { In, LessThan } from 'typeorm';
import { Audit } from '../../platform/audit/audit.js';
import type { BureauViewer } from '../../platform/auth/viewer.js';
import { Clock, HOUR_MS } from '../../platform/clock/clock.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { refuse } from '../../platform/errors/index.js';
import { Idempotency } from '../../platform/idempotency/idempotency.js';
import { newId } from '../../platform/ids/ids.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { defineJob } from '../../platform/queue/job.js';
import { ExternalImport, ExternalSeries } from './external.entity.js';
import type { FetchExternalSeriesInput } from './external.input.js';
import { refuseNotFetched, refuseOff, underWay } from './external.rules.js';
import { ExternalRegistry } from './external-registry.service.js';

export const fetchExternal = defineJob<{ readonly importId: string }>({
  ...{ name: 'bureau.fetch-external', queue: 'bureau', attempts: 2 },
});

const longestRunMs = HOUR_MS;

/** Asking for a look at a department's address: by hand, or by the clock. The job takes the look. */
@Injectable()
export class ExternalFetches {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly idempotency: Idempotency,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly registry: ExternalRegistry,
  ) {}

  /** Has a job read the address of a series now; CONFLICT where it has none, is off, or is being read. */
  async fetchNow(viewer: BureauViewer, input: FetchExternalSeriesInput): Promise<ExternalImport> {
    const id = await this.db.transaction((tx) =>
      this.idempotency.once(tx, viewer, 'fetchExternalSeries', input, async () => {
        const series = await this.registry.lock(tx, viewer, input.externalSeriesId);
        refuse(refuseOff(series, 'input.externalSeriesId') ?? refuseNotFetched(series));
        refuse((await this.isUnderWay(tx, series.id)) ? underWay : undefined);
        const importId = await this.request(tx, series, viewer.accountId);
        await this.audit.record(tx, viewer, {
          ...{ action: 'external-series.fetch', subjectType: 'external-series', subjectId: series.id },
          details: { importId },
        });
        return importId;
      }),
    );
    return this.db.reader.findOneByOrFail(ExternalImport, { id });
  }

  /** By the clock: asks once; a series that is off by now, or is being read, is passed over. */
  async requestByClock(seriesId: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const lock = { mode: 'for_no_key_update' as const };
      const where = { id: seriesId, isOn: true, source: 'http' as const };
      const series = await tx.findOne(ExternalSeries, { where, lock });
      if (series && !(await this.isUnderWay(tx, seriesId))) await this.request(tx, series, null);
    });
  }

  /** Whether a run waits or runs; one that did not end for an hour counts as ended, its process is gone. */
  private async isUnderWay(tx: Tx, seriesId: string): Promise<boolean> {
    const open = { seriesId, state: In(['queued', 'running']) };
    await tx.update(
      ExternalImport,
      { ...open, requestedAt: LessThan(this.clock.in(-longestRunMs)) },
      { state: 'failed', failure: 'INTERRUPTED', finishedAt: this.clock.now() },
    );
    return tx.existsBy(ExternalImport, open);
  }

  private async request(tx: Tx, { id: seriesId, url }: ExternalSeries, accountId: string | null): Promise<string> {
    const id = newId();
    await tx.insert(ExternalImport, {
      ...{ id, seriesId, source: 'http', origin: url ?? '', accountId, state: 'queued' },
      ...{ rowsRead: 0, rowsNew: 0, rowsChanged: 0, faults: [], faultCount: 0, requestedAt: this.clock.now() },
    });
    await this.outbox.requestJob(tx, fetchExternal, { importId: id });
    return id;
  }
}
