import { Injectable } from '@nestjs/common';
import { Occupations, Regions } from '../../directory/index.js';
import type { Viewer } from '../../platform/auth/viewer.js';
import { Clock, DAY_MS } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import type { WageHintArgs } from './wage-hint.input.js';
import { wageSamples } from './wage-hint.loader.js';
import { nearestSample, type WageSample } from './wage-hint.rules.js';

const recentDays = 90;

/** What others pay for the same work nearby. */
@Injectable()
export class WageHints {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly occupations: Occupations,
    private readonly regions: Regions,
  ) {}

  /** undefined where too few pay for it to tell. VALIDATION_FAILED for an occupation or region that nobody knows. */
  async find(viewer: Viewer, args: WageHintArgs): Promise<WageSample | undefined> {
    await this.occupations.require(this.db.reader, args.occupationId, 'occupationId');
    await this.regions.require(this.db.reader, args.regionId, 'regionId');
    // A host's own wages would help it to tell the others' apart.
    const except = viewer.kind === 'enterprise' ? viewer.enterpriseId : null;
    return nearestSample(await wageSamples(this.db.reader, args, except, this.clock.in(-recentDays * DAY_MS)));
  }
}
