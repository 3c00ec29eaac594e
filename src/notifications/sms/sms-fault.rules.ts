import { DeliveryFault, readableFault } from '../deliveries/delivery-fault.rules.js';

// The gateway was slow or busy: the same request may be taken later.
const passing: readonly number[] = [408, 429];

/** Why an SMS was not taken. */
export class SmsFault extends DeliveryFault {
  override readonly name = 'SmsFault';

  private constructor(
    message: string,
    /** The gateway refuses this request for good: 4xx but for those that pass. */
    readonly isPermanent: boolean,
  ) {
    super(message);
  }

  /** What a gateway answered other than yes. It may repeat the number, in any form. */
  static ofAnswer(status: number, body: string, to: string): SmsFault {
    const said = readableFault(
      body.replaceAll(/\s+/g, ' ').replaceAll(to, '[redacted]').replaceAll(to.slice(-11), '[redacted]'),
    );
    return new SmsFault(
      `the gateway answered ${status}${said === '' ? '' : `: ${said}`}`,
      status >= 400 && status < 500 && !passing.includes(status),
    );
  }

  /** No answer at all. What `fetch` says of it is in the cause. */
  static ofError(error: unknown): SmsFault {
    const cause = error instanceof Error ? (error.cause ?? error) : error;
    return new SmsFault(`no answer of the gateway: ${readableFault(cause)}`, false);
  }
}

/** A number as a log may have it: who has it knows it, nobody else does. */
export function maskedNumber(to: string): string {
  return to.replace(/\d{4}(?=\d{4}$)/, '****');
}

/** Where SMS to an account go: the number they log in with, else that of their record; undefined: nowhere. */
export function numberOf(login: string, recorded: string | undefined): string | undefined {
  return login.startsWith('+') ? login : recorded || undefined;
}
