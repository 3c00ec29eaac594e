import { DeliveryFault, readableFault } from '../deliveries/delivery-fault.rules.js';

const permanent = 500;
// What is refused here is refused for this mail; a log-in or a sender that is refused is for the operator to mend.
const ownCommands: readonly unknown[] = ['RCPT TO', 'DATA'];

/** Why a mail was not taken. Mail servers repeat whom it was for, so the text is kept without addresses and numbers. */
export class MailFault extends DeliveryFault {
  override readonly name = 'MailFault';

  private constructor(
    message: string,
    /** The server refused this recipient or this content with 5xx. */
    readonly isPermanent: boolean,
  ) {
    super(message);
  }

  static of(error: unknown): MailFault {
    const { command, responseCode } = new Object(error) as Record<string, unknown>;
    return new MailFault(readableFault(error), ownCommands.includes(command) && Number(responseCode) >= permanent);
  }
}
