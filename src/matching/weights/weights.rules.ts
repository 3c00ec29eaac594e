import type { Refusal } from '../../platform/errors/index.js';
import { scoreParts, type Weights } from '../edges/score.rules.js';
import { weightsMessages } from './weights.messages.js';

/** Of one part. */
export const mostWeight = 100;

/** Weights that weigh nothing cannot be weighed against each other. */
export function refuseWeightless(weights: Weights): Refusal | undefined {
  if (scoreParts.some((part) => weights[part] > 0)) return undefined;
  return { code: 'VALIDATION_FAILED', message: weightsMessages.weightless, field: 'input.weights' };
}

/** Whoever changes weights has seen those that hold. */
export function refuseOutdated(latest: number, basedOn: number): Refusal | undefined {
  if (basedOn === latest) return undefined;
  const message = weightsMessages.outdated;
  return { code: 'CONFLICT', message, params: { version: latest }, field: 'input.basedOnVersion' };
}
