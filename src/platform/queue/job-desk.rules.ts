import { type Refusal, RefusedError } from '../errors/index.js';
import { badCursor, idOf } from '../graphql/connection.js';
import { redactText } from '../logging/logger.js';
import { queueMessages } from './queue.messages.js';

const addresses = /[^\s<>"'(),:;]+@[^\s<>"'(),:;]+/g;
const maxReason = 1_000;

/** Why a job failed, as it may be read: faults repeat what they were given, so numbers and addresses of people go. */
export function readableReason(reason: string | undefined): string {
  return redactText((reason ?? '').replace(addresses, '[redacted]')).slice(0, maxReason);
}

/** How many a cursor of failed jobs has behind it: a queue is listed by place, not by id. */
export function placeOf(after: string | undefined): number {
  if (after === undefined) return 0;
  const place = idOf(after);
  if (!/^\d{1,9}$/.test(place)) throw new RefusedError(badCursor);
  return Number(place);
}

export function refuseNotFailed(isFailed: boolean): Refusal | undefined {
  return isFailed ? undefined : { code: 'CONFLICT', message: queueMessages.notFailed, field: 'input.jobId' };
}
