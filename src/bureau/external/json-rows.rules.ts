import { cleanCell, plainNumber } from '../../platform/spreadsheet/cell-text.js';
import type { RawTable } from '../../platform/spreadsheet/index.js';
import type { ExternalFailure } from './external-failure.js';

/** Where a JSON document has the rows, and where each row has its period and its value: JSON pointers (RFC 6901). */
export interface Pointers {
  readonly rowsPointer: string;
  readonly periodPointer: string;
  readonly valuePointer: string;
}

const maxRows = 10_000;

export const isPointer = (text: string): boolean => /^(\/([^~/]|~[01])*)*$/u.test(text);

/** What a pointer leads to; undefined where it leads nowhere. */
export function at(document: unknown, pointer: string): unknown {
  const keys = pointer.split('/').slice(1);
  return keys.reduce<unknown>((value, key) => {
    const name = key.replaceAll('~1', '/').replaceAll('~0', '~');
    if (Array.isArray(value)) return /^(0|[1-9]\d*)$/.test(name) ? (value as unknown[])[Number(name)] : undefined;
    return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
      ? (value as Record<string, unknown>)[name]
      : undefined;
  }, document);
}

/** A JSON document as a table of periods and values, its rows counted from 1; or why there is none. */
export function tableOf(
  text: string,
  { rowsPointer, periodPointer, valuePointer }: Pointers,
): RawTable | ExternalFailure {
  const document = parsed(text);
  if (document === undefined) return 'NOT_JSON';
  const rows = at(document, rowsPointer);
  if (!Array.isArray(rows)) return 'NO_ROWS';
  if (rows.length > maxRows) return 'TOO_MANY_ROWS';
  return {
    ...{ fileName: '', format: 'csv', encoding: 'utf-8', headerLine: 0 },
    headers: ['period', 'value'],
    rows: rows.map((row: unknown, index) => ({
      line: index + 1,
      cells: [cellOf(at(row, periodPointer)), cellOf(at(row, valuePointer))],
    })),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Text of a cell; a list or an object is none. */
function cellOf(value: unknown): string {
  if (typeof value === 'number') return plainNumber(value);
  return typeof value === 'string' ? cleanCell(value.slice(0, 200)) : '';
}
