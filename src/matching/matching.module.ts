import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { LabourModule } from '../labour/index.js';
import { NeedEmptySeatsResolver } from './empty-seats/empty-seat.resolver.js';
import { EmptySeatReasons } from './empty-seats/empty-seat.service.js';
import { EnterpriseShareResolver, FairnessGroupResolver } from './fairness/fairness.resolver.js';
import { LiveMarkets } from './live/live-markets.service.js';
import { LabourMarket } from './markets/market.entity.js';
import { Markets } from './markets/market.service.js';
import { MatchingJobs } from './matching.jobs.js';
import { MatchRunDesk } from './runs/match-run-desk.service.js';
import { MatchRun } from './runs/match-run.entity.js';
import { MatchRunLiveResolver } from './runs/match-run-live.resolver.js';
import { MatchRunResolver } from './runs/match-run.resolver.js';
import { MatchRuns } from './runs/match-run.service.js';
import { MatchRunner } from './runs/match-runner.service.js';
import { RunReports } from './runs/run-report.js';
import { Solver } from './solver/solver.service.js';
import { WorkReachResolver } from './work-reach/work-reach.resolver.js';
import { WorkReaches } from './work-reach/work-reach.service.js';
import { ScoreWeightsResolver } from './weights/weights.resolver.js';
import { ScoreWeights } from './weights/weights.service.js';

@Module({
  imports: [LabourModule, TypeOrmModule.forFeature([LabourMarket, MatchRun])],
  providers: [
    Markets,
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
  ],
  exports: [Markets, MatchRuns, LiveMarkets, Solver],
})
export class MatchingModule {}
