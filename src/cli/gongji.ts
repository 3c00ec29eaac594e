#!/usr/bin/env node
import 'reflect-metadata';
import { Command } from 'commander';

/** Each command is loaded when it is asked for: `solve` need not wait for what `up` brings along. */
const commands: ReadonlyMap<string, () => Promise<Command>> = new Map([
  ['up', async () => (await import('./up.command.js')).upCommand()],
  ['migrate', async () => (await import('./migrate.command.js')).migrateCommand()],
  ['demo', async () => (await import('./demo.command.js')).demoCommand()],
  ['import', async () => (await import('./import.command.js')).importCommand()],
  ['solve', async () => (await import('./solve.command.js')).solveCommand()],
  ['keys', async () => (await import('./keys.command.js')).keysCommand()],
  ['verify', async () => (await import('./verify.command.js')).verifyCommand()],
  ['docs', async () => (await import('./docs.command.js')).docsCommand()],
]);

const program = new Command('gongji').description('Gongji 共济: run it, fill it, look after it').showHelpAfterError();
const asked = commands.get(process.argv[2] ?? '');
for (const load of asked ? [asked] : commands.values()) program.addCommand(await load());

try {
  await program.parseAsync();
} catch (error) {
  const { wordsFor } = await import('./fault.js');
  console.error(wordsFor(error));
  process.exitCode = 1;
}
