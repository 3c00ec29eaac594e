import { Injectable } from '@nestjs/common';
import type { BureauViewer, OperatorViewer } from '../../platform/auth/viewer.js';
import { Database } from '../../platform/database/database.js';
import { type Page, pageOf } from '../../platform/graphql/connection.js';
import { escapeLike, searchText } from '../taxonomies/taxonomy.rules.js';
import { Enterprise } from './enterprise.entity.js';
import type { EnterpriseListArgs } from './enterprise.input.js';

const inside = (name: string): string =>
  `enterprise.regionId IN (SELECT below.region_id FROM region_ancestor below WHERE below.ancestor_id = :${name})`;

/** All enterprises as those see them who supervise them. */
@Injectable()
export class EnterpriseRegister {
  constructor(private readonly db: Database) {}

  /** Those in a bureau's jurisdiction, for an operator all; newest first. */
  async page(
    viewer: BureauViewer | OperatorViewer,
    { verification, regionId, search, ...page }: EnterpriseListArgs,
  ): Promise<Page<Enterprise>> {
    const query = this.db.reader.createQueryBuilder(Enterprise, 'enterprise').where('TRUE');
    const text = searchText(search);
    if (viewer.kind === 'bureau') query.andWhere(inside('jurisdiction'), { jurisdiction: viewer.regionId });
    if (regionId) query.andWhere(inside('regionId'), { regionId });
    if (verification) query.andWhere('enterprise.verification = :verification', { verification });
    if (text) {
      query.andWhere('(enterprise.name ILIKE :part OR enterprise.registrationCode ILIKE :start)', {
        part: `%${escapeLike(text)}%`,
        start: `${escapeLike(text)}%`,
      });
    }
    return pageOf(query, page);
  }
}
