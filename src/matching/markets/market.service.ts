import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { BatchLoad } from '../../platform/auth/request-context.js';
import type { BureauViewer, OperatorViewer, Viewer } from '../../platform/auth/viewer.js';
import { Database, rowsOf, type Tx } from '../../platform/database/database.js';
import { notFound, orRefuse } from '../../platform/errors/index.js';
import { type Page, type PageArgs, pageOf } from '../../platform/graphql/connection.js';
import { newId } from '../../platform/ids/ids.js';
import { LabourMarket } from './market.entity.js';

/** Labour markets: the units that are solved together. */
@Injectable()
export class Markets {
  constructor(private readonly db: Database) {}

  readonly byIds: BatchLoad<LabourMarket> = async (ids) => {
    const rows = await this.db.reader.findBy(LabourMarket, { id: In([...ids]) });
    return new Map(rows.map((market) => [market.id, market]));
  };

  /** The market a region belongs to. Where there is none yet, its prefecture (or topmost region) becomes one. */
  async of(tx: Tx, regionId: string): Promise<string> {
    const known = await this.find(tx, regionId);
    if (known) return known;
    // Two first events of a region must not make two markets.
    await tx.query(`SELECT pg_advisory_xact_lock(hashtext('labour_market'))`);
    return (await this.find(tx, regionId)) ?? this.create(tx, regionId);
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
    const query = this.db.reader.createQueryBuilder(LabourMarket, 'market').where('TRUE');
    if (viewer.kind !== 'bureau') return query;
    // Above or below: a county's officer sees the prefecture's market that the county is part of.
    return query.andWhere(
      `EXISTS (SELECT 1 FROM labour_market_region m JOIN region_ancestor a
               ON (a.region_id = m.region_id AND a.ancestor_id = :jurisdiction) OR (a.region_id = :jurisdiction AND a.ancestor_id = m.region_id)
               WHERE m.market_id = market.id)`,
      { jurisdiction: viewer.regionId },
    );
  }

  private async find(tx: Tx, regionId: string): Promise<string | undefined> {
    const [row] = await rowsOf<{ market_id: string }>(
      tx,
      `SELECT m.market_id FROM region_ancestor a JOIN labour_market_region m ON m.region_id = a.ancestor_id WHERE a.region_id = $1 LIMIT 1`,
      [regionId],
    );
    return row?.market_id;
  }

  private async create(tx: Tx, regionId: string): Promise<string> {
    const id = newId();
    await tx.query(
      `WITH seat AS (
         SELECT r.* FROM region_ancestor a JOIN region r ON r.id = a.ancestor_id WHERE a.region_id = $2
         ORDER BY r.level = 'prefecture' DESC, r.parent_id IS NULL DESC LIMIT 1),
       market AS (INSERT INTO labour_market (id, name_zh, name_en) SELECT $1, name_zh, name_en FROM seat)
       INSERT INTO labour_market_region (region_id, market_id) SELECT id, $1 FROM seat`,
      [id, regionId],
    );
    return id;
  }
}
