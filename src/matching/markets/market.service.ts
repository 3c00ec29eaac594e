import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { BatchLoad } from '../../platform/auth/request-context.js';
import type { BureauViewer, OperatorViewer, Viewer } from '../../platform/auth/viewer.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { notFound, orRefuse } from '../../platform/errors/index.js';
import { type Page, type PageArgs, pageOf } from '../../platform/graphql/connection.js';
import { LabourMarket } from './market.entity.js';
import { createMarketAround, joinMarketAbove, lockMarkets, marketOf } from './market.loader.js';
import { keptMarkets } from './market-now.loader.js';

/** Labour markets: the units that are solved together. */
@Injectable()
export class Markets {
  constructor(private readonly db: Database) {}

  readonly byIds: BatchLoad<LabourMarket> = async (ids) => {
    const rows = await this.db.reader.findBy(LabourMarket, { id: In([...ids]) });
    return new Map(rows.map((market) => [market.id, market]));
  };

  /** Whether a job process keeps it up to date now. */
  readonly keptByIds: BatchLoad<boolean> = async (ids) =>
    new Map((await keptMarkets(this.db, ids)).map((id) => [id, true]));

  /** By market: its counties. */
  readonly countiesOf: BatchLoad<readonly string[]> = async (ids) => {
    const rows = await this.db.rows<{ id: string; regions: string[] }>(
      `SELECT m.market_id AS id, array_agg(m.region_id ORDER BY m.region_id) AS regions
       FROM labour_market_region m JOIN region r ON r.id = m.region_id WHERE m.market_id = ANY($1) AND r.level = 'county' GROUP BY 1`,
      [ids],
    );
    return new Map(rows.map(({ id, regions }) => [id, regions]));
  };

  /**
   * The market a region belongs to. One that is new joins the market of what it lies in; where there is none, its
   * prefecture (or topmost region) becomes one.
   */
  async of(tx: Tx, regionId: string): Promise<string> {
    const known = await marketOf(tx, regionId);
    if (known) return known;
    await lockMarkets(tx);
    return (await marketOf(tx, regionId)) ?? (await joinMarketAbove(tx, regionId)) ?? createMarketAround(tx, regionId);
  }

  /** A market that a bureau's jurisdiction touches, or any for an operator; NOT_FOUND otherwise. */
  async require(viewer: BureauViewer | OperatorViewer, id: string, field?: string): Promise<LabourMarket> {
    const query = this.visible(viewer).andWhere('market.id = :id', { id });
    return orRefuse(await query.getOne(), notFound(field));
  }

  async list(viewer: Viewer, page: PageArgs): Promise<Page<LabourMarket>> {
    return pageOf(this.visible(viewer), page);
  }

  /** Markets whose latest run was asked for more than so many minutes ago, on an earlier day, or never. */
  async quietFor(minutes: number): Promise<string[]> {
    const rows = await this.db.rows<{ id: string }>(
      `SELECT id FROM labour_market m WHERE NOT EXISTS (
         SELECT 1 FROM match_run r WHERE r.market_id = m.id AND r.requested_at > now() - make_interval(mins => $1)
           AND (r.requested_at AT TIME ZONE 'Asia/Shanghai')::date = (now() AT TIME ZONE 'Asia/Shanghai')::date) ORDER BY id`,
      [minutes],
    );
    return rows.map(({ id }) => id);
  }

  private visible(viewer: Viewer) {
    const query = this.db.reader
      .createQueryBuilder(LabourMarket, 'market')
      .where('EXISTS (SELECT 1 FROM labour_market_region m WHERE m.market_id = market.id)');
    if (viewer.kind !== 'bureau') return query;
    // Above or below: a county's officer sees the prefecture's market that the county is part of.
    return query.andWhere(
      `EXISTS (SELECT 1 FROM labour_market_region m JOIN region_ancestor a
               ON (a.region_id = m.region_id AND a.ancestor_id = :jurisdiction) OR (a.region_id = :jurisdiction AND a.ancestor_id = m.region_id)
               WHERE m.market_id = market.id)`,
      { jurisdiction: viewer.regionId },
    );
  }
}
