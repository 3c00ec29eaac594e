import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { BatchLoad } from '../../platform/auth/request-context.js';
import { mapConstraints } from '../../platform/database/constraints.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { orRefuse, refuse } from '../../platform/errors/index.js';
import type { Page, PageArgs } from '../../platform/graphql/connection.js';
import { pageByCode, rowsById } from '../taxonomies/taxonomy.loader.js';
import { refuseReservedScheme, unknownCode, unknownReference } from '../taxonomies/taxonomy.rules.js';
import { Industry } from './industry.entity.js';
import { type IndustryRow, upsertIndustries } from './industry.loader.js';

/** The scheme that ships with the product: GB/T 4754, sections and divisions. */
export const industryScheme = 'GB4754';

// An import may name a parent that nobody has.
mapConstraints({ industry_parent_id_fkey: unknownReference('parentId') });

/** Industries of every scheme. */
@Injectable()
export class Industries {
  constructor(private readonly db: Database) {}

  readonly byIds: BatchLoad<Industry> = (ids) => rowsById(this.db.reader, Industry, ids);

  /** The industry, or VALIDATION_FAILED at `field`. */
  async require(tx: EntityManager, id: string, field: string): Promise<Industry> {
    return orRefuse(await tx.findOneBy(Industry, { id }), unknownCode(id, field));
  }

  /** Inserts or updates industries of a foreign scheme. A parent is in `rows` or exists already. */
  async createCustom(tx: Tx, rows: readonly IndustryRow[]): Promise<void> {
    refuse(refuseReservedScheme(rows, industryScheme));
    await upsertIndustries(tx, rows);
  }

  /** Industries in the order of their ids. */
  async page(args: PageArgs): Promise<Page<Industry>> {
    return pageByCode(this.db.reader.createQueryBuilder(Industry, 'industry'), args);
  }
}
