import { loadReferenceData } from '../directory/index.js';
import { withDatabase } from './with-database.js';

/** Loads or refreshes regions, industries, occupations and certificates of a migrated database. */
export async function loadReferenceInto(databaseUrl: string): Promise<void> {
  await withDatabase(databaseUrl, (db) => loadReferenceData(db));
}
