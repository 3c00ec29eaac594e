import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Employment } from '../employments/employment.entity.js';
import { EmploymentResolver } from '../employments/employment.resolver.js';
import { Employments } from '../employments/employment.service.js';
import { LabourModule } from '../labour.module.js';
import { Notices } from '../notices/notice.service.js';
import { OfferNoticeResolver, PlacementNoticeResolver } from '../notices/notice.resolver.js';
import { AgreementController } from './agreement.controller.js';
import {
  Agreement,
  AgreementComment,
  AgreementDocument,
  AgreementSignature,
  TermsVersion,
} from './agreement.entity.js';
import { AgreedHeadsResolver, AgreementCommentResolver, AgreementFieldResolver } from './agreement-field.resolver.js';
import { AgreementJobs } from './agreement.jobs.js';
import { AgreementResolver } from './agreement.resolver.js';
import { AgreementReminders } from './agreement-reminder.service.js';
import { Agreements } from './agreement.service.js';
import { AgreementChanges } from './agreement-change.service.js';
import { AgreementTrail } from './agreement-trail.service.js';
import { AgreementPapers } from './agreement-paper.service.js';
import { KeptPapersModule } from './kept-papers.module.js';
import { Negotiations } from './negotiation.service.js';
import { Signatories } from './signatory.service.js';
import { Signings } from './signing.service.js';

/** The papers of a loan: the labour contract under it, the agreement of the two enterprises, the worker's notice. */
@Module({
  imports: [
    KeptPapersModule,
    LabourModule,
    TypeOrmModule.forFeature([
      ...[Agreement, TermsVersion, AgreementComment, AgreementSignature, AgreementDocument],
      Employment,
    ]),
  ],
  providers: [
    ...[
      Agreements,
      AgreementPapers,
      AgreementTrail,
      Negotiations,
      Signatories,
      Signings,
      AgreementChanges,
      AgreementReminders,
      AgreementJobs,
    ],
    ...[AgreementResolver, AgreementFieldResolver, AgreementCommentResolver, AgreedHeadsResolver],
    ...[Employments, EmploymentResolver],
    ...[Notices, OfferNoticeResolver, PlacementNoticeResolver],
  ],
  controllers: [AgreementController],
  exports: [Agreements, AgreementPapers, Employments],
})
export class AgreementsModule {}
