import { Injectable } from '@nestjs/common';
import { Occupations, Regions } from '../../directory/index.js';
import { Database } from '../../platform/database/database.js';
import { refuse } from '../../platform/errors/index.js';
import type { WhatIfChangeInput } from './scenario.input.js';
import { scenarioMessages } from './scenario.messages.js';

/** Whether what a question names is there. */
@Injectable()
export class ScenarioPlaces {
  constructor(
    private readonly db: Database,
    private readonly regions: Regions,
    private readonly occupations: Occupations,
  ) {}

  async require(named: Partial<WhatIfChangeInput>, path: string): Promise<void> {
    const { regionId, fromRegionId, occupationId, fromOccupationId, kind } = named;
    const tx = this.db.reader;
    if (fromRegionId) await this.regions.require(tx, fromRegionId, `${path}.fromRegionId`);
    if (occupationId) await this.occupations.require(tx, occupationId, `${path}.occupationId`);
    if (fromOccupationId) await this.occupations.require(tx, fromOccupationId, `${path}.fromOccupationId`);
    if (!regionId) return;
    const { latitude } = await this.regions.require(tx, regionId, `${path}.regionId`);
    const needsCentre = kind === 'opening' || kind === 'arrivals';
    if (needsCentre && latitude === null)
      refuse({ code: 'VALIDATION_FAILED', message: scenarioMessages.noCentre, field: `${path}.regionId` });
  }
}
