import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Application } from './applications/application.entity.js';
import {
  ApplicationResolver,
  NeedActionsResolver,
  NeedApplicationsResolver,
} from './applications/application.resolver.js';
import { Applications } from './applications/application.service.js';
import { AttendanceModule } from './attendance/attendance.module.js';
import { CandidateResolver } from './candidates/candidate.resolver.js';
import { Candidates } from './candidates/candidate.service.js';
import { ComplianceModule } from './compliance/compliance.module.js';
import { Block } from './blocks/block.entity.js';
import { BlockResolver } from './blocks/block.resolver.js';
import { Blocks } from './blocks/block.service.js';
import { ComplaintDeskResolver } from './complaints/complaint-desk.resolver.js';
import { ComplaintDesk } from './complaints/complaint-desk.service.js';
import { Complaint, ComplaintStep } from './complaints/complaint.entity.js';
import { ComplaintResolver } from './complaints/complaint.resolver.js';
import { Complaints } from './complaints/complaint.service.js';
import { Dealings } from './dealings/dealing.service.js';
import { DispatchResolver } from './dispatch/dispatch.resolver.js';
import { DispatchScreen } from './dispatch/dispatch.service.js';
import { ExportController } from './imports/export.controller.js';
import { Exports } from './imports/export.service.js';
import { ImportCodes } from './imports/import-codes.service.js';
import { ImportController } from './imports/import.controller.js';
import { Imports } from './imports/import.service.js';
import { LabourSupplyModule } from './labour-supply.module.js';
import { mapLabourConstraints } from './labour.constraints.js';
import { LabourJobs } from './labour.jobs.js';
import { LiveResolver } from './live/live.resolver.js';
import { NeedPublication } from './needs/need-publication.service.js';
import { LabourNeed } from './needs/need.entity.js';
import { NeedResolver } from './needs/need.resolver.js';
import { Needs } from './needs/need.service.js';
import { OfferAnswers } from './offers/offer-answer.service.js';
import { OfferBatchResolver } from './offers/offer-batch.resolver.js';
import { OfferBatches } from './offers/offer-batch.service.js';
import { Offer } from './offers/offer.entity.js';
import { OfferResolver } from './offers/offer.resolver.js';
import { Offers } from './offers/offer.service.js';
import { OpenWorkResolver } from './open-work/open-work.resolver.js';
import { OpenWork } from './open-work/open-work.service.js';
import { PassGate, PassLooks } from './passes/pass-gate.service.js';
import { PassContents } from './passes/pass-contents.service.js';
import { PassTrail } from './passes/pass-trail.service.js';
import { WorkPassIssue } from './passes/pass-issue.service.js';
import { WorkPass } from './passes/pass.entity.js';
import { WorkPassJobs } from './passes/pass.jobs.js';
import { WorkPassResolver } from './passes/pass.resolver.js';
import { WorkPasses } from './passes/pass.service.js';
import { PersonalDataController } from './personal-data/personal-data.controller.js';
import { PersonalDataJobs } from './personal-data/personal-data.jobs.js';
import { PersonalDataResolver } from './personal-data/personal-data.resolver.js';
import { PersonalData } from './personal-data/personal-data.service.js';
import { Placement } from './placements/placement.entity.js';
import { PlacementLifeModule } from './placement-life.module.js';
import { PlacementPartyResolver } from './placements/placement-party.resolver.js';
import { PlacementResolver } from './placements/placement.resolver.js';
import { PlacementReminders } from './placements/placement-reminder.service.js';
import { Placements } from './placements/placement.service.js';
import { Proposal } from './proposals/proposal.entity.js';
import { NeedProposalsResolver, ProposalResolver } from './proposals/proposal.resolver.js';
import { Proposals } from './proposals/proposal.service.js';
import { SavedSearchesModule } from './saved-searches/saved-searches.module.js';
import { SettlementModule } from './settlements/settlement.module.js';
import { ReviewPublication } from './reviews/review-publication.service.js';
import { Review } from './reviews/review.entity.js';
import { ReviewJobs } from './reviews/review.jobs.js';
import { ReviewResolver } from './reviews/review.resolver.js';
import { Reviews } from './reviews/review.service.js';
import { PublicTotalsResolver } from './totals/total.resolver.js';
import { PublicTotals } from './totals/total.service.js';
import { WageHintResolver } from './wage-hints/wage-hint.resolver.js';
import { WageHints } from './wage-hints/wage-hint.service.js';

@Module({
  imports: [
    ComplianceModule,
    LabourSupplyModule,
    TypeOrmModule.forFeature([
      ...[LabourNeed, Application, Proposal, Offer, Placement, WorkPass],
      ...[Block, Complaint, ComplaintStep, Review],
    ]),
    AttendanceModule,
    SettlementModule,
    PlacementLifeModule,
    SavedSearchesModule,
  ],
  providers: [
    ...[Needs, NeedResolver],
    ...[Applications, ApplicationResolver, NeedActionsResolver, NeedApplicationsResolver],
    ...[Proposals, ProposalResolver, NeedProposalsResolver],
    ...[Candidates, CandidateResolver],
    ...[Dealings, Blocks, BlockResolver],
    ...[Offers, OfferAnswers, OfferBatches, OfferResolver, OfferBatchResolver],
    ...[Placements, PlacementReminders, PlacementResolver, PlacementPartyResolver],
    ...[WorkPasses, WorkPassIssue, PassTrail, PassContents, PassLooks, PassGate, WorkPassResolver, WorkPassJobs],
    ...[DispatchScreen, DispatchResolver],
    ...[Reviews, ReviewPublication, ReviewResolver, ReviewJobs],
    ...[Complaints, ComplaintDesk, ComplaintResolver, ComplaintDeskResolver],
    ...[OpenWork, OpenWorkResolver],
    ...[WageHints, WageHintResolver],
    ...[PublicTotals, PublicTotalsResolver],
    ...[NeedPublication, ImportCodes, Imports, Exports],
    ...[PersonalData, PersonalDataResolver, PersonalDataJobs],
    LabourJobs,
    LiveResolver,
  ],
  controllers: [ImportController, ExportController, PersonalDataController],
  exports: [LabourSupplyModule, Needs, Offers, Proposals, Placements, Imports],
})
export class LabourModule implements OnModuleInit {
  onModuleInit(): void {
    mapLabourConstraints();
  }
}
