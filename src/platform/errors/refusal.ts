import type { Message, MessageParams } from '../i18n/message.js';
import type { ErrorCode } from './error-codes.js';

/** An expected no: what rules return and services throw. */
export interface Refusal {
  readonly code: ErrorCode;
  readonly message: Message;
  readonly params?: MessageParams;
  /** Path of the input field at fault, e.g. `input.endsOn`. */
  readonly field?: string;
  /** The legal rule that says no, e.g. `R14`: shown with its title and clause, see rule-book.ts. */
  readonly rule?: string;
  /** For ILLEGAL_TRANSITION: the states that can follow. */
  readonly allowed?: readonly string[];
  readonly retryAfterSeconds?: number;
}

/** Carries one or more refusals to the edge, where they get the caller's language. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';
  readonly refusals: readonly [Refusal, ...Refusal[]];

  constructor(first: Refusal, ...others: Refusal[]) {
    super(first.message.en);
    this.refusals = [first, ...others];
  }
}

/** Throws the refusal a rule returned; does nothing when the rule had none. */
export function refuse(refusal: Refusal | undefined): void {
  if (refusal) throw new RefusedError(refusal);
}

/** Throws every refusal in the list at once, so that a form shows all its faults together. */
export function refuseAll(refusals: readonly (Refusal | undefined)[]): void {
  const [first, ...others] = refusals.filter((refusal) => refusal !== undefined);
  if (first) throw new RefusedError(first, ...others);
}

/** The value, or the refusal thrown where there is none. */
export function orRefuse<T>(value: T | null | undefined, refusal: Refusal): T {
  if (value === null || value === undefined) throw new RefusedError(refusal);
  return value;
}
