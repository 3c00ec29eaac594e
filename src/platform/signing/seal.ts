import { errors, FlattenedSign, flattenedVerify, type CryptoKey } from 'jose';
import { sha256Of } from '../digest/digest.js';
import { algorithm, isCanonical, type KeyOf, objectIn } from './compact-jws.js';

/** What a seal says beside the bytes, e.g. number and signers. No name or number of a person that the paper does not show. */
export type SealClaims = Readonly<Record<string, unknown>>;

/** What a seal that holds says. */
export interface SealFacts {
  readonly kid: string;
  readonly sealedAt: Date;
  /** Of the sealed bytes. */
  readonly sha256: string;
  readonly claims: SealClaims;
}

export interface SealingKey {
  readonly kid: string;
  readonly privateKey: CryptoKey;
}

const typ = 'gongji-seal+jws';

/**
 * A detached JWS (RFC 7515 appendix F, RFC 7797) over the bytes themselves. Time, hash and claims stand in its protected
 * header, so that one signature holds all of it: no bit of bytes or claims can change unseen.
 */
export async function makeSeal(
  bytes: Uint8Array,
  claims: SealClaims,
  { kid, privateKey }: SealingKey,
  sealedAt: Date,
): Promise<string> {
  const { protected: header = '', signature } = await new FlattenedSign(bytes)
    .setProtectedHeader({
      ...{ alg: algorithm, typ, kid, b64: false, crit: ['b64'] },
      ...{ iat: Math.floor(sealedAt.getTime() / 1_000), sha256: sha256Of(bytes), claims },
    })
    .sign(privateKey);
  return `${header}..${signature}`;
}

/** What the seal says of these bytes; undefined when it is not theirs, or not made by a key that `keyOf` knows. */
export async function checkSeal(bytes: Uint8Array, seal: string, keyOf: KeyOf): Promise<SealFacts | undefined> {
  const parts = seal.split('.');
  const [header = '', payload, signature = ''] = parts;
  if (parts.length !== 3 || payload !== '' || !isCanonical(header) || !isCanonical(signature)) return undefined;
  const { alg, typ: given, kid, iat, sha256, claims } = objectIn(header) ?? {};
  if (alg !== algorithm || given !== typ || typeof kid !== 'string' || typeof iat !== 'number') return undefined;
  if (typeof claims !== 'object' || claims === null || typeof sha256 !== 'string') return undefined;
  const jwk = sha256 === sha256Of(bytes) ? await keyOf(kid) : undefined;
  if (!jwk) return undefined;
  try {
    await flattenedVerify({ protected: header, payload: bytes, signature }, jwk, { algorithms: [algorithm] });
    return { kid, sealedAt: new Date(iat * 1_000), sha256, claims: claims as SealClaims };
  } catch (error) {
    if (error instanceof errors.JOSEError) return undefined;
    throw error;
  }
}
