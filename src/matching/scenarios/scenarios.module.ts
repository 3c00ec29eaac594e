import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { LabourModule } from '../../labour/index.js';
import { MatchingModule } from '../matching.module.js';
import { ScenarioDesk } from './scenario-desk.service.js';
import {
  EnterpriseOutcomeResolver,
  MovedSeatsResolver,
  OccupationOutcomeResolver,
  RegionOutcomeResolver,
  RemedyResolver,
} from './scenario-names.resolver.js';
import { Scenario } from './scenario.entity.js';
import { ScenarioJobs } from './scenario.jobs.js';
import { ScenarioResolver } from './scenario.resolver.js';
import { ScenarioPlaces } from './scenario-places.service.js';
import { Scenarios } from './scenario.service.js';

@Module({
  imports: [LabourModule, MatchingModule, TypeOrmModule.forFeature([Scenario])],
  providers: [
    ...[Scenarios, ScenarioPlaces, ScenarioDesk, ScenarioJobs, ScenarioResolver],
    ...[
      RegionOutcomeResolver,
      OccupationOutcomeResolver,
      MovedSeatsResolver,
      RemedyResolver,
      EnterpriseOutcomeResolver,
    ],
  ],
})
export class ScenariosModule {}
