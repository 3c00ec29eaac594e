import { Injectable } from '@nestjs/common';
import { Regions } from '../../directory/index.js';
import { Audit } from '../../platform/audit/audit.js';
import type { BureauViewer, OperatorViewer } from '../../platform/auth/viewer.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { refuse } from '../../platform/errors/index.js';
import { Idempotency } from '../../platform/idempotency/idempotency.js';
import { newId } from '../../platform/ids/ids.js';
import { dropLeases } from '../live/lease.loader.js';
import { MatchRuns } from '../runs/match-run.service.js';
import { readInteraction } from './interaction.loader.js';
import type { ArrangeMarketInput, MarketSuggestionArgs } from './market-arrangement.input.js';
import { refuseOutside, refuseReachesOutside, refuseUnnamed } from './market-arrangement.rules.js';
import { LabourMarket } from './market.entity.js';
import { lockMarkets, moveRegions, outside, regionsOf } from './market.loader.js';
import { Markets } from './market.service.js';
import { type MarketSuggestion, toContainment, toSuggestedMarket } from './market-suggestion.view.js';
import { containment, type Flow, partition } from './partition.js';

/** Which regions are solved together: what the data suggest, and what bureaus decide. */
@Injectable()
export class MarketArrangement {
  constructor(
    private readonly db: Database,
    private readonly idempotency: Idempotency,
    private readonly audit: Audit,
    private readonly regions: Regions,
    private readonly markets: Markets,
    private readonly runs: MatchRuns,
  ) {}

  /**
   * Moves regions, with all below them, to a market. The markets that lose or gain some are taken from whoever keeps them,
   * and solved anew: a worker’s or need’s proposals end where its market is another one now.
   */
  async arrange(viewer: BureauViewer | OperatorViewer, input: ArrangeMarketInput): Promise<LabourMarket> {
    refuse(refuseUnnamed(input));
    const id = await this.db.transaction((tx) =>
      this.idempotency.once(tx, viewer, 'arrangeMarket', input, async () => {
        await lockMarkets(tx);
        await this.refuseNotOwn(tx, viewer, input);
        const marketId = input.marketId ?? (await this.create(tx, input));
        const losers = await moveRegions(tx, marketId, input.regionIds);
        const runIds = await this.solveAnew(tx, losers.length > 0 ? [...losers, marketId] : [marketId]);
        await this.audit.record(tx, viewer, {
          ...{ action: 'market.arrange', subjectType: 'market', subjectId: marketId },
          details: { regionIds: input.regionIds, losers, runIds },
        });
        return marketId;
      }),
    );
    return this.db.reader.findOneByOrFail(LabourMarket, { id });
  }

  /** Undefined where nothing was measured in the region yet, or nobody there could do anything. */
  async suggest(
    viewer: BureauViewer | OperatorViewer,
    { regionId, leastContainedPercent }: MarketSuggestionArgs,
  ): Promise<MarketSuggestion | undefined> {
    await this.regions.require(this.db.reader, regionId, 'regionId');
    if (viewer.kind === 'bureau') {
      refuse(refuseOutside(await outside(this.db.reader, [regionId], viewer.regionId), 'regionId'));
    }
    const measured = await readInteraction(this.db, regionId);
    if (!measured) return undefined;
    const marketOf = await this.marketsOf(measured.flows);
    const clusters = partition(measured.flows, leastContainedPercent / 100);
    const today = containment(measured.flows, (place) => marketOf.get(place) ?? '');
    return {
      measuredAt: measured.measuredAt,
      suggested: clusters.map((cluster) => toSuggestedMarket(cluster, marketOf)),
      today: [...today].filter(([id]) => id !== '').map(([id, cluster]) => toContainment(id, cluster)),
    };
  }

  private async refuseNotOwn(
    tx: Tx,
    viewer: BureauViewer | OperatorViewer,
    { marketId, regionIds }: ArrangeMarketInput,
  ): Promise<void> {
    if (marketId) await this.markets.require(viewer, marketId, 'input.marketId');
    for (const [place, id] of regionIds.entries()) {
      await this.regions.require(tx, id, `input.regionIds.${String(place)}`);
    }
    if (viewer.kind === 'operator') return;
    refuse(refuseOutside(await outside(tx, regionIds, viewer.regionId), 'input.regionIds'));
    if (!marketId) return;
    refuse(refuseReachesOutside(await outside(tx, await regionsOf(tx, marketId), viewer.regionId)));
  }

  private async create(tx: Tx, { nameZh, nameEn }: ArrangeMarketInput): Promise<string> {
    const id = newId();
    await tx.insert(LabourMarket, { id, nameZh: nameZh ?? '', nameEn: nameEn ?? '' });
    return id;
  }

  private async solveAnew(tx: Tx, marketIds: readonly string[]): Promise<string[]> {
    await dropLeases(tx, marketIds);
    const runIds: string[] = [];
    for (const id of marketIds) runIds.push(await this.runs.request(tx, id, 'manual'));
    return runIds;
  }

  private async marketsOf(flows: readonly Flow[]): Promise<Map<string, string>> {
    const places = [...new Set(flows.flatMap(({ from, to }) => [from, to]))];
    const rows = await this.db.rows<{ region_id: string; market_id: string }>(
      'SELECT region_id, market_id FROM labour_market_region WHERE region_id = ANY($1) ORDER BY region_id',
      [places],
    );
    return new Map(rows.map(({ region_id: place, market_id: market }) => [place, market]));
  }
}
