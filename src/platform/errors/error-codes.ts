/** Every code an error can carry in `extensions.code`, and what a caller should make of it. docs/errors.md is generated from it. */
export const errorCodes = {
  VALIDATION_FAILED:
    'The input is not acceptable; `extensions.fields` names each field and why. Correct it and call again.',
  UNAUTHENTICATED: 'No valid credentials were given. Log in or refresh the session.',
  FORBIDDEN: 'The caller is known but may not do this.',
  NOT_FOUND: 'It does not exist, or the caller may not see it.',
  CONFLICT: 'It contradicts what already holds (a booking, a full need, an idempotency key used for something else).',
  ILLEGAL_TRANSITION:
    'The object is in a state from which this step is not possible; `extensions.allowed` lists the steps that are.',
  RULE_VIOLATED: 'A legal rule forbids this; the message names it.',
  RATE_LIMITED: 'Too many calls; `extensions.retryAfterSeconds` says when to try again.',
  REQUEST_REFUSED: 'The request itself is malformed, too deep, too costly or too large.',
  UNAVAILABLE: 'A part the service stands on is not available now; try again later.',
  INTERNAL: 'A fault of the service. It was logged under `extensions.requestId`.',
} as const;

export type ErrorCode = keyof typeof errorCodes;
