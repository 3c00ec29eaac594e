import { type Cell, type CellStyle, type SheetChart, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { stripUnsafe } from './cell-text.js';
import { type OutputValue, safeText } from './output-text.js';

/** A cell and how it stands out. Only `formula` is ever a formula, without its equals sign; `value` is what it comes to. */
export interface BookCell {
  readonly value: OutputValue;
  readonly formula?: string;
  /** A number format of Excel, e.g. `0.0%`. */
  readonly format?: string;
  readonly isBold?: boolean;
  readonly isWrapped?: boolean;
  readonly fill?: 'head' | 'mark';
}

/** A chart over cells of its sheet, e.g. `B2:B14`. */
export interface BookChart {
  readonly kind: 'line' | 'bar';
  readonly title: string;
  readonly series: readonly { readonly name: string; readonly labels: string; readonly values: string }[];
  readonly format: string;
  /** Where its upper left corner is, from 0. */
  readonly row: number;
  readonly column: number;
}

export interface BookSheet {
  /** What Excel does not allow in it is replaced. */
  readonly name: string;
  readonly rows: readonly (readonly BookCell[])[];
  /** In characters of Excel. */
  readonly widths: readonly number[];
  /** Rows that stay in view. */
  readonly stickyRows?: number;
  readonly charts?: readonly BookChart[];
}

const MAX_SHEET_NAME = 31;
/** Excel refuses a workbook with a longer text in a cell. */
const MAX_CELL_LENGTH = 32_767;
/** What Excel would take for an escaped character unless its underscore is escaped in turn. */
const ESCAPE_LIKE = /_x[0-9a-f]{4}_/gi;
const fills = { head: 'E8EEF7', mark: 'FFC7CE' } as const;
const chartRows = 16;
const chartColumns = 5;

/** An XLSX workbook. Text is never a formula (`neutralise`) nor holds what XML cannot; numbers are written as numbers. */
export async function writeWorkbook(sheets: readonly BookSheet[]): Promise<Uint8Array> {
  return writeXlsx({ sheets: sheets.map(sheetOf) });
}

function sheetOf({ name, rows, widths, stickyRows = 0, charts = [] }: BookSheet): WriteSheet {
  const cells = new Map<string, Partial<Cell>>();
  rows.forEach((row, at) => row.forEach((cell, column) => cells.set(`${at},${column}`, cellOf(cell))));
  return {
    name: sheetName(name),
    rows: rows.map((row) => row.map(({ value, formula }) => (formula === undefined ? valueOf(value) : null))),
    cells,
    columns: widths.map((width) => ({ width })),
    pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    ...(stickyRows > 0 && { freezePane: { rows: stickyRows } }),
    ...(charts.length > 0 && { charts: charts.map(chartOf) }),
  };
}

function cellOf({ value, formula, ...look }: BookCell): Partial<Cell> {
  const style = styleOf(look);
  if (formula !== undefined) return { type: 'formula', formula, formulaResult: valueOf(value), style };
  return { value: valueOf(value), style };
}

function styleOf({ format, isBold, isWrapped, fill }: Omit<BookCell, 'value' | 'formula'>): CellStyle {
  return {
    ...(format !== undefined && { numFmt: format }),
    ...(isBold && { font: { bold: true } }),
    ...(isWrapped && { alignment: { wrapText: true, vertical: 'top' as const } }),
    ...(fill && { fill: { type: 'pattern' as const, pattern: 'solid' as const, fgColor: { rgb: fills[fill] } } }),
  };
}

function valueOf(value: OutputValue): string | number | boolean | null {
  if (typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))) return value;
  const text = safeText(value).slice(0, MAX_CELL_LENGTH).replace(ESCAPE_LIKE, '_x005F$&');
  return text === '' ? null : text;
}

const chartOf = ({ kind, title, series, format, row, column }: BookChart): SheetChart => ({
  type: kind,
  title: stripUnsafe(title),
  titleFontSize: 11,
  series: series.map(({ name, labels, values }) => ({ name: stripUnsafe(name), categories: labels, values })),
  axes: { y: { numberFormat: { formatCode: format } } },
  ...(series.length > 1 ? { legend: 'bottom' as const } : { legend: false as const }),
  anchor: { from: { row, col: column }, to: { row: row + chartRows, col: column + chartColumns } },
});

function sheetName(name: string): string {
  const allowed = stripUnsafe(name)
    .replace(/[[\]:*?/\\]/g, ' ')
    .replace(/^'+|'+$/g, '')
    .trim();
  return allowed.slice(0, MAX_SHEET_NAME) || 'Sheet1';
}
