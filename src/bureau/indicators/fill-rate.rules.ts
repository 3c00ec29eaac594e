import type { Refusal } from '../../platform/errors/index.js';
import { bureauMessages } from '../bureau.messages.js';

const maxDays = 731;
const dayMs = 86_400_000;

/** Heads by stage; each stage contains the ones after it. */
export interface Stages {
  readonly demanded: number;
  readonly proposed: number;
  readonly accepted: number;
  readonly onSite: number;
}

/** Filled heads ÷ requested heads (K1), 0 to 1; null where nothing is requested, for 0 of 0 is no rate. */
export function rate(filled: number, demanded: number): number | null {
  return demanded === 0 ? null : Math.min(1, filled / demanded);
}

export function refuseRange(from: string, until: string): Refusal | undefined {
  if (until < from) return { code: 'VALIDATION_FAILED', message: bureauMessages.endsBeforeStart, field: 'input.until' };
  const days = (Date.parse(until) - Date.parse(from)) / dayMs + 1;
  if (days <= maxDays) return undefined;
  return {
    code: 'VALIDATION_FAILED',
    message: bureauMessages.rangeTooLong,
    params: { days: maxDays },
    field: 'input.until',
  };
}
