import { createHash, randomBytes } from 'node:crypto';

// Crockford's base 32: nothing that can be misread when a code is copied from paper.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 12;

/** A new claim code of 60 random bits, as it is handed over: `7K3Q-M0TX-9B2D`. */
export function newClaimCode(): string {
  const characters = [...randomBytes(length)].map((byte) => alphabet.charAt(byte % alphabet.length)).join('');
  return characters.replace(/(.{4})(?=.)/g, '$1-');
}

/** The SHA-256 under which a code is kept; spacing, case and look-alike letters (O, I, L) do not matter. */
export function claimCodeHash(code: string): Buffer {
  const bare = code.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
  return createHash('sha256').update(bare).digest();
}
