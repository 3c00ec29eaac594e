import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { BatchLoad } from '../../platform/auth/request-context.js';
import { mapConstraints } from '../../platform/database/constraints.js';
import { Database, rowsOf, type Tx } from '../../platform/database/database.js';
import { orRefuse, refuse } from '../../platform/errors/index.js';
import type { Page } from '../../platform/graphql/connection.js';
import { pageByCode, rowsById } from '../taxonomies/taxonomy.loader.js';
import {
  escapeLike,
  refuseReservedScheme,
  searchText,
  unknownCode,
  unknownReference,
} from '../taxonomies/taxonomy.rules.js';
import { Region } from './region.entity.js';
import type { RegionPageArgs } from './region.input.js';
import { type RegionRow, upsertRegions } from './region.loader.js';

/** The scheme that ships with the product: GB/T 2260. */
export const regionScheme = 'GB2260';

// An import may name a parent that nobody has.
mapConstraints({ region_parent_id_fkey: unknownReference('parentId') });

/** Administrative regions of every scheme, and which lies inside which. */
@Injectable()
export class Regions {
  constructor(private readonly db: Database) {}

  readonly byIds: BatchLoad<Region> = (ids) => rowsById(this.db.reader, Region, ids);

  /** By region: itself and all that it lies in. */
  readonly ancestorsOf: BatchLoad<ReadonlySet<string>> = async (ids) => {
    const rows = await this.db.rows<{ id: string; above: string[] }>(
      'SELECT region_id AS id, array_agg(ancestor_id) AS above FROM region_ancestor WHERE region_id = ANY($1) GROUP BY region_id',
      [ids],
    );
    return new Map(rows.map(({ id, above }) => [id, new Set(above)]));
  };

  /** The region, or VALIDATION_FAILED at `field`. */
  async require(tx: EntityManager, id: string, field: string): Promise<Region> {
    return orRefuse(await tx.findOneBy(Region, { id }), unknownCode(id, field));
  }

  /** Whether a region lies inside another; it lies inside itself. One look-up on region_ancestor's primary key. */
  async isInside(tx: EntityManager, regionId: string, ancestorId: string): Promise<boolean> {
    const found = await rowsOf(tx, 'SELECT 1 FROM region_ancestor WHERE region_id = $1 AND ancestor_id = $2', [
      regionId,
      ancestorId,
    ]);
    return found.length > 0;
  }

  /** Inserts or updates regions of a foreign scheme. A parent is in `rows` or exists already. */
  async createCustom(tx: Tx, rows: readonly RegionRow[]): Promise<void> {
    refuse(refuseReservedScheme(rows, regionScheme));
    await upsertRegions(tx, rows);
  }

  /** Regions in the order of their ids; directly below a parent, anywhere below a region, of one level, and by part of the Chinese name, a word's start in the English one, or a code's start. */
  async page({ parentId, belowId, level, search, ...page }: RegionPageArgs): Promise<Page<Region>> {
    const query = this.db.reader.createQueryBuilder(Region, 'region');
    const text = searchText(search);
    if (parentId) query.andWhere('region.parentId = :parentId', { parentId });
    if (level) query.andWhere('region.level = :level', { level });
    if (belowId) {
      query.andWhere(
        'region.id <> :belowId AND region.id IN (SELECT below.region_id FROM region_ancestor below WHERE below.ancestor_id = :belowId)',
        { belowId },
      );
    }
    if (text) {
      query.andWhere(`(region.nameZh ILIKE :part OR ' ' || region.nameEn ILIKE :word OR region.code LIKE :start)`, {
        part: `%${escapeLike(text)}%`,
        word: `% ${escapeLike(text)}%`,
        start: `${escapeLike(text)}%`,
      });
    }
    return pageByCode(query, page);
  }
}
