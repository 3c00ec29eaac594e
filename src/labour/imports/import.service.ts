import { Injectable } from '@nestjs/common';
import { Sanctions } from '../../directory/index.js';
import { type Viewer } from '../../platform/auth/viewer.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { type Refusal, RefusedError } from '../../platform/errors/index.js';
import { type Columns, mapTable, readTable, type RowOf } from '../../platform/spreadsheet/index.js';
import { Idempotency } from '../../platform/idempotency/idempotency.js';
import {
  faultOf,
  type ImportFault,
  importMessages,
  type ImportMode,
  type ImportResult,
  readable,
  writtenOrNothing,
} from '../../platform/imports/index.js';
import { NeedPublication } from '../needs/need-publication.service.js';
import { SurplusPublication } from '../surplus/surplus-publication.service.js';
import { type CodeBook, type CodedRow, ImportCodes, employerCode } from './import-codes.service.js';
import { needColumns, surplusColumns } from './import.columns.js';
import { type Home, needOf, refuseNeedRow, refuseSurplusRow, listingsOf } from './import.rules.js';

export interface ImportOptions extends ImportMode {
  readonly mapping?: Readonly<Record<string, string>>;
  readonly constants?: Readonly<Record<string, string>>;
  /** The enterprise of every row; without it each row names its employer (operators only). */
  readonly enterpriseId?: string;
  /** Make regions, occupations and employers of foreign schemes. */
  readonly createCodes?: boolean;
  /** Writes once: a repeat finds the key and writes nothing more. */
  readonly idempotencyKey?: string;
  /** Operators may bring the past. */
  readonly allowPast?: boolean;
}

type Row<C extends Columns> = { readonly line: number; readonly value: RowOf<C> };

