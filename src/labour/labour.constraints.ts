import { mapConstraints } from '../platform/database/constraints.js';
import { platformMessages, type Refusal } from '../platform/errors/index.js';
import { agreementMessages } from './agreements/agreement.messages.js';
import { employmentMessages } from './employments/employment.messages.js';
import { complaintMessages } from './complaints/complaint.messages.js';
import { labourMessages } from './labour.messages.js';
import { reviewMessages } from './reviews/review.messages.js';

const unknownCode = (field: string): Refusal => ({
  code: 'VALIDATION_FAILED',
  message: platformMessages.invalidValue,
  params: { field },
  field,
});
const conflict = (message: Refusal['message']): Refusal => ({ code: 'CONFLICT', message });

/** What it means when the database refuses: the rules that hold even if code is wrong. */
export function mapLabourConstraints(): void {
  mapConstraints({
    labour_need_occupation_id_fkey: unknownCode('input.occupationId'),
    labour_need_region_id_fkey: unknownCode('input.regionId'),
    labour_need_headcount: conflict(labourMessages.needFull),
    worker_booking_no_overlap: conflict(labourMessages.workerBooked),
    offer_one_open: conflict(labourMessages.offerOpen),
    offer_lender_is_not_host: conflict(labourMessages.lenderIsHost),
    complaint_post_once: { ...conflict(complaintMessages.reportedAlready), field: 'input.needId' },
    review_once: { ...conflict(reviewMessages.once), field: 'input.placementId' },
    application_once: conflict(labourMessages.applicationOnce),
    placement_inside_consent: { code: 'RULE_VIOLATED', message: labourMessages.consentMissing },
    placement_loan_needs_consent: { code: 'RULE_VIOLATED', message: labourMessages.consentMissing },
    placement_inside_agreement: { code: 'RULE_VIOLATED', rule: 'R8', message: agreementMessages.agreementMissing },
    placement_loan_needs_agreement: { code: 'RULE_VIOLATED', rule: 'R8', message: agreementMessages.agreementMissing },
    agreement_headcount: { code: 'RULE_VIOLATED', rule: 'R8', message: agreementMessages.agreementMissing },
    agreement_carries_placement: conflict(agreementMessages.amendmentLeavesHeads),
    agreement_one_change: conflict(agreementMessages.changeOpen),
    written_once: conflict(agreementMessages.writtenOnce),
    agreement_is_fixed: conflict(agreementMessages.writtenOnce),
    employment_one: conflict(employmentMessages.alreadyRecorded),
    consent_carries_placement: { code: 'RULE_VIOLATED', message: labourMessages.consentMissing },
  });
}
