import { isIP } from 'node:net';
import type { Refusal } from '../../platform/errors/index.js';
import { DeliveryFault } from '../deliveries/delivery-fault.rules.js';
import { pushMessages } from './push.messages.js';

/** Push services are reached by name, over TLS, at the usual port; what the name stands for is looked at when it is used. */
export function refuseEndpoint(endpoint: string, field: string): Refusal | undefined {
  const no: Refusal = { code: 'VALIDATION_FAILED', message: pushMessages.endpoint, field };
  if (!URL.canParse(endpoint)) return no;
  const { protocol, hostname, port, username, password } = new URL(endpoint);
  const isNamed = isIP(hostname.replace(/^\[|\]$/g, '')) === 0 && hostname.includes('.');
  return protocol === 'https:' && port === '' && username === '' && password === '' && isNamed ? undefined : no;
}

export function refuseNotOffered(publicKey: string): Refusal | undefined {
  return publicKey === '' ? { code: 'CONFLICT', message: pushMessages.notOffered } : undefined;
}

// The device took its consent back, or was thrown away.
const goneCodes: readonly unknown[] = [404, 410];
const fullCodes: readonly unknown[] = [408, 429];

/** Why a push service did not take a message. Its address would tell where the device is, so only the status is kept. */
export class PushFault extends DeliveryFault {
  override readonly name = 'PushFault';

  private constructor(
    message: string,
    readonly isPermanent: boolean,
    /** Whether the device will never take any message again. */
    readonly isGone: boolean,
  ) {
    super(message);
  }

  static of(error: unknown): PushFault {
    const { statusCode, code } = new Object(error) as Record<string, unknown>;
    if (code === notPublic) return new PushFault('the push service is at no public address', true, true);
    if (typeof statusCode !== 'number') return new PushFault('no answer of the push service', false, false);
    const isPermanent = statusCode >= 400 && statusCode < 500 && !fullCodes.includes(statusCode);
    // 401 and 403 are about our own keys, which the operator can mend.
    const isOurs = statusCode === 401 || statusCode === 403;
    return new PushFault(
      `the push service answered ${statusCode}`,
      isPermanent && !isOurs,
      goneCodes.includes(statusCode),
    );
  }
}

/** The code of a look-up that leads to no public address. */
export const notPublic = 'ENOTPUBLIC';

export interface Outcome {
  readonly id: string;
  readonly fault: PushFault | undefined;
}

/**
 * What the outcomes on all devices come to: it is sent where one has taken it. Devices that are gone are no fault; any
 * other is, and those that may pass come first, so that it is tried again.
 */
export function verdictOf(outcomes: readonly Outcome[]): {
  gone: string[];
  isSent: boolean;
  fault: PushFault | undefined;
} {
  const gone = outcomes.filter(({ fault }) => fault?.isGone).map(({ id }) => id);
  const isSent = outcomes.some(({ fault }) => fault === undefined);
  const faults = outcomes.flatMap(({ fault }) => (fault && !fault.isGone ? [fault] : []));
  const fault = faults.find(({ isPermanent }) => !isPermanent) ?? faults[0];
  return { gone, isSent, fault: isSent ? undefined : fault };
}
