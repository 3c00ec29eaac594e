import type { CellErrorCode, CellErrorParams, Reading } from './cell-readers.js';
import { cleanCell } from './cell-text.js';
import { type Column, type Columns, foldedHeader, headersOf, type RowOf } from './columns.js';
import type { RawTable } from './read-table.js';
import type { SheetRow } from './sheet-row.js';
import { type MissingColumn, SpreadsheetError } from './spreadsheet.errors.js';

/** A fault of one cell. It holds what the user typed: show it to them, keep it out of logs. */
export interface CellError {
  readonly line: number;
  /** Key of the column; empty for UNEXPECTED_CELL. */
  readonly column: string;
  /** As in the file; empty where the file has none. */
  readonly header: string;
  /** At most 40 characters of the cell. */
  readonly value: string;
  readonly code: CellErrorCode;
  readonly params: CellErrorParams;
}

export type MappedRow<T> =
  { readonly line: number; readonly value: T } | { readonly line: number; readonly errors: readonly CellError[] };

export interface MappedTable<T> {
  readonly rows: readonly MappedRow<T>[];
  readonly errors: readonly CellError[];
  /** By column: the header that stands for it in the file; columns that the file does not have are absent. */
  readonly headerOf: ReadonlyMap<string, string>;
  /** Headers of the file that belong to no column; their cells were not read. */
  readonly unknownHeaders: readonly string[];
}

export interface MapOptions {
  /** Column key to the header that stands for it in this file, for files with headers of their own. */
  readonly mapping?: Readonly<Record<string, string>>;
  /** Column key to the text of every cell in it; goes before what the file says. */
  readonly constants?: Readonly<Record<string, string>>;
  /** What to do about headers that belong to no column; reported unless told. */
  readonly unknownHeaders?: 'report' | 'refuse';
}

/** Where a column's text comes from: a position in the row, or the same value throughout. */
type Source = { readonly index: number } | { readonly constant: unknown };

/**
 * Reads every row by the columns. Throws MISSING_COLUMN, DUPLICATE_COLUMN, UNKNOWN_HEADER, UNKNOWN_COLUMN or
 * BAD_CONSTANT for the table as a whole; what is wrong in cells comes back row by row, all of a row's faults at once.
 */
export function mapTable<C extends Columns>(
  table: RawTable,
  columns: C,
  options: MapOptions = {},
): MappedTable<RowOf<C>> {
  const sources = bind(table.headers, columns, options);
  const read = new Set([...sources.values()].map((source) => ('index' in source ? source.index : -1)));
  const unknownHeaders = table.headers.filter((header, index) => header !== '' && !read.has(index));
  if (unknownHeaders.length > 0 && options.unknownHeaders === 'refuse') {
    throw new SpreadsheetError({ code: 'UNKNOWN_HEADER', params: { headers: unknownHeaders } });
  }
  const rows = table.rows.map((row) => mapRow<RowOf<C>>(row, table.headers, columns, sources));
  const headerOf = new Map(
    [...sources].flatMap(([key, source]) => ('index' in source ? [[key, table.headers[source.index] ?? '']] : [])),
  );
  return { rows, unknownHeaders, headerOf, errors: rows.flatMap((row) => ('errors' in row ? row.errors : [])) };
}

function mapRow<T>(
  row: SheetRow,
  headers: readonly string[],
  columns: Columns,
  sources: ReadonlyMap<string, Source>,
): MappedRow<T> {
  const entries: [string, unknown][] = [];
  const errors: CellError[] = [];
  for (const [key, target] of Object.entries(columns)) {
    const source = sources.get(key);
    if (source && 'constant' in source) entries.push([key, source.constant]);
    else {
      const text = source ? (row.cells[source.index] ?? '') : '';
      const reading = readCell(text, target);
      if ('value' in reading) entries.push([key, reading.value]);
      else errors.push(cellError(row.line, key, source ? (headers[source.index] ?? '') : '', text, reading));
    }
  }
  const stray = row.cells.slice(headers.length).find((cell) => cell !== '');
  if (stray !== undefined) errors.push(cellError(row.line, '', '', stray, { code: 'UNEXPECTED_CELL', params: {} }));
  return errors.length > 0 ? { line: row.line, errors } : { line: row.line, value: Object.fromEntries(entries) as T };
}

const FORMULA_ERROR = /^#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA)$/i;

function readCell(text: string, { kind, required, read }: Column<unknown>): Reading<unknown> {
  if (FORMULA_ERROR.test(text)) return { code: 'FORMULA_ERROR', params: {} };
  if (text !== '') return read(text);
  if (required) return { code: 'REQUIRED', params: {} };
  return { value: kind === 'list' ? [] : undefined };
}

const MAX_SHOWN = 40;

function cellError(
  line: number,
  key: string,
  header: string,
  text: string,
  { code, params }: Pick<CellError, 'code' | 'params'>,
): CellError {
  const characters = Array.from(text);
  const value = characters.length > MAX_SHOWN ? `${characters.slice(0, MAX_SHOWN - 1).join('')}…` : text;
  return { line, column: key, header, value, code, params };
}

/** Finds each column's source; a header that a mapping claims stands for nothing else. */
function bind(headers: readonly string[], columns: Columns, options: MapOptions): ReadonlyMap<string, Source> {
  const { mapping = {}, constants = {} } = options;
  refuseStrangers(headers, columns, [...Object.keys(mapping), ...Object.keys(constants)], Object.values(mapping));
  const claimed = new Set(Object.values(mapping).map(foldedHeader));
  const sources = new Map<string, Source>();
  const missing: MissingColumn[] = [];
  for (const [key, target] of Object.entries(columns)) {
    const names = Object.hasOwn(mapping, key)
      ? [foldedHeader(mapping[key] ?? '')]
      : headersOf(key, target).filter((name) => !claimed.has(name));
    const found = [...headers.keys()].filter((index) => names.includes(foldedHeader(headers[index] ?? '')));
    const [index] = found;
    if (Object.hasOwn(constants, key)) sources.set(key, constantOf(key, constants[key] ?? '', target));
    else if (found.length > 1)
      throw duplicate(
        key,
        found.map((at) => headers[at] ?? ''),
      );
    else if (index !== undefined) sources.set(key, { index });
    else if (target.required)
      missing.push({ column: key, headers: target.headers.length > 0 ? target.headers : [key] });
  }
  if (missing.length > 0) throw new SpreadsheetError({ code: 'MISSING_COLUMN', params: { missing } });
  return sources;
}

function refuseStrangers(
  headers: readonly string[],
  columns: Columns,
  keys: readonly string[],
  wanted: readonly string[],
): void {
  const unknown = keys.filter((key) => !Object.hasOwn(columns, key));
  if (unknown.length > 0) throw new SpreadsheetError({ code: 'UNKNOWN_COLUMN', params: { columns: unknown } });
  const present = new Set(headers.filter((header) => header !== '').map(foldedHeader));
  const absent = wanted.filter((header) => !present.has(foldedHeader(header)));
  if (absent.length > 0) throw new SpreadsheetError({ code: 'UNKNOWN_HEADER', params: { headers: absent } });
}

const duplicate = (key: string, headers: readonly string[]): SpreadsheetError =>
  new SpreadsheetError({ code: 'DUPLICATE_COLUMN', params: { column: key, headers } });

function constantOf(key: string, text: string, target: Column<unknown>): Source {
  const reading = readCell(cleanCell(text), target);
  if ('value' in reading) return { constant: reading.value };
  throw new SpreadsheetError({ code: 'BAD_CONSTANT', params: { column: key, value: text, cellCode: reading.code } });
}
