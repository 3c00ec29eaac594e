import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { ExternalImport, ExternalSeries } from './external.entity.js';
import type { ExternalFailure } from './external-failure.js';
import { ExternalReader } from './external-reader.service.js';
import { type Judged, judgeTable } from './external-table.rules.js';
import { keptFaults } from './external-uploads.service.js';
import { ExternalValues } from './external-values.service.js';
import { tableOf } from './json-rows.rules.js';

/** What a look brought: rows to keep, or why there are none. */
type Found =
  | { readonly judged: Judged; readonly rowsRead: number }
  | { readonly failure: ExternalFailure; readonly status: number | null };

/** A look at a department's address: reads, judges, and keeps what is good. */
@Injectable()
export class ExternalRuns {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly reader: ExternalReader,
    private readonly values: ExternalValues,
  ) {}

  /** Safe twice: a run that is over is left alone, and the same rows change nothing. No row is locked while the other side is waited for. */
  async run(importId: string): Promise<void> {
    const series = await this.begin(importId);
    if (!series) return;
    const found = await this.look(series);
    await this.finish(importId, series.id, found);
  }

  private async begin(id: string): Promise<ExternalSeries | undefined> {
    return this.db.transaction(async (tx) => {
      const found = await tx.findOne(ExternalImport, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!found || found.state === 'succeeded' || found.state === 'failed') return undefined;
      await tx.update(ExternalImport, id, { state: 'running' });
      return tx.findOneByOrFail(ExternalSeries, { id: found.seriesId });
    });
  }

  private async look(series: ExternalSeries): Promise<Found> {
    const { url, rowsPointer, periodPointer, valuePointer, cadence } = series;
    // It was changed since to one that people bring.
    if (url === null || rowsPointer === null || periodPointer === null || valuePointer === null)
      return { failure: 'INTERRUPTED', status: null };
    const answer = await this.reader.read(url);
    if ('failure' in answer) return answer;
    const table = tableOf(answer.text, { rowsPointer, periodPointer, valuePointer });
    if (typeof table === 'string') return { failure: table, status: null };
    return { judged: judgeTable(table, cadence, this.clock.today()), rowsRead: table.rows.length };
  }

  private async finish(id: string, seriesId: string, found: Found): Promise<void> {
    await this.db.transaction(async (tx) => {
      const lock = { mode: 'for_no_key_update' as const };
      await tx.findOneOrFail(ExternalSeries, { where: { id: seriesId }, lock });
      const open = await tx.findOne(ExternalImport, { where: { id, state: 'running' }, lock });
      // A second run of the job was faster.
      if (!open) return;
      const finishedAt = this.clock.now();
      if ('failure' in found) {
        await tx.update(ExternalImport, id, { ...found, state: 'failed', finishedAt });
        return;
      }
      const { judged, rowsRead } = found;
      const about = {
        ...{ rowsRead, faults: judged.faults.slice(0, keptFaults), faultCount: judged.faults.length, finishedAt },
      };
      if (judged.rows.length === 0) {
        const failure = rowsRead === 0 ? ('NO_ROWS' as const) : ('FAULTY_ROWS' as const);
        await tx.update(ExternalImport, id, { ...about, state: 'failed', failure });
        return;
      }
      // One bad row must not keep every later month away: the good ones go in, the others are told.
      const counts = await this.values.write(tx, seriesId, id, judged.rows);
      await tx.update(ExternalImport, id, { ...about, ...counts, state: 'succeeded' });
    });
  }
}
