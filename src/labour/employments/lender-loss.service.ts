import { Injectable } from '@nestjs/common';
import { Bureaus, Enterprises } from '../../directory/index.js';
import { Audit } from '../../platform/audit/audit.js';
import type { BureauViewer } from '../../platform/auth/viewer.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { notFound, orRefuse, refuse } from '../../platform/errors/index.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { lenderLost } from '../life.events.js';
import { surplusClosed } from '../surplus/surplus.events.js';
import type { DeclareLenderLostInput } from './employment-end.input.js';
import { closeListings, lockEmployed } from './employment-end.loader.js';
import { refuseEndDay } from './employment-end.rules.js';
import { EmploymentReleases } from './employment-release.service.js';
import { LenderLoss } from './lender-loss.entity.js';

/** R24: a bureau establishes that an employer is gone. Its loans stop, and its people are free to be hired. */
@Injectable()
export class LenderLosses {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly releases: EmploymentReleases,
    private readonly enterprises: Enterprises,
    private readonly bureaus: Bureaus,
  ) {}

  /** A bureau declares an employer in its jurisdiction gone: all of its loans stop. A repeat changes nothing. */
  async declareLost(viewer: BureauViewer, input: DeclareLenderLostInput): Promise<LenderLoss> {
    const { enterpriseId, lostOn, reason, note } = input;
    return this.db.transaction(async (tx) => {
      const regionId = await this.regionInside(tx, viewer, enterpriseId);
      const known = await tx.findOneBy(LenderLoss, { id: enterpriseId });
      if (known) return known;
      refuse(refuseEndDay(lostOn, this.clock.today(), 'input.lostOn'));
      const { accountId } = viewer;
      const loss = { id: enterpriseId, reason, lostOn, note, accountId, declaredAt: this.clock.now() };
      await tx.insert(LenderLoss, loss);
      const employed = await lockEmployed(tx, enterpriseId);
      const end = { on: lostOn, reason, why: 'lender_lost' as const };
      const loans = await this.releases.release(tx, enterpriseId, employed, end);
      const regionIds = await closeListings(tx, enterpriseId, this.clock.now());
      if (regionIds.length > 0) await this.outbox.record(tx, surplusClosed({ listingId: null, regionIds }));
      await this.outbox.record(tx, lenderLost({ enterpriseId, regionId }));
      await this.audit.record(tx, viewer, {
        ...{ action: 'employment.lender-lost', subjectType: 'enterprise', subjectId: enterpriseId },
        details: { reason, lostOn, loans, workers: employed.length },
      });
      return loss;
    });
  }

  /** The region of an enterprise in the bureau's jurisdiction; NOT_FOUND otherwise. */
  private async regionInside(tx: Tx, viewer: BureauViewer, enterpriseId: string): Promise<string> {
    const field = 'input.enterpriseId';
    const { regionId } = await this.enterprises.require(tx, enterpriseId, field);
    const isInside = await this.bureaus.covers(tx, viewer.regionId, regionId);
    return orRefuse(isInside ? regionId : undefined, notFound(field));
  }
}
