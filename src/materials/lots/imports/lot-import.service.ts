import { Injectable } from '@nestjs/common';
import { Sanctions } from '../../../directory/index.js';
import type { EnterpriseViewer } from '../../../platform/auth/viewer.js';
import { Database } from '../../../platform/database/database.js';
import { Idempotency } from '../../../platform/idempotency/idempotency.js';
import {
  faultOf,
  type ImportFault,
  type ImportMode,
  type ImportResult,
  readable,
  writtenOrNothing,
} from '../../../platform/imports/index.js';
import { mapTable, readTable } from '../../../platform/spreadsheet/index.js';
import { MaterialKinds } from '../../catalogue/material-kind.service.js';
import { MaterialLotLife } from '../material-lot-life.service.js';
import { MaterialLots } from '../material-lot.service.js';
import { lotColumns } from './lot-import.columns.js';
import { columnOf, kindNamed, lotOf } from './lot-import.rules.js';

/** An owner's lots by spreadsheet: read, judged by the rules of publishing, and written in one transaction. */
@Injectable()
export class LotImports {
  constructor(
    private readonly db: Database,
    private readonly idempotency: Idempotency,
    private readonly sanctions: Sanctions,
    private readonly kinds: MaterialKinds,
    private readonly lots: MaterialLots,
    private readonly life: MaterialLotLife,
  ) {}

  /** The same key again writes nothing more. */
  async import(
    viewer: EnterpriseViewer,
    bytes: Uint8Array,
    fileName: string,
    options: ImportMode,
    idempotencyKey: string,
  ): Promise<ImportResult> {
    const table = await readable(() => readTable(bytes, fileName));
    const mapped = await readable(() => Promise.resolve(mapTable(table, lotColumns)));
    return writtenOrNothing(this.db, async (tx) => {
      const home = await this.sanctions.requireDealer(tx, viewer.enterpriseId, 'enterprise');
      const kinds = await this.kinds.all(tx);
      const kindsById = new Map(kinds.map((kind) => [kind.id, kind]));
      const rows = mapped.rows.flatMap((row) => ('value' in row ? [row] : []));
      const lots = rows.map(({ value }) => lotOf(value, kindNamed(value.kind, kinds), home));
      const refusals = await this.lots.refusalsOf(lots, kindsById, () => 'input');
      const faults: ImportFault[] = [
        ...mapped.errors,
        ...rows.flatMap(({ line, value }, index) =>
          (refusals[index] ?? []).map((refusal) => {
            const column = columnOf(refusal.field ?? '');
            return faultOf(line, column, String(value[column] ?? ''), mapped.headerOf, refusal);
          }),
        ),
      ];
      const faulty = new Set(faults.map(({ line }) => line));
      const good = lots.filter((_, index) => !faulty.has(rows[index]?.line ?? 0));
      const written = !options.dryRun && good.length > 0 && (options.mode === 'good' || faulty.size === 0);
      const result: ImportResult = {
        ...{ table, rows: table.rows.length, accepted: good.length, refused: faulty.size, heads: good.length },
        ...{ faults, unknownHeaders: mapped.unknownHeaders, written },
      };
      await this.idempotency.once(tx, viewer, 'importMaterialLots', { idempotencyKey }, async () =>
        this.life.publishRows(tx, viewer, this.lots.rowsOf(viewer, good, kindsById)),
      );
      return result;
    });
  }
}
