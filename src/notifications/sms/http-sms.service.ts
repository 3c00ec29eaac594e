import { SmsFault } from './sms-fault.rules.js';
import { type Sms, SmsProvider } from './sms-provider.js';

const timeoutMs = 10_000;
const maxAnswer = 500;

/** A gateway that takes JSON over HTTP. 2xx: taken. */
export class HttpSms extends SmsProvider {
  constructor(
    private readonly url: string,
    private readonly token: string,
  ) {
    super();
  }

  async send(sms: Sms): Promise<void> {
    const response = await this.post(sms);
    const answer = await firstOf(response);
    if (!response.ok) throw SmsFault.ofAnswer(response.status, answer, sms.to);
  }

  private async post(sms: Sms): Promise<Response> {
    try {
      return await fetch(this.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(this.token && { authorization: `Bearer ${this.token}` }) },
        body: JSON.stringify(sms),
        // The token goes nowhere but to the gateway.
        redirect: 'manual',
        signal: AbortSignal.timeout(timeoutMs),
      });
    } catch (error) {
      throw SmsFault.ofError(error);
    }
  }
}

/** The beginning of an answer; a gateway that says a lot, or stops saying it, is not waited for. */
async function firstOf(response: Response): Promise<string> {
  const reader = response.body?.getReader();
  if (!reader) return '';
  try {
    const { value } = await reader.read();
    return new TextDecoder().decode(value?.subarray(0, maxAnswer));
  } catch {
    // What counts is the status, which has come.
    return '';
  } finally {
    void reader.cancel().catch(() => undefined);
  }
}
