import { redactText } from '../../platform/logging/logger.js';

const addresses = /[^\s<>"'(),:;]+@[^\s<>"'(),:;]+/g;
const maxReason = 500;

/** Why a message was not taken, without addresses and numbers of people: servers repeat whom it was for. */
export abstract class DeliveryFault extends Error {
  /** Whether trying again is in vain. */
  abstract readonly isPermanent: boolean;
}

/** What went wrong, as it may be kept. */
export function readableFault(error: unknown): string {
  const { message } = new Object(error) as Record<string, unknown>;
  const text = typeof message === 'string' ? message : String(error);
  return redactText(text.replace(addresses, '[redacted]')).slice(0, maxReason);
}
