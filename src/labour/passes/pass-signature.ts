import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto';
import { codeOf } from '../../platform/errors/index.js';
import { isCanonical } from '../../platform/signing/compact-jws.js';
import { type DeviceKey, type ParsedPass, signedText } from './pass.rules.js';

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
export function isMadeBy(key: DeviceKey, { certificate, timeText, signature }: ParsedPass): boolean {
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
