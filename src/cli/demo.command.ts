import { Command } from 'commander';
import { surplusPublished } from '../labour/index.js';
import { Clock } from '../platform/clock/clock.js';
import { Config } from '../platform/config/config.js';
import { migrate } from '../platform/database/migrate.js';
import { newId } from '../platform/ids/ids.js';
import { joinDatabaseServer } from './database-server.js';
import { withContext } from './with-application.js';
import { withDatabase } from './with-database.js';
import { type DemoSummary, isEmpty, loadDemo } from './demo/demo-region.js';
import { demoToolsOf } from './demo/demo-tools.js';
import { loadReferenceInto } from './reference.js';

/** Loads the demo region into a migrated database if nothing is in it; undefined when something is. */
export async function loadDemoIfEmpty(url: string, config: Config): Promise<DemoSummary | undefined> {
  return withDatabase(url, async (db) => {
    if (!(await isEmpty(db))) return undefined;
    const summary = await withContext(url, config, (app) => loadDemo(demoToolsOf(app), app.get(Clock).today()));
    // The loader writes rows, not events; this one makes the first matching.
    const { name, payload } = surplusPublished({ listingId: null, regionIds: ['GB2260:350500'] });
    await db.rows('INSERT INTO outbox_event (id, name, payload) VALUES ($1, $2, $3)', [
      newId(),
      name,
      JSON.stringify(payload),
    ]);
    return summary;
  });
}

/** `gongji demo`: fills an empty database with the demo region. */
export function demoCommand(): Command {
  return new Command('demo').description('load the demo region into an empty database').action(async () => {
    const config = Config.fromEnvironment();
    const server = await joinDatabaseServer(config);
    try {
      await migrate(server.url);
      await loadReferenceInto(server.url);
      const summary = await loadDemoIfEmpty(server.url, config);
      console.log(summary ? JSON.stringify(summary, null, 2) : 'The database is not empty; nothing was loaded.');
    } finally {
      await server.stop();
    }
  });
}
