import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountsModule } from './accounts/accounts.module.js';
import { Bureau } from './bureaus/bureau.entity.js';
import { BureauResolver } from './bureaus/bureau.resolver.js';
import { Bureaus } from './bureaus/bureau.service.js';
import { CalendarDay } from './calendar/calendar-day.entity.js';
import { CalendarDayResolver } from './calendar/calendar-day.resolver.js';
import { CalendarDays } from './calendar/calendar-day.service.js';
import { Certificate } from './certificates/certificate.entity.js';
import { CertificateResolver } from './certificates/certificate.resolver.js';
import { Certificates } from './certificates/certificate.service.js';
import { EnterprisePapersResolver } from './enterprises/enterprise-papers.resolver.js';
import { EnterpriseRegister } from './enterprises/enterprise-register.service.js';
import { EnterpriseVerification } from './enterprises/enterprise-verification.service.js';
import { Enterprise } from './enterprises/enterprise.entity.js';
import { EnterpriseResolver } from './enterprises/enterprise.resolver.js';
import { Enterprises } from './enterprises/enterprise.service.js';
import { LicenceController } from './enterprises/licence.controller.js';
import { Licences } from './enterprises/licence.service.js';
import { Industry } from './industries/industry.entity.js';
import { IndustryResolver } from './industries/industry.resolver.js';
import { Industries } from './industries/industry.service.js';
import { Occupation } from './occupations/occupation.entity.js';
import { InstallationResolver } from './installation/installation.resolver.js';
import { Installation } from './installation/installation.service.js';
import { OccupationResolver } from './occupations/occupation.resolver.js';
import { Occupations } from './occupations/occupation.service.js';
import { Region } from './regions/region.entity.js';
import { RegionResolver } from './regions/region.resolver.js';
import { Regions } from './regions/region.service.js';
import { DealingBarResolver } from './sanctions/dealing-bar.resolver.js';
import { EnterpriseSanction } from './sanctions/sanction.entity.js';
import { SanctionResolver } from './sanctions/sanction.resolver.js';
import { Sanctions } from './sanctions/sanction.service.js';
import { WorkerPerson } from './workers/worker-person.entity.js';
import { WorkerPersons } from './workers/worker-person.service.js';
import { WorkerProfiles } from './workers/worker-profile.service.js';
import { Worker, WorkerCertificate, WorkerSkill } from './workers/worker.entity.js';
import { WorkerResolver } from './workers/worker.resolver.js';
import { Workers } from './workers/worker.service.js';

const entities = [
  Region,
  Industry,
  Occupation,
  Certificate,
  Bureau,
  Enterprise,
  Worker,
  WorkerPerson,
  WorkerSkill,
  WorkerCertificate,
  EnterpriseSanction,
  CalendarDay,
];
const services = [
  Regions,
  Industries,
  Occupations,
  Certificates,
  Bureaus,
  Enterprises,
  Sanctions,
  Workers,
  WorkerPersons,
  CalendarDays,
];

/** Who and where: catalogues, enterprises, workers, bureaus, accounts. Global: every module above reads it. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature(entities), AccountsModule],
  providers: [
    ...services,
    EnterpriseRegister,
    EnterpriseVerification,
    WorkerProfiles,
    RegionResolver,
    IndustryResolver,
    OccupationResolver,
    CertificateResolver,
    BureauResolver,
    EnterpriseResolver,
    EnterprisePapersResolver,
    Licences,
    SanctionResolver,
    DealingBarResolver,
    WorkerResolver,
    CalendarDayResolver,
    Installation,
    InstallationResolver,
  ],
  controllers: [LicenceController],
  exports: services,
})
export class DirectoryModule {}
