import type { LookupAddress } from 'node:dns';
import { Resolver } from 'node:dns/promises';
import type { RequestOptions } from 'node:https';
import { isIP } from 'node:net';
import { Injectable } from '@nestjs/common';
import type { Message } from '../i18n/message.js';
import { AddressRefused, publicAddresses, publicLookup } from './outgoing-address.rules.js';
import { faultOfUrl, type UrlLimits } from './outgoing-url.rules.js';
import { outgoingMessages } from './outgoing.messages.js';

/** How to connect to addresses that people chose, without being led into the network that this machine stands in. */
@Injectable()
export class Outgoing {
  // Asks DNS itself: names of this machine's own hosts file lead nowhere, and a slow server holds no thread.
  private readonly dns = new Resolver({ timeout: 2_000, tries: 2 });

  /** Why requests may not go to a URL, if so: by its text, then by all addresses that its name has now. */
  async faultOf(url: string, limits: UrlLimits): Promise<Message | undefined> {
    const fault = faultOfUrl(url, limits);
    if (fault || limits.allowsPrivate) return fault;
    try {
      const { hostname } = new URL(url);
      // An address was judged with the text.
      if (isIP(hostname.replace(/^\[|\]$/g, '')) === 0) await publicAddresses((host) => this.resolve(host), hostname);
      return undefined;
    } catch (error) {
      return error instanceof AddressRefused ? outgoingMessages.notPublic : outgoingMessages.unknownHost;
    }
  }

  /** Options of a request whose URL `faultOfUrl` let pass: it connects only to addresses that are judged then. */
  connection({ allowsPrivate }: UrlLimits): Pick<RequestOptions, 'agent' | 'lookup'> {
    return {
      // A connection of its own: none is kept that was judged under another name.
      agent: false,
      ...(!allowsPrivate && { lookup: publicLookup((host) => this.resolve(host)) }),
    };
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
