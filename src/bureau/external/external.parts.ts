import { ExternalImportController } from './external.controller.js';
import { ExternalImport, ExternalSeries } from './external.entity.js';
import { ExternalJobs } from './external.jobs.js';
import { ExternalSeriesResolver } from './external.resolver.js';
import { ExternalFetches } from './external-fetches.service.js';
import { ExternalImportResolver } from './external-import.resolver.js';
import { ExternalReader } from './external-reader.service.js';
import { ExternalRegistry } from './external-registry.service.js';
import { ExternalRuns } from './external-runs.service.js';
import { ExternalUploads } from './external-uploads.service.js';
import { ExternalValues } from './external-values.service.js';
import { JointSeries } from './joint-series.service.js';

/** What the bureau's module is told of external series. */
export const externalParts = {
  controllers: [ExternalImportController],
  entities: [ExternalSeries, ExternalImport],
  providers: [
    ...[ExternalReader, ExternalValues, ExternalRegistry, ExternalUploads, ExternalFetches, ExternalRuns, ExternalJobs],
    ...[JointSeries, ExternalSeriesResolver, ExternalImportResolver],
  ],
};
