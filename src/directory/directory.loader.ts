import type { Database } from '../platform/database/database.js';
import { upsertCertificates } from './certificates/certificate.loader.js';
import { upsertIndustries } from './industries/industry.loader.js';
import { industryScheme } from './industries/industry.service.js';
import { replaceSubstitutes, upsertOccupations } from './occupations/occupation.loader.js';
import { occupationScheme } from './occupations/occupation.service.js';
import {
  certificateRows,
  industryRows,
  occupationRows,
  occupationSubstituteRows,
  regionRows,
} from './reference/reference-data.js';
import { upsertRegions } from './regions/region.loader.js';
import { regionScheme } from './regions/region.service.js';
import { idOfCode } from './taxonomies/taxonomy.rules.js';

/**
 * Brings the catalogues that ship with the product up to date, after migrations and before anything serves. One
 * transaction; processes that start together wait for the first; rows that did not change are not written.
 */
export async function loadReferenceData(db: Database): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtext('directory reference data'))`);
    await upsertRegions(
      tx,
      regionRows().map((row) => ({ ...row, scheme: regionScheme, parentId: parentOf(regionScheme, row.parentCode) })),
    );
    await upsertIndustries(
      tx,
      industryRows().map((row) => ({
        ...row,
        scheme: industryScheme,
        parentId: parentOf(industryScheme, row.parentCode),
      })),
    );
    await upsertOccupations(
      tx,
      occupationRows().map((row) => ({ ...row, scheme: occupationScheme })),
    );
    await replaceSubstitutes(tx, occupationScheme, occupationSubstituteRows().map(substituteById));
    await upsertCertificates(tx, certificateRows());
  });
}

function parentOf(scheme: string, code: string | null): string | null {
  return code === null ? null : idOfCode({ scheme, code });
}

function substituteById({
  occupation,
  substitute,
  penalty,
}: {
  occupation: string;
  substitute: string;
  penalty: number;
}) {
  return {
    occupationId: idOfCode({ scheme: occupationScheme, code: occupation }),
    substituteId: idOfCode({ scheme: occupationScheme, code: substitute }),
    penalty,
  };
}
