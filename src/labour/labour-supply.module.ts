import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { mapConstraints } from '../platform/database/constraints.js';
import { Availability } from './availability/availability.entity.js';
import { AvailabilityJobs } from './availability/availability.jobs.js';
import { availabilityMessages } from './availability/availability.messages.js';
import { AvailabilityResolver } from './availability/availability.resolver.js';
import { Availabilities } from './availability/availability.service.js';
import { ConsentsAgain } from './consents/consent-again.service.js';
import { Consent } from './consents/consent.entity.js';
import { ConsentJobs } from './consents/consent.jobs.js';
import { consentMessages } from './consents/consent.messages.js';
import { ConsentResolver } from './consents/consent.resolver.js';
import { Consents } from './consents/consent.service.js';
import { WorkerRestriction } from './restrictions/restriction.entity.js';
import { RestrictionResolver } from './restrictions/restriction.resolver.js';
import { Restrictions } from './restrictions/restriction.service.js';
import { SurplusHeadResolver } from './surplus/surplus-head.resolver.js';
import { SurplusHeads } from './surplus/surplus-head.service.js';
import { SurplusPublication } from './surplus/surplus-publication.service.js';
import { SurplusLine, SurplusListing } from './surplus/surplus.entity.js';
import { SurplusJobs } from './surplus/surplus.jobs.js';
import { surplusMessages } from './surplus/surplus.messages.js';
import { SurplusLineResolver, SurplusResolver } from './surplus/surplus.resolver.js';
import { Surplus } from './surplus/surplus.service.js';

/** The supply side of labour: who can be lent or hired, when, on what conditions, and with whose yes. */
@Module({
  imports: [TypeOrmModule.forFeature([SurplusListing, SurplusLine, Availability, Consent, WorkerRestriction])],
  providers: [
    ...[
      Surplus,
      SurplusPublication,
      SurplusHeads,
      SurplusResolver,
      SurplusLineResolver,
      SurplusHeadResolver,
      SurplusJobs,
    ],
    ...[Availabilities, AvailabilityResolver, AvailabilityJobs],
    ...[Consents, ConsentsAgain, ConsentResolver, ConsentJobs],
    ...[Restrictions, RestrictionResolver],
  ],
  exports: [Surplus, SurplusPublication, Availabilities, Consents],
})
export class LabourSupplyModule implements OnModuleInit {
  onModuleInit(): void {
    const unknownCode = {
      code: 'VALIDATION_FAILED',
      message: surplusMessages.unknownCode,
      field: 'input.lines',
    } as const;
    mapConstraints({
      // An import does not look each code up first; the database does.
      surplus_line_occupation_id_fkey: unknownCode,
      surplus_line_region_id_fkey: unknownCode,
      availability_no_overlap: { code: 'CONFLICT', message: availabilityMessages.overlaps },
      consent_one_open: { code: 'CONFLICT', message: consentMessages.alreadyOpen },
    });
  }
}
