import { cleanCell } from './cell-text.js';
import { readCsv, type TextEncoding } from './csv-reader.js';
import { defaultLimits, type ReadLimits } from './read-limits.js';
import type { SheetRow } from './sheet-row.js';
import { SpreadsheetError, unreadable } from './spreadsheet.errors.js';
import { readXlsx } from './xlsx-reader.js';

/** A file's table as text. Every cell has been through `cleanCell`. */
export interface RawTable {
  /** The upload's own name without folders, for reports; nothing is decided by it. */
  readonly fileName: string;
  readonly format: 'xlsx' | 'csv';
  /** Of an XLSX always utf-8. */
  readonly encoding: TextEncoding;
  /** In the file's order, an empty text where a column has none; no empty ones at the end. */
  readonly headers: readonly string[];
  /** The header's row in the sheet, from 1. */
  readonly headerLine: number;
  /**
   * Rows with content below the header, with their row in the sheet. At least as many cells as headers; more
   * only if the file has content beyond its last header.
   */
  readonly rows: readonly SheetRow[];
}

/**
 * Reads an XLSX workbook (its first visible sheet) or a CSV file (UTF-8, GB18030, or UTF-16 with a BOM; comma,
 * semicolon or TAB). The content decides which it is, not the name. A title alone in its row above the header
 * is skipped. Throws `SpreadsheetError`.
 */
export async function readTable(
  bytes: Uint8Array,
  fileName: string,
  limits: Partial<ReadLimits> = {},
): Promise<RawTable> {
  const all = { ...defaultLimits, ...limits };
  if (bytes.length > all.maxBytes) {
    throw new SpreadsheetError({ code: 'FILE_TOO_LARGE', params: { bytes: bytes.length, maxBytes: all.maxBytes } });
  }
  if (bytes.length === 0) throw unreadable('empty');
  if (startsWith(bytes, OLE_MAGIC)) throw refuseOle(bytes);
  const name = cleanCell(fileName).split(/[/\\]/).at(-1) ?? '';
  if (!ZIP_MAGICS.some((magic) => startsWith(bytes, magic))) {
    const { rows, encoding } = readCsv(bytes, all);
    return { fileName: name, format: 'csv', encoding, ...tableOf(rows, all) };
  }
  return { fileName: name, format: 'xlsx', encoding: 'utf-8', ...tableOf(await readXlsx(bytes, all), all) };
}

/** "PK", then the mark of an entry, of an empty archive or of a spanned one; "PK" alone may begin a text. */
const ZIP_MAGICS = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x50, 0x4b, 0x05, 0x06],
  [0x50, 0x4b, 0x07, 0x08],
];
const OLE_MAGIC = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean =>
  magic.every((byte, index) => bytes[index] === byte);

/** An OLE container is a workbook with a password, or one in the format of before 2007. */
function refuseOle(bytes: Uint8Array): SpreadsheetError {
  const isEncrypted = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
    Buffer.from('EncryptedPackage', 'utf16le'),
  );
  return isEncrypted
    ? new SpreadsheetError({ code: 'ARCHIVE_REFUSED', params: { reason: 'encrypted' } })
    : unreadable('legacy-format');
}

function tableOf(sheet: readonly SheetRow[], limits: ReadLimits): Pick<RawTable, 'headers' | 'headerLine' | 'rows'> {
  const { maxRows, maxColumns } = limits;
  const filled = sheet
    .map(({ line, cells }) => ({ line, cells: trimmed(cells.slice(0, maxColumns + 1).map(cleanCell)) }))
    .filter(({ cells }) => cells.length > 0);
  const [first, second] = filled;
  if (!first) throw new SpreadsheetError({ code: 'NO_HEADER', params: {} });
  const header = second && isTitle(first) && !isTitle(second) ? second : first;
  const width = header.cells.length;
  if (width > maxColumns) throw new SpreadsheetError({ code: 'TOO_MANY_COLUMNS', params: { maxColumns } });
  const rows = filled.slice(filled.indexOf(header) + 1);
  if (rows.length > maxRows) throw new SpreadsheetError({ code: 'TOO_MANY_ROWS', params: { maxRows } });
  return {
    headers: header.cells,
    headerLine: header.line,
    rows: rows.map(({ line, cells }) => ({ line, cells: padded(cells, width) })),
  };
}

/** One cell alone in its row: above a row of several it is a title such as 花名册, not a header. */
const isTitle = ({ cells }: SheetRow): boolean => cells.filter((cell) => cell !== '').length === 1;

const trimmed = (cells: readonly string[]): readonly string[] =>
  cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1);

const padded = (cells: readonly string[], width: number): readonly string[] =>
  cells.length >= width ? cells : [...cells, ...Array<string>(width - cells.length).fill('')];
