import { Injectable } from '@nestjs/common';
import { Fresh } from '../../platform/cache/fresh.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { countTotals, type Totals } from './total.loader.js';

const maxAgeMs = 30_000;

/** What the front page shows of the whole platform. Each process counts twice a minute at most, however many ask. */
@Injectable()
export class PublicTotals {
  private readonly fresh: Fresh<Totals>;

  constructor(db: Database, clock: Clock) {
    this.fresh = new Fresh(clock, maxAgeMs, () => countTotals(db.reader, clock.today()));
  }

  /** At most thirty seconds old. */
  get(): Promise<Totals> {
    return this.fresh.get();
  }
}
