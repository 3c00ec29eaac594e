import Papa from 'papaparse';
import writeExcelFile, { type CellObject } from 'write-excel-file/node';
import { neutralise, plainNumber, stripUnsafe } from './cell-text.js';

export type OutputValue = string | number | boolean | null | undefined;

/** A cell to write; a marked one stands out in XLSX and is like any other in CSV. */
export type OutputCell = OutputValue | { readonly value: OutputValue; readonly marked: true };

export interface OutputSheet {
  /** Of the sheet in XLSX; what Excel does not allow in it is replaced. */
  readonly name: string;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly OutputCell[])[];
}

const MAX_SHEET_NAME = 31;
/** Excel refuses a workbook with a longer text in a cell. */
const MAX_CELL_LENGTH = 32_767;
/** What Excel would take for an escaped character unless its underscore is escaped in turn. */
const ESCAPE_LIKE = /_x[0-9a-f]{4}_/gi;
const HEADER_COLOUR = '#E8EEF7';
const MARK_COLOUR = '#FFC7CE';

/**
 * An XLSX workbook of one sheet, its header in view while scrolling. Text is never a formula (`neutralise`) nor
 * holds what XML cannot; numbers are written as numbers.
 */
export async function writeXlsx(sheet: OutputSheet): Promise<Uint8Array> {
  const header = sheet.headers.map((text): CellObject => ({
    ...xlsxCell(text),
    fontWeight: 'bold',
    backgroundColor: HEADER_COLOUR,
  }));
  const rows = sheet.rows.map((row) => row.map(xlsxCell));
  const columns = sheet.headers.map((text, index) => ({ width: widthOf(text, sheet.rows, index) }));
  return writeExcelFile([header, ...rows], { sheet: sheetName(sheet.name), stickyRowsCount: 1, columns }).toBuffer();
}

/** A CSV file: UTF-8 with the BOM by which Excel knows it, commas, CRLF; text is never a formula (`neutralise`). */
export function writeCsv(sheet: OutputSheet): Uint8Array {
  const rows = [sheet.headers, ...sheet.rows].map((row) => row.map((cell) => safeText(valueOf(cell))));
  return Buffer.from(`\uFEFF${Papa.unparse(rows, { newline: '\r\n' })}\r\n`);
}

const valueOf = (cell: OutputCell): OutputValue => (typeof cell === 'object' && cell !== null ? cell.value : cell);

function safeText(value: OutputValue): string {
  if (typeof value === 'number') return plainNumber(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return neutralise(stripUnsafe(value ?? ''));
}

function xlsxCell(cell: OutputCell): CellObject {
  const value = valueOf(cell);
  const mark = typeof cell === 'object' && cell !== null ? { backgroundColor: MARK_COLOUR } : {};
  if (typeof value === 'number' && Number.isFinite(value)) return { value, type: Number, ...mark };
  if (typeof value === 'boolean') return { value, type: Boolean, ...mark };
  const text = sharable(safeText(value).slice(0, MAX_CELL_LENGTH).replace(ESCAPE_LIKE, '_x005F$&'));
  return text === '' ? mark : { value: text, type: String, ...mark };
}

/** The writer keeps texts as keys of a plain object, where `constructor` and its like are there already: these go escaped. */
function sharable(text: string): string {
  return text in {} ? `_x${text.charCodeAt(0).toString(16).padStart(4, '0')}_${text.slice(1)}` : text;
}

function sheetName(name: string): string {
  const allowed = stripUnsafe(name)
    .replace(/[[\]:*?/\\]/g, ' ')
    .replace(/^'+|'+$/g, '')
    .trim();
  return allowed.slice(0, MAX_SHEET_NAME) || 'Sheet1';
}

/** Enough for the longest text among the first rows, a CJK character counting double; in characters of Excel. */
function widthOf(header: string, rows: OutputSheet['rows'], index: number): number {
  const texts = [header, ...rows.slice(0, 100).map((row) => safeText(valueOf(row[index])))];
  const widths = texts.map((text) =>
    Array.from(text).reduce((sum, character) => sum + (character > '\u2e80' ? 2 : 1), 2),
  );
  return Math.min(Math.max(...widths, 8), 60);
}
