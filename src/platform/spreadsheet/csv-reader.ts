import { TextDecoder, types } from 'node:util';
import Papa from 'papaparse';
import { maxScannedRows, type ReadLimits } from './read-limits.js';
import type { SheetRow } from './sheet-row.js';
import { SpreadsheetError, unreadable } from './spreadsheet.errors.js';

export type TextEncoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';

const delimiters = [',', ';', '\t'] as const;
/** More control characters than this share of the beginning, and the file is no text. */
const MAX_CONTROL_SHARE = 0.05;
const CONTROL_SAMPLE = 4096;

/**
 * The rows of a CSV file; rows without content are left out. `line` counts records, as a spreadsheet that opens
 * the file would. Throws FILE_UNREADABLE ('encoding', 'binary', 'quotes' with its line) or TOO_MANY_ROWS.
 */
export function readCsv(bytes: Uint8Array, limits: ReadLimits): { rows: readonly SheetRow[]; encoding: TextEncoding } {
  const { text, encoding } = decode(bytes);
  const lines = text.replace(/\r\n?/g, '\n');
  const declared = /^sep=([,;\t])\n/i.exec(lines);
  const skipped = declared ? 1 : 0;
  const { data, errors, meta } = Papa.parse<string[]>(lines.slice(declared?.[0].length ?? 0), {
    delimiter: declared?.[1] ?? guessDelimiter(lines),
    newline: '\n',
    preview: maxScannedRows(limits),
  });
  const quotes = errors.find(({ type }) => type === 'Quotes');
  if (quotes) {
    const line = quotes.row === undefined ? {} : { line: quotes.row + 1 + skipped };
    throw new SpreadsheetError({ code: 'FILE_UNREADABLE', params: { reason: 'quotes', ...line } });
  }
  if (meta.truncated) throw new SpreadsheetError({ code: 'TOO_MANY_ROWS', params: { maxRows: limits.maxRows } });
  const rows = data
    .map((cells, index) => ({ line: index + 1 + skipped, cells }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  return { rows, encoding };
}

/** UTF-8 if it is UTF-8 throughout, else GB18030, which Excel in China writes; UTF-16 only where a BOM says so. */
function decode(bytes: Uint8Array): { text: string; encoding: TextEncoding } {
  const candidates = encodingsToTry(bytes);
  for (const encoding of candidates) {
    const text = decodeAs(encoding, bytes);
    if (text === undefined) continue;
    if (isBinary(text)) throw unreadable('binary');
    return { text, encoding };
  }
  throw unreadable('encoding');
}

function encodingsToTry(bytes: Uint8Array): readonly TextEncoding[] {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return ['utf-16le'];
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return ['utf-16be'];
  return ['utf-8', 'gb18030'];
}

function decodeAs(encoding: TextEncoding, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (types.isNativeError(error) && 'code' in error && error.code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
      return undefined;
    throw error;
  }
}

function isBinary(text: string): boolean {
  const sample = text.slice(0, CONTROL_SAMPLE);
  // eslint-disable-next-line no-control-regex -- counting them is the point
  const controls = sample.match(/[\u0000-\u0008\u000b\u000e-\u0019\u001b-\u001f]/g)?.length ?? 0;
  return controls > 4 && controls > sample.length * MAX_CONTROL_SHARE;
}

/** The delimiter that the first line with content holds most often outside quotes; the comma where none occurs. */
function guessDelimiter(text: string): string {
  const start = text.search(/\S/);
  const counts = new Map<string, number>(delimiters.map((delimiter) => [delimiter, 0]));
  let isQuoted = false;
  for (let at = Math.max(start, 0); at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '"') isQuoted = !isQuoted;
    else if (isQuoted) continue;
    else if (character === '\n') break;
    else if (counts.has(character)) counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  return best?.[0] ?? ',';
}
