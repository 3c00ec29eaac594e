#!/usr/bin/env node
import 'reflect-metadata';
import { Command } from 'commander';
import { ConfigError } from '../platform/config/settings.js';
import { EmbeddedServerError } from '../platform/database/embedded/index.js';
import { demoCommand } from './demo.command.js';
import { docsCommand } from './docs.command.js';
import { importCommand } from './import.command.js';
import { migrateCommand } from './migrate.command.js';
import { StartError, upCommand } from './up.command.js';

const program = new Command('gongji').description('Gongji 共济: run it, fill it, look after it').showHelpAfterError();
for (const command of [upCommand(), migrateCommand(), demoCommand(), importCommand(), docsCommand()])
  program.addCommand(command);

try {
  await program.parseAsync();
} catch (error) {
  // Faults that the person at the keyboard can mend get words; anything else is a bug and keeps its stack.
  if (error instanceof EmbeddedServerError) console.error(`${error.code}: ${error.message}\n${error.hint}`);
  else if (error instanceof ConfigError || error instanceof StartError) console.error(error.message);
  else console.error(error);
  process.exitCode = 1;
}
