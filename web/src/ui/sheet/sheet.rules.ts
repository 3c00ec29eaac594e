import type { SheetAnswer, SheetFault, SheetRow } from '../../api/sheet-import';

/** A spreadsheet while it is repaired. Everything of it is text, so that a browser can keep it. */
export interface Sheet {
  /** One key for one file, however often it is repaired: it is published once. */
  readonly key: string;
  readonly fileName: string;
  readonly headers: readonly string[];
  readonly rows: readonly SheetRow[];
  readonly faults: readonly SheetFault[];
  readonly refused: number;
  readonly heads: number;
  readonly unknownHeaders: readonly string[];
  /** Cells that were repaired since the last check, and rows that were taken out. */
  readonly changed: readonly string[];
}

export const cellKey = (line: number, header: string): string => `${String(line)} ${header}`;

/** What the API read, as it is shown: its lines are the lines of its faults. */
export function sheetOf({ table, errors, ...answer }: SheetAnswer, key: string, fileName: string): Sheet {
  const { refused, heads, unknownHeaders } = answer;
  // In the table's order, in which one goes from fault to fault; the API tells them rule by rule.
  const faults = errors
    .map(({ line, header, message }) => ({ line, header, message }))
    .sort((a, b) => a.line - b.line || table.headers.indexOf(a.header) - table.headers.indexOf(b.header));
  return {
    key,
    fileName,
    headers: table.headers,
    rows: table.rows,
    faults,
    refused,
    heads,
    unknownHeaders,
    changed: [],
  };
}

export function withCell(sheet: Sheet, line: number, column: number, text: string): Sheet {
  const changed = cellKey(line, sheet.headers[column] ?? '');
  return {
    ...sheet,
    rows: sheet.rows.map((row) => (row.line === line ? { line, cells: row.cells.with(column, text) } : row)),
    changed: sheet.changed.includes(changed) ? sheet.changed : [...sheet.changed, changed],
  };
}

export function withoutRow(sheet: Sheet, line: number): Sheet {
  return {
    ...sheet,
    rows: sheet.rows.filter((row) => row.line !== line),
    faults: sheet.faults.filter((fault) => fault.line !== line),
    changed: [...sheet.changed, cellKey(line, '')],
  };
}

/** Faults whose cell nobody has touched since they were found. */
export function openFaults({ faults, changed }: Pick<Sheet, 'faults' | 'changed'>): SheetFault[] {
  const touched = new Set(changed);
  return faults.filter(({ line, header }) => !touched.has(cellKey(line, header)));
}

export function faultsByLine(faults: readonly SheetFault[]): ReadonlyMap<number, readonly SheetFault[]> {
  const byLine = new Map<number, SheetFault[]>();
  for (const fault of faults) byLine.set(fault.line, [...(byLine.get(fault.line) ?? []), fault]);
  return byLine;
}

/** How many cells the widest row has: files can hold something beyond their last header. */
export function widthOf({ headers, rows }: Pick<Sheet, 'headers' | 'rows'>): number {
  return rows.reduce((width, { cells }) => Math.max(width, cells.length), headers.length);
}

/** A text that the API takes one apostrophe off, as its own exports put one on. */
const neutralised = /^'+\s*[=+\-@＝＋－＠]/u;

function csvCell(text: string): string {
  const kept = neutralised.test(text) ? `'${text}` : text;
  return /[",;\t\r\n]|^\s|\s$/.test(kept) ? `"${kept.replaceAll('"', '""')}"` : kept;
}

/** The table as a CSV file in UTF-8 that the API reads back cell by cell. */
export function csvOf(headers: readonly string[], rows: readonly (readonly string[])[]): string {
  return [headers, ...rows].map((cells) => cells.map(csvCell).join(',')).join('\r\n');
}
