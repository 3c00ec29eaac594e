import type { IncomingHttpHeaders } from 'node:http';
import { platformMessages, type Refusal } from '../errors/index.js';

export interface BrowserRequest {
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
  /** The hosts under which the service is reached: the one this was sent to, and the published one. */
  readonly hosts: readonly string[];
}

const harmless: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses what another site makes a browser send (CSRF): anything that may change something, or that opens a socket, when
 * the browser says that it comes from elsewhere; and, when the cookie alone says who is calling, when it says nothing.
 */
export function refuseOtherSite({ headers, method, hosts }: BrowserRequest, hasCookie: boolean): Refusal | undefined {
  if (harmless.has(method) && headers.upgrade === undefined) return undefined;
  const site = headers['sec-fetch-site'];
  const { origin } = headers;
  const isElsewhere =
    (site !== undefined && site !== 'same-origin' && site !== 'none') ||
    (origin !== undefined && !hosts.includes(hostOf(origin)));
  const isSilent = hasCookie && site === undefined && origin === undefined;
  return isElsewhere || isSilent ? { code: 'FORBIDDEN', message: platformMessages.otherSite } : undefined;
}

/** Host and port; empty for an opaque origin. */
function hostOf(origin: string): string {
  return URL.canParse(origin) ? new URL(origin).host : '';
}
