import type { LookupAddress } from 'node:dns';
import { Resolver } from 'node:dns/promises';
import { type ClientRequest, type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP } from 'node:net';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Config } from '../../platform/config/config.js';
import { version } from '../../platform/config/release.js';
import type { Message } from '../../platform/i18n/message.js';
import { AddressRefused, publicAddresses, publicLookup } from './webhook-address.rules.js';
import { signaturesOf } from './webhook-signature.rules.js';
import { faultOfUrl, type UrlLimits } from './webhook-url.rules.js';
import { webhookMessages } from './webhook.messages.js';
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
  // Asks DNS itself: names of this machine's own hosts file lead nowhere, and a slow server holds no thread.
  private readonly dns = new Resolver({ timeout: 2_000, tries: 2 });

  constructor(
    config: Config,
    private readonly clock: Clock,
  ) {
    this.limits = { allowsPrivate: config.settings.WEBHOOK_ALLOW_PRIVATE };
  }

  /** Why messages may not go to a URL, if so: by its text, then by all addresses that its name has now. */
  async faultOf(url: string): Promise<Message | undefined> {
    const fault = faultOfUrl(url, this.limits);
    if (fault || this.limits.allowsPrivate) return fault;
    try {
      const { hostname } = new URL(url);
      // An address was judged with the text.
      if (isIP(hostname.replace(/^\[|\]$/g, '')) === 0) await publicAddresses((host) => this.resolve(host), hostname);
      return undefined;
    } catch (error) {
      return error instanceof AddressRefused ? webhookMessages.notPublic : webhookMessages.unknownHost;
    }
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
        // A connection of its own: none is kept that was judged under another name.
        agent: false,
        signal: AbortSignal.timeout(timeoutMs),
        ...(!this.limits.allowsPrivate && { lookup: publicLookup((host) => this.resolve(host)) }),
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

  private async resolve(host: string): Promise<LookupAddress[]> {
    const [four, six] = await Promise.allSettled([this.dns.resolve4(host), this.dns.resolve6(host)]);
    const found = [
      ...(four.status === 'fulfilled' ? four.value.map((address) => ({ address, family: 4 })) : []),
      ...(six.status === 'fulfilled' ? six.value.map((address) => ({ address, family: 6 })) : []),
    ];
    if (found.length === 0) throw new Error('the host name cannot be found');
    return found;
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
