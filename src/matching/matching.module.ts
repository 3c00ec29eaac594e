import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CapacityModule } from '../capacity/index.js';
import { LabourModule } from '../labour/index.js';
import { MaterialsModule } from '../materials/index.js';
import { CapacityMatching } from './capacity/capacity-matching.service.js';
import { CapacityMatchingJobs } from './capacity/capacity-matching.jobs.js';
import { NeedEmptySeatsResolver } from './empty-seats/empty-seat.resolver.js';
import { EmptySeatReasons } from './empty-seats/empty-seat.service.js';
import { EnterpriseShareResolver, FairnessGroupResolver } from './fairness/fairness.resolver.js';
import { LiveMarkets } from './live/live-markets.service.js';
import { InteractionJobs } from './markets/interaction.jobs.js';
import {
  MarketArrangementResolver,
  MarketContainmentResolver,
  SuggestedMarketResolver,
} from './markets/market-arrangement.resolver.js';
import { MarketArrangement } from './markets/market-arrangement.service.js';
import { LabourMarket } from './markets/market.entity.js';
import { LabourMarketResolver } from './markets/market.resolver.js';
import { Markets } from './markets/market.service.js';
import { MaterialMatching } from './materials/material-matching.service.js';
import { MaterialMatchingJobs } from './materials/material-matching.jobs.js';
import { MatchingJobs } from './matching.jobs.js';
import { MatchRunDesk } from './runs/match-run-desk.service.js';
import { MatchRun } from './runs/match-run.entity.js';
import { MatchRunLiveResolver } from './runs/match-run-live.resolver.js';
import { MatchRunResolver } from './runs/match-run.resolver.js';
import { MatchRuns } from './runs/match-run.service.js';
import { MatchRunner } from './runs/match-runner.service.js';
import { RunReports } from './runs/run-report.js';
import { SharingMarkets } from './sharing/sharing-market.service.js';
import { SharingRun } from './sharing/sharing-run.entity.js';
import { SharingRunResolver } from './sharing/sharing-run.resolver.js';
import { ChosenWorkers } from './securing/chosen-workers.service.js';
import { Securing } from './securing/securing.service.js';
import { Programs } from './solver/programs.service.js';
import { Solver } from './solver/solver.service.js';
import { WorkReachResolver } from './work-reach/work-reach.resolver.js';
import { WorkReaches } from './work-reach/work-reach.service.js';
import { ScoreWeightsResolver } from './weights/weights.resolver.js';
import { ScoreWeights } from './weights/weights.service.js';

@Module({
  imports: [
    LabourModule,
    MaterialsModule,
    CapacityModule,
    TypeOrmModule.forFeature([LabourMarket, MatchRun, SharingRun]),
  ],
  providers: [
    Markets,
    LabourMarketResolver,
    ...[MarketArrangement, MarketArrangementResolver, SuggestedMarketResolver, MarketContainmentResolver],
    InteractionJobs,
    MatchRuns,
    MatchRunner,
    LiveMarkets,
    RunReports,
    MatchRunDesk,
    MatchRunResolver,
    MatchRunLiveResolver,
    MatchingJobs,
    Solver,
    EnterpriseShareResolver,
    FairnessGroupResolver,
    ScoreWeights,
    ScoreWeightsResolver,
    EmptySeatReasons,
    NeedEmptySeatsResolver,
    WorkReaches,
    WorkReachResolver,
    ...[SharingMarkets, SharingRunResolver],
    ...[MaterialMatching, MaterialMatchingJobs],
    ...[Securing, ChosenWorkers],
    ...[Programs, CapacityMatching, CapacityMatchingJobs],
  ],
  exports: [Markets, MatchRuns, LiveMarkets, Solver, Programs, Securing, ChosenWorkers],
})
export class MatchingModule {}
