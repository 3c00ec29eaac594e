import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/config.js';
import { version } from '../../platform/config/release.js';
import type { Message } from '../../platform/i18n/message.js';
import { AddressRefused } from '../../platform/outgoing/outgoing-address.rules.js';
import { Outgoing } from '../../platform/outgoing/outgoing.service.js';
import { faultOfUrl, type UrlLimits } from '../../platform/outgoing/outgoing-url.rules.js';
import type { ExternalFailure } from './external-failure.js';

const timeoutMs = 10_000;
const maxBytes = 2 * 1024 * 1024;

/** What an address answered, or why it told nothing. */
export type Answer = { readonly text: string } | { readonly failure: ExternalFailure; readonly status: number | null };

/** The one place that reads addresses which officers chose. */
@Injectable()
export class ExternalReader {
  private readonly limits: UrlLimits;

  constructor(
    config: Config,
    private readonly outgoing: Outgoing,
  ) {
    this.limits = { allowsPrivate: config.settings.EXTERNAL_ALLOW_PRIVATE };
  }

  /** Why an address may not be read, if so. */
  faultOf(url: string): Promise<Message | undefined> {
    return this.outgoing.faultOf(url, this.limits);
  }

  /** Reads once, within ten seconds and 2 MB. Never throws for what the other side does, never follows where it points. */
  async read(url: string): Promise<Answer> {
    if (faultOfUrl(url, this.limits)) return { failure: 'ADDRESS_REFUSED', status: null };
    try {
      return await this.get(new URL(url));
    } catch (error) {
      return { failure: failureOf(error), status: null };
    }
  }

  private get(url: URL): Promise<Answer> {
    const send = url.protocol === 'https:' ? requestHttps : requestHttp;
    return new Promise((resolve, reject) => {
      const request = send(url, {
        ...this.outgoing.connection(this.limits),
        // Of the whole exchange: an answer that drips is cut as well.
        signal: AbortSignal.timeout(timeoutMs),
        headers: { accept: 'application/json', 'accept-encoding': 'identity', 'user-agent': `Gongji/${version}` },
      });
      request.on('error', reject);
      request.on('response', (answer) => {
        collect(answer).then(resolve, reject);
      });
      request.end();
    });
  }
}

async function collect(answer: IncomingMessage): Promise<Answer> {
  const status = answer.statusCode ?? 0;
  if (status !== 200) {
    answer.destroy();
    return { failure: status >= 300 && status < 400 ? 'REDIRECTED' : 'BAD_STATUS', status };
  }
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > maxBytes) {
      answer.destroy();
      return { failure: 'TOO_LARGE', status: null };
    }
    chunks.push(chunk);
  }
  return { text: Buffer.concat(chunks).toString('utf8') };
}

function failureOf(error: unknown): ExternalFailure {
  if (error instanceof AddressRefused) return 'ADDRESS_REFUSED';
  // Several addresses were tried: each has its own reason.
  if (error instanceof AggregateError) return error.errors.map(failureOf)[0] ?? 'UNREACHABLE';
  const isLate = error instanceof Error && ['TimeoutError', 'AbortError'].includes(error.name);
  return isLate ? 'TIMED_OUT' : 'UNREACHABLE';
}
