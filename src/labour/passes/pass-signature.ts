import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto';
import { codeOf } from '../../platform/errors/index.js';
import { isCanonical, type VerifiedJws } from '../../platform/signing/compact-jws.js';
import type { PassProblem } from './pass.messages.js';
import {
  claimsOf,
  type DeviceKey,
  type ParsedPass,
  parsePass,
  type PassClaims,
  problemOfLife,
  problemOfTime,
  signedText,
} from './pass.rules.js';

/** A pass whose signatures and times hold. */
export interface ReadPass {
  readonly claims: PassClaims;
  readonly time: number;
}

/** What a pass says by itself, without the server's facts. `verify` checks the platform's signature on a certificate. */
export async function readPass(
  text: string,
  nowSeconds: number,
  verify: (certificate: string) => Promise<VerifiedJws | undefined>,
): Promise<ReadPass | PassProblem> {
  const parsed = parsePass(text);
  if (!parsed) return 'MALFORMED';
  const signed = await verify(parsed.certificate);
  const claims = signed && claimsOf(signed.payload);
  if (!claims) return 'NOT_OURS';
  if (!isMadeBy(claims.cnf.jwk, parsed)) return 'NOT_FROM_DEVICE';
  const late = problemOfLife(claims, nowSeconds) ?? problemOfTime(parsed.time, nowSeconds);
  return late ?? { claims, time: parsed.time };
}

/** A key of WebCrypto in a phone; undefined when its numbers are no point of the curve. */
export function publicKeyOf({ kty, crv, x, y }: DeviceKey): KeyObject | undefined {
  try {
    return createPublicKey({ key: { kty, crv, x, y }, format: 'jwk' });
  } catch (error) {
    if (codeOf(error)?.startsWith('ERR_')) return undefined;
    throw error;
  }
}

/** Whether the phone with this key made the code. */
function isMadeBy(key: DeviceKey, { certificate, timeText, signature }: ParsedPass): boolean {
  const publicKey = publicKeyOf(key);
  if (!publicKey || !isCanonical(signature)) return false;
  const text = signedText(createHash('sha256').update(certificate).digest('base64url'), timeText);
  return verify(
    'sha256',
    Buffer.from(text),
    { key: publicKey, dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  );
}
