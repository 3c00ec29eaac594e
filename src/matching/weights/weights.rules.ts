import { RefusedError, type Refusal } from '../../platform/errors/index.js';
import { badCursor, idOf } from '../../platform/graphql/connection.js';
import { scoreParts, type Weights } from '../edges/score.rules.js';
import { weightsMessages } from './weights.messages.js';

/** Of one part. */
export const mostWeight = 100;

/** Weights that weigh nothing cannot be weighed against each other. */
export function refuseWeightless(weights: Weights): Refusal | undefined {
  if (scoreParts.some((part) => weights[part] > 0)) return undefined;
  return { code: 'VALIDATION_FAILED', message: weightsMessages.weightless, field: 'input.weights' };
}

/** The version that a cursor of their list stands for. */
export function versionOf(cursor: string): number {
  const [version = ''] = /^\d{1,9}$/.exec(idOf(cursor)) ?? [];
  if (version === '') throw new RefusedError(badCursor);
  return Number(version);
}

/** Whoever changes weights has seen those that hold. */
export function refuseOutdated(latest: number, basedOn: number): Refusal | undefined {
  if (basedOn === latest) return undefined;
  const message = weightsMessages.outdated;
  return { code: 'CONFLICT', message, params: { version: latest }, field: 'input.basedOnVersion' };
}
