import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { BatchLoad } from '../../platform/auth/request-context.js';
import type { BureauViewer } from '../../platform/auth/viewer.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { notFound, orRefuse } from '../../platform/errors/index.js';
import { newId } from '../../platform/ids/ids.js';
import { Regions } from '../regions/region.service.js';
import { rowsById } from '../taxonomies/taxonomy.loader.js';
import { Bureau } from './bureau.entity.js';

export interface NewBureau {
  readonly name: string;
  readonly regionId: string;
}

/** Human-resources bureaus; each one’s jurisdiction is its region and all below. */
@Injectable()
export class Bureaus {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly regions: Regions,
  ) {}

  readonly byIds: BatchLoad<Bureau> = (ids) => rowsById(this.db.reader, Bureau, ids);

  /** Whether a region lies in the jurisdiction of a bureau seated at `bureauRegionId`. */
  async covers(tx: EntityManager, bureauRegionId: string, regionId: string): Promise<boolean> {
    return this.regions.isInside(tx, regionId, bureauRegionId);
  }

  async create(tx: Tx, { name, regionId }: NewBureau): Promise<Bureau> {
    await this.regions.require(tx, regionId, 'input.regionId');
    return tx.save(tx.create(Bureau, { id: newId(), name, regionId, createdAt: this.clock.now() }));
  }

  async mine(viewer: BureauViewer): Promise<Bureau> {
    return orRefuse(await this.db.reader.findOneBy(Bureau, { id: viewer.bureauId }), notFound());
  }
}
