import { loadProcesses } from '../capacity/index.js';
import { loadReferenceData } from '../directory/index.js';
import { loadMaterialKinds } from '../materials/index.js';
import { withDatabase } from './with-database.js';

/** Loads or refreshes regions, industries, occupations, certificates, kinds of materials and processes of a migrated database. */
export async function loadReferenceInto(databaseUrl: string): Promise<void> {
  await withDatabase(databaseUrl, async (db) => {
    await loadReferenceData(db);
    await loadMaterialKinds(db);
    await loadProcesses(db);
  });
}
