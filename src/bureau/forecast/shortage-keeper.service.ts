import { Injectable } from '@nestjs/common';
import { Clock, type LocalDate } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { regionsUpwards } from '../rollups/regions-upwards.js';
import { findSumsBelow, keepShortages } from './kept-shortage.loader.js';
import { countOwnShortages } from './shortage.loader.js';
import { addSums, keptSpan, type ShortageSums, sumsOfCells } from './shortage-sums.rules.js';

/** Keeps the sums that forecasts are made from. A region is always counted anew, never moved by a difference. */
@Injectable()
export class ShortageKeeper {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Counts the regions that changed, and all of them on a new day, with those above; answers how many. Safe twice and at once. */
  async keep(): Promise<number> {
    const today = this.clock.today();
    const [noted] = await this.db.rows<{ last: string | null; regions: readonly string[] }>(
      `SELECT (SELECT max(id) FROM shortage_change) AS last, ARRAY(
         SELECT region_id FROM shortage_change UNION SELECT region_id FROM shortage_panel WHERE as_of <> $1) AS regions`,
      [today],
    );
    const { last = null, regions = [] } = noted ?? {};
    const above = await this.db.rows<{ id: string }>(regionsUpwards('SELECT unnest($1::text[])'), [regions]);
    for (const { id } of above) await this.count(id, today);
    if (last !== null) await this.db.rows('DELETE FROM shortage_change WHERE id <= $1', [last]);
    if (above.length > 0) await this.db.rows(`SELECT pg_notify('live', 'indicators')`);
    return above.length;
  }

  /** A region, once those below it are counted. */
  private async count(regionId: string, asOf: LocalDate): Promise<void> {
    await this.db.transaction(async (tx) => {
      // Of two that count at once the second reads what the first has written, so that nothing older comes last.
      await tx.query(`SELECT pg_advisory_xact_lock(hashtext('shortages'))`);
      const sums = new Map<string, ShortageSums>(await countOwnShortages(tx, regionId, asOf));
      for (const { key, ...below } of await findSumsBelow(tx, regionId)) {
        const own = sums.get(key);
        sums.set(key, own ? addSums(own, below) : below);
      }
      const together = [...sums.values()].reduce(addSums, sumsOfCells([], keptSpan));
      await keepShortages(tx, regionId, { sums, together }, { asOf, countedAt: this.clock.now() });
    });
  }
}
