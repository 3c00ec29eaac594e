import { platformMessages, type Refusal } from '../../platform/errors/index.js';

/** What was worked lies behind us. */
export function refuseFutureDay(day: string, today: string): Refusal | undefined {
  if (day <= today) return undefined;
  return {
    code: 'VALIDATION_FAILED',
    message: platformMessages.invalidValue,
    params: { field: 'day' },
    field: 'input.day',
  };
}
