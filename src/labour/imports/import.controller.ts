import { createHash } from 'node:crypto';
import type { MultipartFile } from '@fastify/multipart';
import { Controller, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow } from '../../platform/auth/allow.decorator.js';
import type { RequestContext } from '../../platform/auth/request-context.js';
import { Ctx, Me } from '../../platform/auth/request-viewer.js';
import type { EnterpriseViewer } from '../../platform/auth/viewer.js';
import { codeOf, RefusedError } from '../../platform/errors/index.js';
import { type Language, render } from '../../platform/i18n/message.js';
import { type RawTable, writeErrorReport } from '../../platform/spreadsheet/index.js';
import { describeFault, fileMessage, importMessages } from './import.messages.js';
import { type ImportOptions, type ImportResult, Imports } from './import.service.js';

const shownFaults = 200;
/** Of a table that a caller repairs: enough for 10,000 rows of 200 characters, and still what a browser can keep. */
const shownCharacters = 2_000_000;
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Spreadsheets by upload: `POST /imports/needs` and `POST /imports/surplus`, multipart field `file`. */
@Controller('imports')
export class ImportController {
  constructor(private readonly imports: Imports) {}

  @Post(':kind')
  @Allow({ to: ['enterprise'], owns: 'needs and surplus of the viewer’s enterprise', scope: 'import:write' })
  async upload(
    @Param('kind') kind: string,
    @Query() query: Readonly<Record<string, string | undefined>>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Me() viewer: EnterpriseViewer,
    @Ctx() { language }: RequestContext,
  ): Promise<void> {
    const options = { ...optionsOf(query), enterpriseId: viewer.enterpriseId };
    await answerImport(reply, query, language, async () => {
      const { bytes, name } = await uploadedFile(request);
      const key = idempotencyKeyOf(request, bytes, options);
      return this.imports.once(viewer, oneOf('kind', kind, ['needs', 'surplus']), bytes, name, options, key);
    });
  }
}

/** Runs an import and answers its result in the form that the query asks for. */
export async function answerImport(
  reply: FastifyReply,
  query: Readonly<Record<string, string | undefined>>,
  language: Language,
  run: () => Promise<ImportResult>,
): Promise<void> {
  // Looked at before anything is written: a caller that asks for what does not exist has written nothing.
  const report = oneOf('report', query['report'] ?? 'json', ['json', 'xlsx']);
  const hasTable = oneOf('table', query['table'] ?? 'false', ['true', 'false']) === 'true';
  const result = await run();
  const summary = { ...summaryOf(result, language), ...(hasTable && { table: tableOf(result.table) }) };
  await (report === 'xlsx' ? sendReport(reply, result, language) : reply.status(200).send(summary));
}

export function optionsOf(query: Readonly<Record<string, string | undefined>>): Pick<ImportOptions, 'dryRun' | 'mode'> {
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

function oneOf<const T extends string>(name: string, value: string, choices: readonly T[]): T {
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

export async function uploadedFile(request: FastifyRequest): Promise<{ bytes: Uint8Array; name: string }> {
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
export function idempotencyKeyOf(request: FastifyRequest, bytes: Uint8Array, options: object): string {
  const given = request.headers['idempotency-key'];
  const digest = createHash('sha256').update(bytes).update(JSON.stringify(options)).digest('hex');
  return typeof given === 'string' && /^[\x21-\x7e]{8,100}$/.test(given) ? given : `file-${digest}`;
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
