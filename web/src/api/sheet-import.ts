import { languageNow } from '../i18n/i18n';
import type { Problem } from './problem';

export type SheetKind = 'surplus' | 'attendance' | 'lots' | 'external';

/** What is wrong with a cell; without a header it is about the whole row. */
export interface SheetFault {
  /** The row in the file that was sent, the header's row being counted. */
  readonly line: number;
  readonly header: string;
  readonly message: string;
}

export interface SheetRow {
  readonly line: number;
  readonly cells: readonly string[];
}

export interface SheetAnswer {
  readonly rows: number;
  readonly accepted: number;
  readonly refused: number;
  readonly heads: number;
  readonly written: boolean;
  readonly unknownHeaders: readonly string[];
  /** The first 200. */
  readonly errors: readonly SheetFault[];
  readonly table: {
    readonly headers: readonly string[];
    readonly rows: readonly SheetRow[];
    /** The table is too long to be repaired here. */
    readonly isCut: boolean;
  };
}

interface SheetOptions {
  /** Where below /imports it goes. */
  readonly to: string;
  /** Says what would happen; nothing is written. */
  readonly dryRun: boolean;
  /** One key for one import: a second press does not write it twice. */
  readonly key: string;
  readonly offline: string;
}

/** Sends a spreadsheet to the API, which alone reads spreadsheets. Resolves to its findings, or to why it took none of it. */
export async function sendSheet(
  file: File,
  options: SheetOptions,
): Promise<SheetAnswer | { readonly problem: Problem }> {
  const { to, dryRun, key, offline } = options;
  const body = new FormData();
  body.set('file', file);
  try {
    const response = await fetch(`/imports/${to}?table=true&dryRun=${String(dryRun)}`, {
      method: 'POST',
      headers: { 'accept-language': languageNow(), 'idempotency-key': key },
      body,
    });
    const answer = (await response.json()) as SheetAnswer | { readonly error?: { code?: string; message?: string } };
    if (response.ok && 'rows' in answer) return answer;
    const { code = 'INTERNAL', message = offline } = ('error' in answer && answer.error) || {};
    return { problem: { code, message, fields: new Map() } };
  } catch {
    // No line, or an answer that some box on the way made: what was typed stays, and one tries again.
    return { problem: { code: 'OFFLINE', message: offline, fields: new Map() } };
  }
}
