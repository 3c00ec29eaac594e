/** The only door into the directory: its module, services, views as field types, and events. */
export { DirectoryModule } from './directory.module.js';
export { loadReferenceData } from './directory.loader.js';

export { AccountErasure } from './accounts/account-erasure.service.js';
export { Reauthentication } from './accounts/reauthentication.service.js';

export { calendarDayChanged } from './calendar/calendar-day.events.js';
export { CalendarDays } from './calendar/calendar-day.service.js';
export { calendarOf, type DayKind, type WorkCalendar } from './calendar/calendar.rules.js';

export { Regions } from './regions/region.service.js';
export type { RegionRow } from './regions/region.loader.js';
export { RegionView, toRegionView } from './regions/region.view.js';

export { Industries } from './industries/industry.service.js';
export type { IndustryRow } from './industries/industry.loader.js';
export { IndustryView, toIndustryView } from './industries/industry.view.js';

export { occupationFamilyRows } from './reference/reference-data.js';
export { Occupations } from './occupations/occupation.service.js';
export type { OccupationRow, Substitute } from './occupations/occupation.loader.js';
export { OccupationView, skillLevels, toOccupationView } from './occupations/occupation.view.js';

export { escapeLike, searchText } from './taxonomies/taxonomy.rules.js';

export { Certificates } from './certificates/certificate.service.js';
export { CertificateView, toCertificateView } from './certificates/certificate.view.js';

export { Bureaus } from './bureaus/bureau.service.js';
export { BureauView, toBureauView } from './bureaus/bureau.view.js';

export { Enterprises } from './enterprises/enterprise.service.js';
export type { ImportedEnterprise } from './enterprises/enterprise.loader.js';
export { type EnterpriseSize, EnterpriseSizeEnum, enterpriseSizes } from './enterprises/enterprise-size.js';
export { enterpriseRejected, enterpriseSuspended, enterpriseVerified } from './enterprises/enterprise.events.js';
export { EnterpriseView, toEnterpriseView } from './enterprises/enterprise.view.js';

export { Sanctions } from './sanctions/sanction.service.js';
export { sanctionImported, sanctionLifted } from './sanctions/sanction.events.js';

export { Workers } from './workers/worker.service.js';
export type { CertificateHeld, HeadSkill, NewHead, SkillRow } from './workers/worker.loader.js';
export { type NewPerson, type Person, WorkerPersons } from './workers/worker-person.service.js';
export { workerChanged } from './workers/worker.events.js';
