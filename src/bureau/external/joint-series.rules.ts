import type { Refusal } from '../../platform/errors/index.js';
import type { Period, Step } from '../reports/period.rules.js';
import { externalMessages } from './external.messages.js';
import { stepsFrom } from './joint.rules.js';

export function refuseStep(cadence: Step, step: Step): Refusal | undefined {
  if (stepsFrom(cadence).includes(step)) return undefined;
  return { code: 'VALIDATION_FAILED', message: externalMessages.noStep, field: 'input.step' };
}

/** Of one period nothing can be compared. */
export function refuseFewSteps(steps: readonly Period[]): Refusal | undefined {
  if (steps.length >= 2) return undefined;
  return { code: 'VALIDATION_FAILED', message: externalMessages.tooFewSteps, field: 'input.until' };
}
