import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.js';
import type { BureauViewer } from '../../platform/auth/viewer.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { refuse } from '../../platform/errors/index.js';
import { Idempotency } from '../../platform/idempotency/idempotency.js';
import { newId } from '../../platform/ids/ids.js';
import { type ImportMode, type ImportResult, readable } from '../../platform/imports/index.js';
import { readTable } from '../../platform/spreadsheet/index.js';
import { ExternalImport } from './external.entity.js';
import { refuseOff } from './external.rules.js';
import { ExternalRegistry } from './external-registry.service.js';
import { type Judged, judgeTable } from './external-table.rules.js';
import { ExternalValues } from './external-values.service.js';

/** A spreadsheet with values, as it was sent. */
export interface SentSheet {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly options: ImportMode;
  readonly idempotencyKey: string;
  readonly isOwnKey: boolean;
}

export const keptFaults = 200;

/** Values by spreadsheet: read, judged row by row, and written in one transaction; the run is kept, also one that brought nothing. */
@Injectable()
export class ExternalUploads {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly idempotency: Idempotency,
    private readonly audit: Audit,
    private readonly registry: ExternalRegistry,
    private readonly values: ExternalValues,
  ) {}

  /** NOT_FOUND at externalSeriesId for a series of another bureau; a file that cannot be read is refused at `file`. */
  async import(viewer: BureauViewer, seriesId: string, sheet: SentSheet): Promise<ImportResult> {
    const { bytes, name, options } = sheet;
    const series = await this.registry.get(viewer, seriesId, 'externalSeriesId');
    refuse(refuseOff(series, 'externalSeriesId'));
    const table = await readable(() => readTable(bytes, name));
    const judged = await readable(() => Promise.resolve(judgeTable(table, series.cadence, this.clock.today())));
    const { rows, faults, unknownHeaders } = judged;
    const refused = new Set(faults.map(({ line }) => line)).size;
    const isGood = rows.length > 0 && (options.mode === 'good' || refused === 0);
    const written = !options.dryRun && isGood;
    const accepted = rows.length;
    const result: ImportResult = {
      ...{ table, rows: table.rows.length, accepted, refused, heads: accepted, faults, unknownHeaders, written },
    };
    if (options.dryRun) return result;
    await this.db.transaction(async (tx) => {
      const run = (): Promise<string> => this.record(tx, viewer, seriesId, judged, result);
      // Without a key of the caller the same file again is another look at it: it may undo what came in between.
      if (!written || !sheet.isOwnKey) return run();
      return this.idempotency.once(tx, viewer, 'importExternalValues', { idempotencyKey: sheet.idempotencyKey }, run);
    });
    return result;
  }

  private async record(
    tx: Tx,
    viewer: BureauViewer,
    seriesId: string,
    { rows, faults }: Judged,
    { written, rows: rowsRead, table }: ImportResult,
  ): Promise<string> {
    await this.registry.lock(tx, viewer, seriesId, 'externalSeriesId');
    const [id, now] = [newId(), this.clock.now()];
    await tx.insert(ExternalImport, {
      ...{
        id,
        seriesId,
        source: 'upload',
        origin: Array.from(table.fileName).slice(0, 200).join(''),
        accountId: viewer.accountId,
      },
      ...{ rowsRead, faults: faults.slice(0, keptFaults), faultCount: faults.length },
      ...{ requestedAt: now, finishedAt: now, state: written ? 'succeeded' : 'failed' },
      failure: written ? null : rowsRead === 0 ? 'NO_ROWS' : 'FAULTY_ROWS',
    });
    if (written) await tx.update(ExternalImport, id, await this.values.write(tx, seriesId, id, rows));
    await this.audit.record(tx, viewer, {
      ...{ action: 'external-series.import', subjectType: 'external-series', subjectId: seriesId },
      details: { importId: id, written },
    });
    return id;
  }
}
