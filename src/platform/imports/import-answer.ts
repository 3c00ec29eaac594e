import { createHash } from 'node:crypto';
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { codeOf, RefusedError } from '../errors/index.js';
import { type Language, render } from '../i18n/message.js';
import { type RawTable, writeErrorReport } from '../spreadsheet/index.js';
import { describeFault, fileMessage, importMessages } from './import.messages.js';
import type { ImportMode, ImportResult } from './import-result.js';

const shownFaults = 200;
/** Of a table that a caller repairs: enough for 10,000 rows of 200 characters, and still what a browser can keep. */
const shownCharacters = 2_000_000;
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

type Query = Readonly<Record<string, string | undefined>>;

/** A request that brings a spreadsheet, as multipart field `file`. */
interface Upload {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly query: Query;
  readonly language: Language;
  /** Whose rows they become: an enterprise, a series. */
  readonly ownerId: string;
}

/** A spreadsheet that was uploaded, and how it is to be taken in. */
interface Sheet {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly options: ImportMode;
  readonly idempotencyKey: string;
  /** Whether the caller chose the key; else it is made of the file. */
  readonly isOwnKey: boolean;
}

/** Has what was uploaded taken in, and answers the result in the form that the query asks for. */
export async function answerUpload(
  { request, reply, query, language, ownerId }: Upload,
  run: (sheet: Sheet) => Promise<ImportResult>,
): Promise<void> {
  // Looked at before anything is written: a caller that asks for what does not exist has written nothing.
  const options = optionsOf(query);
  const report = oneOf('report', query['report'] ?? 'json', ['json', 'xlsx']);
  const hasTable = oneOf('table', query['table'] ?? 'false', ['true', 'false']) === 'true';
  const { bytes, name } = await uploadedFile(request);
  const key = idempotencyKeyOf(request, bytes, { ...options, ownerId });
  const result = await run({ bytes, name, options, ...key });
  const summary = { ...summaryOf(result, language), ...(hasTable && { table: tableOf(result.table) }) };
  await (report === 'xlsx' ? sendReport(reply, result, language) : reply.status(200).send(summary));
}

/** How to import, as the query says. */
function optionsOf(query: Query): ImportMode {
  return {
    dryRun: oneOf('dryRun', query['dryRun'] ?? 'false', ['true', 'false']) === 'true',
    mode: oneOf('mode', query['mode'] ?? 'all', ['all', 'good']),
  };
}

/** The table as it was read; `isCut` where it is too long to be answered whole. */
function tableOf({ headers, rows }: RawTable): Pick<RawTable, 'headers' | 'rows'> & { readonly isCut: boolean } {
  let characters = 0;
  const cutAt = rows.findIndex(({ cells }) => {
    characters += cells.reduce((sum, cell) => sum + cell.length, cells.length);
    return characters > shownCharacters;
  });
  return { headers, rows: cutAt < 0 ? rows : rows.slice(0, cutAt), isCut: cutAt >= 0 };
}

/** The choice that a parameter names; VALIDATION_FAILED at its name otherwise. */
export function oneOf<const T extends string>(name: string, value: string, choices: readonly T[]): T {
  const found = choices.find((choice) => choice === value);
  if (!found)
    throw new RefusedError({
      code: 'VALIDATION_FAILED',
      message: importMessages.badOption,
      params: { name },
      field: name,
    });
  return found;
}

/** The file of the multipart field `file`; VALIDATION_FAILED where there is none, or it is too large. */
async function uploadedFile(request: FastifyRequest): Promise<{ bytes: Uint8Array; name: string }> {
  const noFile = { code: 'VALIDATION_FAILED' as const, message: importMessages.noFile, field: 'file' };
  if (!request.isMultipart()) throw new RefusedError(noFile);
  const file: MultipartFile | undefined = await request.file();
  if (!file) throw new RefusedError(noFile);
  try {
    return { bytes: await file.toBuffer(), name: file.filename };
  } catch (error) {
    if (codeOf(error) !== 'FST_REQ_FILE_TOO_LARGE') throw error;
    throw new RefusedError({ code: 'VALIDATION_FAILED', message: fileMessage('FILE_TOO_LARGE'), field: 'file' });
  }
}

/** The caller's own key, or one made of the file: the same file twice in a row is one import. */
function idempotencyKeyOf(
  request: FastifyRequest,
  bytes: Uint8Array,
  options: object,
): Pick<Sheet, 'idempotencyKey' | 'isOwnKey'> {
  const given = request.headers['idempotency-key'];
  const digest = createHash('sha256').update(bytes).update(JSON.stringify(options)).digest('hex');
  const own = typeof given === 'string' && /^[\x21-\x7e]{8,100}$/.test(given) ? given : undefined;
  return { idempotencyKey: own ?? `file-${digest}`, isOwnKey: own !== undefined };
}

function summaryOf(
  { rows, accepted, refused, heads, faults, unknownHeaders, written }: ImportResult,
  language: Language,
) {
  const errors = faults.slice(0, shownFaults).map((fault) => ({
    line: fault.line,
    column: fault.column,
    header: fault.header,
    code: fault.code,
    message: describeFault(fault, language),
  }));
  return { rows, accepted, refused, heads, written, unknownHeaders, errors };
}

async function sendReport(reply: FastifyReply, { table, faults }: ImportResult, language: Language): Promise<void> {
  const bytes = await writeErrorReport(table, faults, {
    describe: (fault) => describeFault(fault, language),
    sheetName: render(importMessages.reportSheet, language),
    headers: {
      line: render(importMessages.reportLine, language),
      errors: render(importMessages.reportErrors, language),
    },
  });
  await reply
    .status(200)
    .header('content-type', xlsx)
    .header('content-disposition', 'attachment; filename="errors.xlsx"')
    .send(Buffer.from(bytes));
}
