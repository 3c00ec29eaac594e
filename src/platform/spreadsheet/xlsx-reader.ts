import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { types } from 'node:util';
import type { CellValue } from 'read-excel-file/universal';
import { dateText, plainNumber } from './cell-text.js';
import type { ReadLimits } from './read-limits.js';
import type { SheetRow } from './sheet-row.js';
import { unreadable } from './spreadsheet.errors.js';
import { openWorkbook, type SafeWorkbook } from './xlsx-archive.js';

/** What the parsing process sends of a cell. Whole numbers of 16 digits and more come as text, since no number holds them. */
type ParsedCell = Exclude<CellValue, DateConstructor> | Date | null;

/**
 * The parsing process, as source: one file less to find, in a build as in a test. It answers with the rows that
 * hold anything, at most three more than allowed (title, header, excess), or with the text of what went wrong.
 */
const parserSource = `
process.once('message', ({ parser, archive, sheet, maxRows }) => {
  const { readSheet } = require(parser);
  const parseNumber = (text) => /^-?\\d{16,}$/.test(text) || Number.isNaN(Number(text)) ? text : Number(text);
  const filled = (rows) => {
    const result = [];
    for (let at = 0; at < rows.length && result.length < maxRows; at++) {
      const last = rows[at].findLastIndex((cell) => cell !== null && cell !== undefined);
      if (last !== -1) result.push([at + 1, rows[at].slice(0, last + 1)]);
    }
    return result;
  };
  readSheet(new Blob([archive]), sheet, { trim: false, parseNumber })
    .then(filled)
    .then((rows) => process.send(rows), (error) => process.send(String(error)));
});
`;

type ParsedRow = readonly [line: number, cells: readonly ParsedCell[]];

const MAX_PROCESSES = 2;
let running = 0;
const waiting: (() => void)[] = [];

/**
 * The rows of the first visible sheet of an XLSX workbook; rows without content are left out.
 * Numbers are plain text, dates as `dateText` writes them, formulas their last computed value.
 * Throws as `openWorkbook` does, and FILE_UNREADABLE when parsing fails, outgrows its heap or runs out of time ('too-complex').
 */
export async function readXlsx(bytes: Uint8Array, limits: ReadLimits): Promise<readonly SheetRow[]> {
  const workbook = await openWorkbook(bytes, limits);
  const rows = await inTurn(() => parse(workbook, limits));
  return rows.map(([line, cells]) => ({ line, cells: cells.map(cellText) }));
}

function cellText(cell: ParsedCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return plainNumber(cell);
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  return types.isDate(cell) ? dateText(cell) : cell;
}

/** Bounds the memory that uploads can take together: each process may fill its whole heap. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running < MAX_PROCESSES) running++;
  else await new Promise<void>((resolve) => waiting.push(resolve));
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running--;
  }
}

/**
 * A process and not a worker thread, because a thread's heap limit does not hold: an array that grows past it in
 * one step (a cell at row 900,000,000,000) aborts the whole process, and with it everyone's requests.
 */
function parse({ archive, sheet }: SafeWorkbook, limits: ReadLimits): Promise<readonly ParsedRow[]> {
  const child = spawn(process.execPath, [`--max-old-space-size=${limits.maxHeapMb}`, '-e', parserSource], {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    serialization: 'advanced',
    env: {},
  });
  let timer: NodeJS.Timeout | undefined;
  const answer = new Promise<readonly ParsedRow[]>((resolve, reject) => {
    timer = setTimeout(() => reject(unreadable('too-complex')), limits.parseTimeoutMs);
    child.once('message', (message) => {
      if (Array.isArray(message)) resolve(message);
      else reject(unreadable('broken', message));
    });
    child.once('error', reject);
    child.once('exit', () => reject(unreadable('too-complex')));
    child.send(
      { parser: parserPath(), archive, sheet, maxRows: limits.maxRows + 3 },
      (error) => error && reject(error),
    );
  });
  return answer.finally(() => {
    clearTimeout(timer);
    child.kill('SIGKILL');
  });
}

const parserPath = (): string => createRequire(import.meta.url).resolve('read-excel-file/universal');
