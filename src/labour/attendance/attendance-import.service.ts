import { Injectable } from '@nestjs/common';
import type { EnterpriseViewer } from '../../platform/auth/viewer.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { Idempotency } from '../../platform/idempotency/idempotency.js';
import {
  faultOf,
  type ImportFault,
  type ImportMode,
  type ImportResult,
  readable,
  writtenOrNothing,
} from '../../platform/imports/index.js';
import { mapTable, readTable } from '../../platform/spreadsheet/index.js';
import { AttendanceBatches, type StatedPlacementDay } from './attendance-batch.service.js';
import { attendanceColumns } from './attendance-import.columns.js';
import { type AttendanceRow, columnOf, dayOf } from './attendance-import.rules.js';
import { namedPlacements } from './attendance.loader.js';

interface Line {
  readonly line: number;
  readonly day: StatedPlacementDay;
}

/** A host's attendance by spreadsheet: read, judged by the rules of recording, and written in one transaction. */
@Injectable()
export class AttendanceImports {
  constructor(
    private readonly db: Database,
    private readonly idempotency: Idempotency,
    private readonly batches: AttendanceBatches,
  ) {}

  async import(
    viewer: EnterpriseViewer,
    bytes: Uint8Array,
    fileName: string,
    options: ImportMode,
    idempotencyKey: string,
  ): Promise<ImportResult> {
    const table = await readable(() => readTable(bytes, fileName));
    const mapped = await readable(() => Promise.resolve(mapTable(table, attendanceColumns)));
    return writtenOrNothing(this.db, async (tx) => {
      const placements = await namedPlacements(tx, viewer.enterpriseId);
      const faults: ImportFault[] = [...mapped.errors];
      const lines: Line[] = [];
      for (const row of mapped.rows) {
        if (!('value' in row)) continue;
        const day = dayOf(row.value, placements);
        if (!Array.isArray(day)) lines.push({ line: row.line, day });
        else
          for (const { column, refusal } of day)
            faults.push(faultOf(row.line, column, textOf(row.value, column), mapped.headerOf, refusal));
      }
      // A repeat of the same import writes nothing, and answers what the first one was answered.
      const write = () => this.write(tx, viewer, lines, mapped.headerOf);
      faults.push(...(await this.idempotency.once(tx, viewer, 'importAttendance', { idempotencyKey }, write)));
      const refused = new Set(faults.map(({ line }) => line)).size;
      const accepted = table.rows.length - refused;
      const written = !options.dryRun && accepted > 0 && (options.mode === 'good' || refused === 0);
      const { unknownHeaders } = mapped;
      const result = {
        ...{ table, rows: table.rows.length, accepted, refused, heads: accepted, faults, unknownHeaders, written },
      };
      return result;
    });
  }

  /** Records the days and answers what the rules refuse. Stating again what is on record changes nothing. */
  private async write(
    tx: Tx,
    viewer: EnterpriseViewer,
    lines: readonly Line[],
    headerOf: ReadonlyMap<string, string>,
  ): Promise<ImportFault[]> {
    const days = lines.map(({ day }) => day);
    const outcomes = await this.batches.recordAll(tx, viewer, days, 'sheet');
    return outcomes.flatMap((outcome, index) => {
      const line = lines[index]?.line ?? 0;
      return 'refusal' in outcome ? [faultOf(line, columnOf(outcome.refusal), '', headerOf, outcome.refusal)] : [];
    });
  }
}

const textOf = (row: AttendanceRow, column: keyof AttendanceRow): string => String(row[column] ?? '');
