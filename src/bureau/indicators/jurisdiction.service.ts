import { Injectable } from '@nestjs/common';
import { Bureaus, Regions, type RegionView, toRegionView } from '../../directory/index.js';
import type { BureauViewer, OperatorViewer } from '../../platform/auth/viewer.js';
import { Database } from '../../platform/database/database.js';
import { notFound, orRefuse, refuse } from '../../platform/errors/index.js';
import type { Language } from '../../platform/i18n/message.js';
import { bureauMessages } from '../bureau.messages.js';

/** Which region an indicator is about: an officer's jurisdiction or a part of it; for an operator any, but named. */
@Injectable()
export class Jurisdictions {
  constructor(
    private readonly db: Database,
    private readonly bureaus: Bureaus,
    private readonly regions: Regions,
  ) {}

  /** A region outside the viewer's jurisdiction does not exist for them: NOT_FOUND at `field`. */
  async region(
    viewer: BureauViewer | OperatorViewer,
    wanted: string | undefined,
    language: Language,
    field = 'input.regionId',
  ): Promise<RegionView> {
    const regionId = orRefuse(wanted ?? (viewer.kind === 'bureau' ? viewer.regionId : undefined), {
      code: 'VALIDATION_FAILED',
      message: bureauMessages.regionNeeded,
      field,
    });
    const isOpen = viewer.kind === 'operator' || (await this.bureaus.covers(this.db.reader, viewer.regionId, regionId));
    refuse(isOpen ? undefined : notFound(field));
    const region = (await this.regions.byIds([regionId])).get(regionId);
    return toRegionView(orRefuse(region, notFound(field)), language);
  }
}
