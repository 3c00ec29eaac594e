import { Command } from 'commander';
import { Config } from '../platform/config/config.js';
import { migrate } from '../platform/database/migrate.js';
import { joinDatabaseServer } from './database-server.js';
import { loadReferenceInto } from './reference.js';

/** `gongji migrate`: the one deployment step that changes the schema; safe to repeat and to run side by side. */
export function migrateCommand(): Command {
  return new Command('migrate')
    .description('bring the database up to date: schema and reference data')
    .action(async () => {
      const server = await joinDatabaseServer(Config.fromEnvironment());
      try {
        const applied = await migrate(server.url);
        await loadReferenceInto(server.url);
        console.log(applied.length === 0 ? 'The database is up to date.' : `Applied: ${applied.join(', ')}`);
      } finally {
        await server.stop();
      }
    });
}
