import Papa from 'papaparse';
import { type OutputValue, safeText } from './output-text.js';
import { type BookCell, writeWorkbook } from './write-workbook.js';

/** A cell to write; a marked one stands out in XLSX and is like any other in CSV. */
export type OutputCell = OutputValue | { readonly value: OutputValue; readonly marked: true };

export interface OutputSheet {
  /** Of the sheet in XLSX; what Excel does not allow in it is replaced. */
  readonly name: string;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly OutputCell[])[];
}

/** An XLSX workbook of one sheet, its header in view while scrolling. */
export async function writeXlsx({ name, headers, rows }: OutputSheet): Promise<Uint8Array> {
  const header = headers.map((value): BookCell => ({ value, isBold: true, fill: 'head' }));
  const widths = headers.map((text, index) => widthOf(text, rows, index));
  return writeWorkbook([{ name, widths, stickyRows: 1, rows: [header, ...rows.map((row) => row.map(bookCell))] }]);
}

/** A CSV file: UTF-8 with the BOM by which Excel knows it, commas, CRLF; text is never a formula (`neutralise`). */
export function writeCsv(sheet: OutputSheet): Uint8Array {
  const rows = [sheet.headers, ...sheet.rows].map((row) => row.map((cell) => safeText(valueOf(cell))));
  return Buffer.from(`\uFEFF${Papa.unparse(rows, { newline: '\r\n' })}\r\n`);
}

const isMarked = (cell: OutputCell): cell is Extract<OutputCell, object> => typeof cell === 'object' && cell !== null;
const valueOf = (cell: OutputCell): OutputValue => (isMarked(cell) ? cell.value : cell);
const bookCell = (cell: OutputCell): BookCell => ({ value: valueOf(cell), ...(isMarked(cell) && { fill: 'mark' }) });

/** Enough for the longest text among the first rows, a CJK character counting double; in characters of Excel. */
function widthOf(header: string, rows: OutputSheet['rows'], index: number): number {
  const texts = [header, ...rows.slice(0, 100).map((row) => safeText(valueOf(row[index])))];
  const widths = texts.map((text) =>
    Array.from(text).reduce((sum, character) => sum + (character > '\u2e80' ? 2 : 1), 2),
  );
  return Math.min(Math.max(...widths, 8), 60);
}
