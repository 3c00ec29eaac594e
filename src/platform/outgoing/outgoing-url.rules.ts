import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import type { Message } from '../i18n/message.js';
import { outgoingMessages } from './outgoing.messages.js';

/** The parts of the Internet that a request may go to; with `allowsPrivate` (tests, development) also this machine. */
export interface UrlLimits {
  readonly allowsPrivate: boolean;
}

const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * Whether an address is one of the public Internet. Everything that is set aside for something else is not: private,
 * loopback, link-local, shared, multicast, documentation, and every form of IPv6 that carries an IPv4 address.
 */
export function isPublicAddress(address: string): boolean {
  // The library also reads 1.2 and octal; an address of the network has one form.
  if (isIP(address) === 0) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  return parsed.kind() === 'ipv4' || parsed.match(globalUnicast);
}

/** Why a request may not go to a URL, as far as its text tells; names are resolved and judged when they are connected to. */
export function faultOfUrl(text: string, { allowsPrivate }: UrlLimits): Message | undefined {
  // One parser for the check and for the request, so 0x7f.1, 2130706433 and １２７.0.0.1 are 127.0.0.1 to both.
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !['https:', 'http:'].includes(url.protocol)) return outgoingMessages.notAUrl;
  if (url.username || url.password || url.hash) return outgoingMessages.plainUrl;
  if (allowsPrivate) return undefined;
  if (url.protocol !== 'https:') return outgoingMessages.httpsOnly;
  if (url.port) return outgoingMessages.standardPort;
  return isPublicHost(url.hostname) ? undefined : outgoingMessages.notPublic;
}

function isPublicHost(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0) return isPublicAddress(host);
  const labels = host.replace(/\.$/, '').split('.');
  // Names that only a local network knows. A last label of digits cannot be a public name.
  const last = labels.at(-1) ?? '';
  return labels.length > 1 && !/^(localhost|local|internal|intranet|lan|home|arpa|\d+)$/.test(last);
}
