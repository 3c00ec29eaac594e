import type { LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { isPublicAddress } from './outgoing-url.rules.js';

/** Finds all addresses of a host name; rejects when there are none. */
export type Resolve = (host: string) => Promise<readonly LookupAddress[]>;

/** A name led to an address that is not public. Says nothing of where, for that is what an attacker would like to learn. */
export class AddressRefused extends Error {
  override readonly name = 'AddressRefused';

  constructor() {
    super('the address is not one of the public Internet');
  }
}

/** All addresses of a host, when every one is public; one that is not spoils the name. */
export async function publicAddresses(resolve: Resolve, host: string): Promise<readonly LookupAddress[]> {
  const addresses = await resolve(host);
  if (!addresses.every(({ address }) => isPublicAddress(address))) throw new AddressRefused();
  return addresses;
}

/** A `lookup` for a socket: it connects to the very addresses that were judged, so a second answer of DNS changes nothing. */
export function publicLookup(resolve: Resolve): LookupFunction {
  return (host, { all }, done) => {
    publicAddresses(resolve, host).then(
      (addresses) => {
        const [first] = addresses;
        if (!first) done(new Error(`no address of ${host}`), '');
        else if (all) done(null, [...addresses]);
        else done(null, first.address, first.family);
      },
      (error: unknown) => done(error instanceof Error ? error : new Error(String(error)), ''),
    );
  };
}
