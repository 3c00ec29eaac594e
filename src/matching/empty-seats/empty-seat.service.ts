import { Injectable } from '@nestjs/common';
import type { LabourNeedView } from '../../labour/index.js';
import type { BatchLoad } from '../../platform/auth/request-context.js';
import type { Viewer } from '../../platform/auth/viewer.js';
import { Database } from '../../platform/database/database.js';
import type { Substitutes } from '../edges/candidate.js';
import { doableBesides } from '../edges/fits.js';
import { readSubstitutes } from '../runs/snapshot.js';
import { type AskedNeed, readAskedNeeds, readPool, readRegions } from './empty-seat.loader.js';
import { mayAskWhy } from './empty-seat.policy.js';
import { countReasons, type ReasonCount } from './empty-seat.rules.js';

/** Workers looked at for one occupation of one market: enough for a county, and an answer within a second. */
const mostWorkers = 5_000;

export interface EmptySeats {
  readonly seats: number;
  readonly reasons: readonly ReasonCount[];
  /** Every worker was looked at; otherwise the counts are at least so high. */
  readonly isComplete: boolean;
  /** The need's region and all above it. */
  readonly regionIds: readonly string[];
}

/** Of one need, whoever asks. */
type Explained = Omit<EmptySeats, 'regionIds'>;

const nothing: Explained = { seats: 0, reasons: [], isComplete: true };

/** Why seats stay empty, by the rules that the matching itself goes by. */
@Injectable()
export class EmptySeatReasons {
  constructor(private readonly db: Database) {}

  /** By need: needs of one market and occupation share one look at the workers. */
  readonly byNeeds: BatchLoad<EmptySeats> = async (needIds) => {
    const needs = await readAskedNeeds(this.db.reader, needIds);
    const substitutes = await readSubstitutes(this.db.reader);
    const found = new Map<string, Explained>();
    for (const alike of groupAlike(needs)) {
      for (const [needId, seats] of await this.explain(alike, substitutes)) found.set(needId, seats);
    }
    const regions = await readRegions(this.db.reader, needIds);
    return new Map([...regions].map(([id, regionIds]) => [id, { ...(found.get(id) ?? nothing), regionIds }]));
  };

  /** What of it the viewer is told; undefined where the need is not theirs to ask about. */
  shown(viewer: Viewer, need: LabourNeedView, seats: EmptySeats | undefined): EmptySeats | undefined {
    return seats && mayAskWhy(viewer, need, seats.regionIds) ? seats : undefined;
  }

  private async explain(needs: readonly AskedNeed[], substitutes: Substitutes): Promise<Map<string, Explained>> {
    const [first] = needs;
    const pool = first?.marketId
      ? await readPool(this.db.reader, {
          marketId: first.marketId,
          occupationIds: [
            first.occupationId,
            ...(substitutes.get(first.occupationId) ?? []).map(({ occupationId }) => occupationId),
          ],
          firstDay: Math.min(...needs.map(({ firstDay }) => firstDay)),
          lastDay: Math.max(...needs.map(({ lastDay }) => lastDay)),
          limit: mostWorkers,
        })
      : [];
    const besides = doableBesides(substitutes);
    const isComplete = pool.length < mostWorkers;
    return new Map(
      needs.map((need) => {
        const { needId, seatsOpen: seats } = need;
        return [needId, { seats, reasons: countReasons(pool, need, besides), isComplete }];
      }),
    );
  }
}

function groupAlike(needs: readonly AskedNeed[]): AskedNeed[][] {
  const groups = new Map<string, AskedNeed[]>();
  for (const need of needs) {
    const key = `${need.marketId ?? '-'} ${need.occupationId}`;
    const group = groups.get(key);
    if (group) group.push(need);
    else groups.set(key, [need]);
  }
  return [...groups.values()];
}
