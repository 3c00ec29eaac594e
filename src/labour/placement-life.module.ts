import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { mapConstraints } from '../platform/database/constraints.js';
import { EmploymentEndResolver } from './employments/employment-end.resolver.js';
import { EmploymentEnds } from './employments/employment-end.service.js';
import { EmploymentReleases } from './employments/employment-release.service.js';
import { LenderLoss } from './employments/lender-loss.entity.js';
import { LenderLosses } from './employments/lender-loss.service.js';
import { PlacementExtension } from './extensions/extension.entity.js';
import { ExtensionJobs } from './extensions/extension.jobs.js';
import { extensionMessages } from './extensions/extension.messages.js';
import { PlacementExtensionResolver } from './extensions/extension.resolver.js';
import { PlacementExtensions } from './extensions/extension.service.js';
import { InjuryClocks } from './injuries/injury-clock.service.js';
import { Injury } from './injuries/injury.entity.js';
import { InjuryJobs } from './injuries/injury.jobs.js';
import { InjuryResolver } from './injuries/injury.resolver.js';
import { Injuries } from './injuries/injury.service.js';
import { LabourSupplyModule } from './labour-supply.module.js';
import { PlacementPause } from './pauses/pause.entity.js';
import { pauseMessages } from './pauses/pause.messages.js';
import { PlacementPauseResolver } from './pauses/pause.resolver.js';
import { PlacementPauses } from './pauses/pause.service.js';
import { Penalty } from './penalties/penalty.entity.js';
import { PenaltyJobs } from './penalties/penalty.jobs.js';
import { PenaltyResolver } from './penalties/penalty.resolver.js';
import { Penalties } from './penalties/penalty.service.js';
import { Placement } from './placements/placement.entity.js';
import { PlacementLives } from './placements/placement-life.service.js';
import { Replacements } from './returns/replacement.service.js';
import { PlacementReturn, WorkerReturn } from './returns/return.entity.js';
import { ReturnJobs } from './returns/return.jobs.js';
import { returnMessages } from './returns/return.messages.js';
import { PlacementReturnResolver } from './returns/return.resolver.js';
import { PlacementReturns } from './returns/return.service.js';
import { ReturnLists } from './returns/return-list.service.js';
import { ReturningWorkerResolver } from './returns/returning-worker.resolver.js';

const entities = [
  ...[Placement, PlacementPause, PlacementReturn, WorkerReturn, Penalty, PlacementExtension, LenderLoss, Injury],
];

/** What happens to a placement between its plan and its end, and after it. */
@Module({
  imports: [LabourSupplyModule, TypeOrmModule.forFeature(entities)],
  providers: [
    PlacementLives,
    ...[PlacementPauses, PlacementPauseResolver],
    ...[PlacementReturns, ReturnLists, Replacements, PlacementReturnResolver, ReturningWorkerResolver, ReturnJobs],
    ...[Penalties, PenaltyResolver, PenaltyJobs],
    ...[PlacementExtensions, PlacementExtensionResolver, ExtensionJobs],
    ...[EmploymentReleases, EmploymentEnds, LenderLosses, EmploymentEndResolver],
    ...[Injuries, InjuryClocks, InjuryResolver, InjuryJobs],
  ],
  exports: [PlacementLives],
})
export class PlacementLifeModule implements OnModuleInit {
  onModuleInit(): void {
    mapConstraints({
      placement_pause_no_overlap: { code: 'CONFLICT', message: pauseMessages.overlaps },
      placement_return_one_open: { code: 'CONFLICT', message: returnMessages.alreadyOpen },
      placement_extension_one_open: { code: 'CONFLICT', message: extensionMessages.alreadyOpen },
      replacement_request_once: { code: 'CONFLICT', message: returnMessages.alreadyReplaced },
    });
  }
}
