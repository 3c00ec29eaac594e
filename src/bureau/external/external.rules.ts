import type { Refusal } from '../../platform/errors/index.js';
import type { Message } from '../../platform/i18n/message.js';
import type { Step } from '../reports/period.rules.js';
import type { ExternalSeries } from './external.entity.js';
import { externalMessages } from './external.messages.js';

/** Three times what a province has. */
export const maxSeries = 500;

export function refuseUrl(fault: Message | undefined): Refusal | undefined {
  return fault && { code: 'VALIDATION_FAILED', message: fault, field: 'input.address.url' };
}

export function refuseFull(count: number, max: number): Refusal | undefined {
  return count < max ? undefined : { code: 'CONFLICT', message: externalMessages.tooManySeries, params: { max } };
}

/** Values are kept by the first day of their period, so what a period is stays. */
export function refuseCadence(is: Step, wanted: Step, hasValues: boolean): Refusal | undefined {
  if (is === wanted || !hasValues) return undefined;
  return { code: 'CONFLICT', message: externalMessages.cadenceFixed, field: 'input.cadence' };
}

/** A series that is off takes nothing in. */
export function refuseOff({ isOn }: Pick<ExternalSeries, 'isOn'>, field?: string): Refusal | undefined {
  return isOn ? undefined : { code: 'CONFLICT', message: externalMessages.isOff, ...(field && { field }) };
}

export function refuseNotFetched({ source }: Pick<ExternalSeries, 'source'>): Refusal | undefined {
  if (source === 'http') return undefined;
  return { code: 'CONFLICT', message: externalMessages.notFetched, field: 'input.externalSeriesId' };
}

export const underWay: Refusal = {
  code: 'CONFLICT',
  message: externalMessages.underWay,
  field: 'input.externalSeriesId',
};
