import type { LocalDate } from '../../platform/clock/clock.js';
import type { Refusal } from '../../platform/errors/index.js';
import { addDays } from '../../platform/clock/local-date.js';
import { employmentEndMessages } from './employment-end.messages.js';

/** How a labour contract ended, as the employer states it. */
export type EmploymentEndReason = 'expired' | 'agreed' | 'resigned' | 'dismissed' | 'other';
export type LenderLossReason = 'bankrupt' | 'deregistered';

/** What has not happened yet cannot be stated: from its last day on the loan stops and others may hire (R23, R24). */
export function refuseEndDay(day: LocalDate, today: LocalDate, field: string): Refusal | undefined {
  if (day <= today && day >= addDays(today, -366)) return undefined;
  return { code: 'VALIDATION_FAILED', message: employmentEndMessages.badDate, params: { today }, field };
}
