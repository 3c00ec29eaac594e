/** One SMS: an approved template and what fills its blanks. */
export interface Sms {
  /** Stays the same when an SMS is sent again, so that a gateway can know it is the same. */
  readonly id: string;
  /** E.164. */
  readonly to: string;
  readonly templateId: string;
  readonly params: Readonly<Record<string, string>>;
}

/** Whoever takes SMS to the carriers. */
export abstract class SmsProvider {
  /** Throws SmsFault when it is not taken. */
  abstract send(sms: Sms): Promise<void>;
}
