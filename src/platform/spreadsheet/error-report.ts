import type { CellError } from './map-table.js';
import type { RawTable } from './read-table.js';
import { type OutputCell, type OutputSheet, writeCsv, writeXlsx } from './write-table.js';

export interface ErrorReportOptions {
  /** The fault in the user's language; called once per fault. */
  readonly describe: (error: CellError) => string;
  readonly sheetName: string;
  /** Headers of the two columns that follow the file's own: the row in the original file, and what is wrong with it. */
  readonly headers: { readonly line: string; readonly errors: string };
  /** The failed rows only, unless told. */
  readonly include?: 'failed' | 'all';
  readonly format?: 'xlsx' | 'csv';
}

/**
 * The user's own rows with what is wrong with each, to be corrected and uploaded again: cells at fault are
 * marked (XLSX), and the two added columns are left out when such a report is itself the upload.
 */
export async function writeErrorReport(
  table: RawTable,
  errors: readonly CellError[],
  options: ErrorReportOptions,
): Promise<Uint8Array> {
  const sheet = reportSheet(table, errors, options);
  return options.format === 'csv' ? writeCsv(sheet) : writeXlsx(sheet);
}

function reportSheet(table: RawTable, errors: readonly CellError[], options: ErrorReportOptions): OutputSheet {
  const byLine = new Map<number, CellError[]>();
  for (const error of errors) byLine.set(error.line, [...(byLine.get(error.line) ?? []), error]);
  const added = [options.headers.line, options.headers.errors];
  const kept = [...table.headers.keys()].filter((index) => !added.includes(table.headers[index] ?? ''));
  const rows = table.rows.filter(({ line }) => options.include === 'all' || byLine.has(line));
  return {
    name: options.sheetName,
    headers: [...kept.map((index) => table.headers[index] ?? ''), ...added],
    rows: rows.map(({ line, cells }): OutputCell[] => {
      const faults = byLine.get(line) ?? [];
      const isAtFault = (name: string): boolean => name !== '' && faults.some(({ header }) => header === name);
      const own = kept.map((index) => reportCell(cells[index] ?? '', isAtFault(table.headers[index] ?? '')));
      return [...own, line, faults.map(options.describe).join('\n')];
    }),
  };
}

const reportCell = (value: string, isMarked: boolean): OutputCell => (isMarked ? { value, marked: true } : value);
