import { type ClientRequest, type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Config } from '../../platform/config/config.js';
import { version } from '../../platform/config/release.js';
import type { Message } from '../../platform/i18n/message.js';
import { Outgoing } from '../../platform/outgoing/outgoing.service.js';
import { faultOfUrl, type UrlLimits } from '../../platform/outgoing/outgoing-url.rules.js';
import { signaturesOf } from './webhook-signature.rules.js';
import type { Outcome } from './webhook.rules.js';

const timeoutMs = 5_000;
const maxAnswerBytes = 65_536;
const maxErrorLength = 200;

export interface MessageToSend {
  readonly id: string;
  readonly url: string;
  readonly body: string;
  /** Every secret that is valid now, the newest first. */
  readonly secrets: readonly string[];
}

/** The one place that connects to addresses that customers chose. */
@Injectable()
export class WebhookSender {
  private readonly limits: UrlLimits;

  constructor(
    config: Config,
    private readonly clock: Clock,
    private readonly outgoing: Outgoing,
  ) {
    this.limits = { allowsPrivate: config.settings.WEBHOOK_ALLOW_PRIVATE };
  }

  /** Why messages may not go to a URL, if so: by its text, then by all addresses that its name has now. */
  faultOf(url: string): Promise<Message | undefined> {
    return this.outgoing.faultOf(url, this.limits);
  }

  /** Sends one message once. Never throws for what the other side does, never follows where it points. */
  async send(message: MessageToSend): Promise<Outcome> {
    const start = performance.now();
    const ended = (status: number | null, error: string | null): Outcome => ({
      ...{ status, error: error?.slice(0, maxErrorLength) ?? null },
      durationMs: Math.round(performance.now() - start),
    });
    const fault = faultOfUrl(message.url, this.limits);
    if (fault) return ended(null, fault.en);
    try {
      const status = await this.post(message);
      return ended(status, status >= 200 && status < 300 ? null : `answered ${status}`);
    } catch (error) {
      return ended(null, reasonOf(error));
    }
  }

  private post({ id, url, body, secrets }: MessageToSend): Promise<number> {
    const timestamp = Math.floor(this.clock.now().getTime() / 1_000);
    const target = new URL(url);
    const send = target.protocol === 'https:' ? requestHttps : requestHttp;
    return new Promise((resolve, reject) => {
      const request: ClientRequest = send(target, {
        method: 'POST',
        ...this.outgoing.connection(this.limits),
        signal: AbortSignal.timeout(timeoutMs),
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          'user-agent': `Gongji-Webhooks/${version}`,
          'webhook-id': id,
          'webhook-timestamp': String(timestamp),
          'webhook-signature': signaturesOf({ id, timestamp, body }, secrets),
        },
      });
      request.on('error', reject);
      request.on('response', (answer) => drain(answer, resolve));
      request.end(body);
    });
  }
}

/** Reads a little of the answer, so that the other side may end in peace, keeps nothing, and tells its status. */
function drain(answer: IncomingMessage, tell: (status: number) => void): void {
  let bytes = 0;
  answer.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes >= maxAnswerBytes) answer.destroy();
  });
  // The status is all that counts; an answer cut short by either side has had it.
  answer.on('error', () => undefined);
  answer.on('close', () => tell(answer.statusCode ?? 0));
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError' || error.name === 'AbortError') return `no answer within ${timeoutMs / 1_000} s`;
  // Several addresses were tried: each has its own reason.
  return error instanceof AggregateError ? error.errors.map(reasonOf).join('; ') : error.message;
}
