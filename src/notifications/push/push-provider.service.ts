import { type LookupAddress, lookup, type LookupOptions } from 'node:dns';
import { Agent } from 'node:https';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import webPush from 'web-push';
import { Config } from '../../platform/config/config.js';
import { isPublicAddress } from './public-address.rules.js';
import type { PushTarget } from './push-device.loader.js';
import { notPublic, PushFault } from './push.rules.js';

const timeoutMs = 10_000;
const daySeconds = 86_400;

type LookedUp = (error: Error | null, found: string | LookupAddress[], family?: number) => void;

/**
 * Looks a name up and passes public addresses on only: it is asked at the very connection, so that no name can stand for
 * one address when it is looked at and for another when it is used.
 */
export function publicOnly(hostname: string, options: LookupOptions, done: LookedUp): void {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) {
      done(error, []);
      return;
    }
    const [first] = addresses;
    if (!first || !addresses.every(({ address }) => isPublicAddress(address)))
      done(Object.assign(new Error('no public address'), { code: notPublic }), []);
    else if (options.all) done(null, addresses);
    else done(null, first.address, first.family);
  });
}

/** What a device is told. */
export interface PushMessage {
  /** Takes the place of an earlier one with the same id on the device: a repeat is not seen. */
  readonly id: string;
  readonly title: string;
  readonly link: string;
}

/** Push messages through the service of each browser’s maker, which cannot read them. */
@Injectable()
export class PushProvider implements OnApplicationShutdown {
  private readonly agent = new Agent({ lookup: publicOnly, keepAlive: true, maxSockets: 8 });

  constructor(private readonly config: Config) {}

  /** Throws PushFault when it is not taken. */
  async send({ endpoint, p256dh, auth }: PushTarget, message: PushMessage): Promise<void> {
    const { PUSH_PUBLIC_KEY, PUSH_PRIVATE_KEY, MAIL_FROM } = this.config.settings;
    const [, address = MAIL_FROM] = /<(.+)>/.exec(MAIL_FROM) ?? [];
    try {
      await webPush.sendNotification({ endpoint, keys: { p256dh, auth } }, JSON.stringify(message), {
        vapidDetails: { subject: `mailto:${address}`, publicKey: PUSH_PUBLIC_KEY, privateKey: PUSH_PRIVATE_KEY },
        ...{ agent: this.agent, timeout: timeoutMs, TTL: daySeconds },
      });
    } catch (error) {
      throw PushFault.of(error);
    }
  }

  onApplicationShutdown(): void {
    this.agent.destroy();
  }
}
