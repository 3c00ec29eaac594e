import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Command, Option } from 'commander';
import { AppModule } from '../app.module.js';
import { type ImportOptions, Imports } from '../labour/index.js';
import { Markets, MatchRunner, MatchRuns } from '../matching/index.js';
import { system } from '../platform/auth/viewer.js';
import { Config } from '../platform/config/config.js';
import { Database } from '../platform/database/database.js';
import { migrate } from '../platform/database/migrate.js';
import { RefusedError } from '../platform/errors/index.js';
import { describeFault, type ImportResult } from '../platform/imports/index.js';
import { createLogger, NestLogger } from '../platform/logging/logger.js';
import { writeErrorReport } from '../platform/spreadsheet/index.js';
import { joinDatabaseServer } from './database-server.js';
import { printRun } from './first-matching.js';
import { loadReferenceInto } from './reference.js';

interface Flags {
  readonly mapping?: string;
  readonly enterprise?: string;
  readonly createCodes?: boolean;
  readonly dryRun?: boolean;
  readonly goodRowsOnly?: boolean;
  readonly report?: string;
  readonly match?: string;
}

/** `gongji import needs|surplus FILE`: an operator's import, with codes of foreign schemes if told so. */
export function importCommand(): Command {
  return new Command('import')
    .description('import labour needs, or surplus workers as head-counts, from an XLSX or CSV file')
    .argument('<kind>', 'needs, or workers (also: surplus)')
    .argument('<file>', 'XLSX or CSV; UTF-8 or GB18030')
    .option('--mapping <json>', 'file with {"columns": {key: header}, "constants": {key: text}} for foreign headers')
    .option(
      '--enterprise <code>',
      'unified social credit code of the enterprise all rows belong to; else each row names its employer',
    )
    .option('--create-codes', 'make the regions, occupations and employers that the rows name in schemes of their own')
    .option('--dry-run', 'say what would happen, write nothing')
    .option('--good-rows-only', 'write the good rows although others are refused')
    .option('--report <xlsx>', 'write the refused rows with what is wrong with them')
    .addOption(new Option('--match <region>', 'afterwards match the labour market of this region and print the result'))
    .action(importFile);
}

async function importFile(kind: string, file: string, flags: Flags): Promise<void> {
  const config = Config.fromEnvironment();
  const server = await joinDatabaseServer(config);
  try {
    await migrate(server.url);
    await loadReferenceInto(server.url);
    const own = Config.fromEnvironment({ ...process.env, DATABASE_URL: server.url });
    const logger = createLogger('error', 'import');
    const app = await NestFactory.createApplicationContext(AppModule.with(own, logger), {
      logger: new NestLogger(logger),
      abortOnError: false,
    });
    try {
      const db = app.get(Database);
      const options = await optionsOf(db, flags);
      const started = performance.now();
      const imports = app.get(Imports);
      const bytes = await readFile(file);
      const result = await (kind === 'needs'
        ? imports.importNeeds(system, bytes, basename(file), options)
        : imports.importSurplus(system, bytes, basename(file), options));
      // Whoever reads next would plan by tables as small as they were: a market of 100,000 then took minutes to read.
      if (result.written) await db.rows('ANALYZE');
      await tell(kind, file, result, flags, performance.now() - started);
      if (flags.match) await printRun(db, await matchNow(app, flags.match));
    } finally {
      await app.close();
    }
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    console.error(
      error.refusals.map(({ message, params }) => `${message.en} ${params ? JSON.stringify(params) : ''}`).join('\n'),
    );
    process.exitCode = 1;
  } finally {
    await server.stop();
  }
}

/** Does a run of the region's market in this process; answers the run's id. */
async function matchNow(app: INestApplicationContext, regionId: string): Promise<string> {
  const [db, markets, runs] = [app.get(Database), app.get(Markets), app.get(MatchRuns)];
  const runId = await db.transaction(async (tx) => runs.request(tx, await markets.of(tx, regionId), 'manual'));
  await app.get(MatchRunner).execute(runId);
  return runId;
}

async function optionsOf(db: Database, flags: Flags): Promise<ImportOptions> {
  const file = flags.mapping
    ? (JSON.parse(await readFile(flags.mapping, 'utf8')) as {
        columns?: Record<string, string>;
        constants?: Record<string, string>;
      })
    : {};
  const [enterprise] = flags.enterprise
    ? await db.rows<{ id: string }>('SELECT id FROM enterprise WHERE registration_code = $1', [flags.enterprise])
    : [];
  return {
    dryRun: flags.dryRun ?? false,
    mode: flags.goodRowsOnly ? 'good' : 'all',
    mapping: file.columns,
    constants: file.constants,
    enterpriseId: flags.enterprise ? (enterprise?.id ?? '') : undefined,
    createCodes: flags.createCodes,
    allowPast: true,
  };
}

async function tell(kind: string, file: string, result: ImportResult, flags: Flags, ms: number): Promise<void> {
  const { rows, accepted, refused, heads, written, faults, unknownHeaders, table } = result;
  console.log(
    `${basename(file)}: ${rows} ${kind}, ${accepted} accepted (${heads} ${kind === 'needs' ? 'positions' : 'heads'}), ${refused} refused; ${written ? 'written' : 'nothing written'} in ${(ms / 1000).toFixed(1)} s.`,
  );
  if (unknownHeaders.length > 0) console.log(`  columns not used: ${unknownHeaders.join(', ')}`);
  const counts = new Map<string, number>();
  for (const fault of faults) {
    const words = `${fault.header || fault.column}: ${describeFault(fault, 'en')}`;
    counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  for (const [words, count] of counts) console.log(`  ${count} × ${words}`);
  if (!flags.report) return;
  await writeFile(
    flags.report,
    await writeErrorReport(table, faults, {
      describe: (fault) => describeFault(fault, 'en'),
      sheetName: 'errors',
      headers: { line: 'line', errors: 'errors' },
    }),
  );
  console.log(`  refused rows: ${flags.report}`);
}
