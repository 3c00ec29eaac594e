import { DataSource } from 'typeorm';
import { Database } from '../platform/database/database.js';
import { Traces } from '../platform/traces/traces.js';

/** Runs `work` on a plain connection to a database, without the application. */
export async function withDatabase<T>(url: string, work: (db: Database) => Promise<T>): Promise<T> {
  const source = await new DataSource({ type: 'postgres', url }).initialize();
  try {
    return await work(new Database(source, new Traces()));
  } finally {
    await source.destroy();
  }
}
