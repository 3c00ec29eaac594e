import type { Database, Tx } from '../database/database.js';
import { type Refusal, RefusedError } from '../errors/index.js';
import { type RawTable, SpreadsheetError } from '../spreadsheet/index.js';
import { fileMessage, type ImportFault, missingColumns } from './import.messages.js';

/** How to import. */
export interface ImportMode {
  readonly dryRun: boolean;
  /** `all`: one fault and nothing is written; `good`: the good rows are. */
  readonly mode: 'all' | 'good';
}

/** What an import came to. */
export interface ImportResult {
  readonly table: RawTable;
  readonly rows: number;
  readonly accepted: number;
  readonly refused: number;
  /** Heads or positions of the accepted rows. */
  readonly heads: number;
  readonly faults: readonly ImportFault[];
  readonly unknownHeaders: readonly string[];
  readonly written: boolean;
}

/** A fault of our own rules at the cell it is about. `headerOf` says which header of the file stands for which column. */
export function faultOf(
  line: number,
  column: string,
  value: string,
  headerOf: ReadonlyMap<string, string>,
  refusal?: Refusal,
): ImportFault {
  return {
    ...{
      line,
      column,
      header: headerOf.get(column) ?? '',
      // By whole characters: half of one is no text, and no database keeps it.
      value: Array.from(value).slice(0, 40).join(''),
      code: refusal ? 'BAD_FORMAT' : 'NOT_ONE_OF',
      params: {},
    },
    ...(refusal && { text: { message: refusal.message, params: refusal.params } }),
  };
}

/** Rolls a transaction back and carries its findings out. */
class NothingWritten extends Error {
  constructor(readonly result: ImportResult) {
    super('nothing written');
  }
}

/** Runs an import in a transaction that stands only where it has written: a dry run or a faulty sheet leaves nothing. */
export async function writtenOrNothing(db: Database, run: (tx: Tx) => Promise<ImportResult>): Promise<ImportResult> {
  try {
    return await db.transaction(async (tx) => {
      const result = await run(tx);
      if (!result.written) throw new NothingWritten(result);
      return result;
    });
  } catch (error) {
    if (error instanceof NothingWritten) return error.result;
    throw error;
  }
}

/** Reads a file; what makes it unreadable is a refusal at `file`. */
export async function readable<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof SpreadsheetError)) throw error;
    const { code } = error;
    throw new RefusedError({
      code: 'VALIDATION_FAILED',
      message: fileMessage(code),
      params: { code, columns: missingColumns(error.problem) },
      field: 'file',
    });
  }
}