/** Spreadsheets in: read, map, look up, judge by the rules, and write in one transaction. */
@Injectable()
export class Imports {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly codes: ImportCodes,
    private readonly sanctions: Sanctions,
    private readonly needs: NeedPublication,
    private readonly surplus: SurplusPublication,
    private readonly idempotency: Idempotency,
  ) {}

  /** One import per key: a repeat writes nothing and answers how many rows the first one wrote. */
  async once(
    viewer: Viewer,
    kind: 'needs' | 'surplus',
    bytes: Uint8Array,
    fileName: string,
    options: ImportOptions,
    key: string,
  ): Promise<ImportResult> {
    const run = (wanted: ImportOptions): Promise<ImportResult> =>
      kind === 'needs'
        ? this.importNeeds(viewer, bytes, fileName, wanted)
        : this.importSurplus(viewer, bytes, fileName, wanted);
    return run({ ...options, idempotencyKey: options.dryRun ? undefined : key });
  }

  async importNeeds(
    viewer: Viewer,
    bytes: Uint8Array,
    fileName: string,
    options: ImportOptions,
  ): Promise<ImportResult> {
    return this.run(bytes, fileName, needColumns, options, {
      name: 'importNeeds',
      viewer,
      judge: (row) => refuseNeedRow(row, options.allowPast ? undefined : this.clock.today()),
      write: (tx, rows, home, book) =>
        this.needs.publishImported(
          tx,
          viewer,
          rows.map(({ value }) => needOf(value, home(value), book)),
        ),
    });
  }

  async importSurplus(
    viewer: Viewer,
    bytes: Uint8Array,
    fileName: string,
    options: ImportOptions,
  ): Promise<ImportResult> {
    return this.run(bytes, fileName, surplusColumns, options, {
      name: 'importSurplus',
      viewer,
      judge: (row) => refuseSurplusRow(row, options.allowPast ? undefined : this.clock.today()),
      write: async (tx, rows, home, book) => {
        await this.surplus.publishImported(
          tx,
          viewer,
          listingsOf(
            rows.map(({ value }) => ({ row: value, home: home(value) })),
            book,
          ),
        );
      },
    });
  }

  private async run<C extends typeof needColumns | typeof surplusColumns>(
    bytes: Uint8Array,
    fileName: string,
    columns: C,
    options: ImportOptions,
    steps: Steps<C>,
  ): Promise<ImportResult> {
    const table = await readable(() => readTable(bytes, fileName));
    const mapped = await readable(() =>
      Promise.resolve(mapTable(table, columns, { mapping: options.mapping, constants: options.constants })),
    );
    const read = mapped.rows.flatMap((row) => ('value' in row ? [row] : []));
    return writtenOrNothing(this.db, async (tx) => {
      const employers = options.createCodes
        ? await this.codes.create(
            tx,
            read.map(({ value }) => value as CodedRow),
          )
        : new Map<string, string>();
      const home = await this.homes(tx, options, employers);
      const book = await this.codes.book(
        tx,
        read.map(({ value }) => value as CodedRow),
      );
      const faults: ImportFault[] = [
        ...mapped.errors,
        ...read.flatMap((row) => this.judge(row, book, mapped.headerOf, steps)),
      ];
      const faulty = new Set(faults.map(({ line }) => line));
      const good = read.filter(({ line }) => !faulty.has(line));
      const isWritten = !options.dryRun && good.length > 0 && (options.mode === 'good' || faulty.size === 0);
      if (isWritten) await this.writeOnce(tx, steps, options.idempotencyKey, () => steps.write(tx, good, home, book));
      const heads = good.reduce((sum, { value }) => sum + (value as { headcount: number }).headcount, 0);
      const result = {
        table,
        rows: table.rows.length,
        accepted: good.length,
        refused: faulty.size,
        heads,
        faults,
        unknownHeaders: mapped.unknownHeaders,
        written: isWritten,
      };
      return result;
    });
  }

  private async writeOnce(
    tx: Tx,
    { viewer, name }: Pick<Steps<Columns>, 'viewer' | 'name'>,
    key: string | undefined,
    write: () => Promise<void>,
  ): Promise<void> {
    if (key === undefined) return write();
    await this.idempotency.once(tx, viewer, name, { idempotencyKey: key }, async () => {
      await write();
      return true;
    });
  }

  private judge<C extends Columns>(
    { line, value }: Row<C>,
    book: CodeBook,
    headerOf: ReadonlyMap<string, string>,
    steps: Steps<C>,
  ): ImportFault[] {
    const row = value as CodedRow;
    return [
      ...(book.occupationOf(row) === undefined ? [faultOf(line, 'occupation', row.occupation, headerOf)] : []),
      ...(row.region && book.regionOf(row) === undefined ? [faultOf(line, 'region', row.region, headerOf)] : []),
      ...steps
        .judge(value)
        .map((refusal) => faultOf(line, refusal.field?.replace(/^input\./, '') ?? '', '', headerOf, refusal)),
    ];
  }

  /** Whose row it is: the one enterprise of the import, or the employer that the row names. */
  private async homes(
    tx: Tx,
    { enterpriseId }: ImportOptions,
    employers: ReadonlyMap<string, string>,
  ): Promise<(row: object) => Home> {
    if (enterpriseId === undefined) {
      if (employers.size === 0)
        throw new RefusedError({
          code: 'VALIDATION_FAILED',
          message: importMessages.employerNeeded,
          field: 'enterprise',
        });
      return (row) => ({ id: employers.get(employerCode((row as CodedRow).employer ?? '')) ?? '' });
    }
    const enterprise = await this.sanctions.requireDealer(tx, enterpriseId, 'enterprise');
    return () => enterprise;
  }
}

interface Steps<C extends Columns> {
  readonly name: string;
  readonly viewer: Viewer;
  judge(row: RowOf<C>): readonly Refusal[];
  write(tx: Tx, rows: readonly Row<C>[], home: (row: object) => Home, book: CodeBook): Promise<void>;
}
