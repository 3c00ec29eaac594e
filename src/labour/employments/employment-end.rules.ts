import type { LocalDate } from '../../platform/clock/clock.js';
import type { Refusal } from '../../platform/errors/index.js';
import { addDays } from '../../platform/clock/local-date.js';
import type { Finding } from '../compliance/finding.js';
import { employmentEndMessages } from './employment-end.messages.js';

/** How a labour contract ended, as the employer states it. */
export type EmploymentEndReason = 'expired' | 'agreed' | 'resigned' | 'dismissed' | 'other';
export type LenderLossReason = 'bankrupt' | 'deregistered';

const massReduction = {
  people: 20,
  percent: 10,
  /** Only a part of the staff is known here: a share of fewer people than this says nothing. */
  fewestForShare: 5,
} as const;

/** How many days of dismissals count as one reduction. */
export const reductionDays = 30;

interface Reduction {
  /** Contracts that the employer ended in the last days. */
  readonly dismissed: number;
  /** Who is still employed by it, as far as known here. */
  readonly staff: number;
}

/** R36: that many dismissals in so short a time may be a mass reduction. A hint: nothing is refused. */
export function reductionFindings({ dismissed, staff }: Reduction): Finding[] {
  const isShare =
    dismissed >= massReduction.fewestForShare && dismissed * 100 >= (staff + dismissed) * massReduction.percent;
  if (dismissed < massReduction.people && !isShare) return [];
  return [{ rule: 'R36', severity: 'note', message: employmentEndMessages.massReduction, params: { dismissed } }];
}

/** What has not happened yet cannot be stated: from its last day on the loan stops and others may hire (R23, R24). */
export function refuseEndDay(day: LocalDate, today: LocalDate, field: string): Refusal | undefined {
  if (day <= today && day >= addDays(today, -366)) return undefined;
  return { code: 'VALIDATION_FAILED', message: employmentEndMessages.badDate, params: { today }, field };
}
