export { AgreementsModule } from './agreements/agreements.module.js';
export { Agreement } from './agreements/agreement.entity.js';
export * from './agreements/agreement.events.js';
export { AgreementPapers } from './agreements/agreement-paper.service.js';
export { attendanceDisputed, attendanceRecorded, attendanceResolved } from './attendance/attendance.events.js';
export { termsFromNeed } from './agreements/standard-terms.js';
export type { AgreementTerms } from './agreements/terms.js';
export { availabilityChanged } from './availability/availability.events.js';
export { ruleBook } from './compliance/rule-book.js';
export { blocksChanged } from './blocks/block.events.js';
export { complaintAnswered, complaintFiled } from './complaints/complaint.events.js';
export {
  consentExpired,
  consentGranted,
  consentRefused,
  consentRequested,
  consentWithdrawn,
} from './consents/consent.events.js';
export * from './labour.events.js';
export { type ImportOptions, Imports } from './imports/import.service.js';
export * from './life.events.js';
export { LabourModule } from './labour.module.js';
export { type NewNeed, Needs } from './needs/need.service.js';
export { Offers } from './offers/offer.service.js';
export { ShiftKind } from './needs/need.input.js';
export { LabourNeedView, toNeedView } from './needs/need.view.js';
export { ScorePart } from './proposals/proposal.view.js';
export { type ProposalDifference, type ProposedPair, Proposals } from './proposals/proposal.service.js';
export {
  lineObjected,
  objectionAnswered,
  settlementConfirmed,
  settlementDisputed,
  settlementDueSoon,
  settlementIssued,
  settlementLate,
  settlementPaid,
  settlementUnissued,
} from './settlements/settlement.events.js';
export { maskedName } from './passes/pass.rules.js';
export { reviewAppealDecided, reviewAppealed, reviewPublished } from './reviews/review.events.js';
export { surplusClosed, surplusPublished } from './surplus/surplus.events.js';
export { type NewListing, SurplusPublication } from './surplus/surplus-publication.service.js';
export { WageUnit } from './wage.js';
