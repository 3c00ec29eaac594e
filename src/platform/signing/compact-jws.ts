import { compactVerify, errors, type JWK } from 'jose';

export const algorithm = 'ES256';

/** The public half of a key, by its id; undefined where nobody knows it. */
export type KeyOf = (kid: string) => Promise<JWK | undefined>;

export interface VerifiedJws {
  readonly kid: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** Whether a part is written the one way that base64url has for its bytes: else a bit could be changed unseen. */
export function isCanonical(part: string): boolean {
  return /^[A-Za-z0-9_-]*$/.test(part) && Buffer.from(part, 'base64url').toString('base64url') === part;
}

/** A JSON object that a part stands for; undefined when it is none. */
export function objectIn(part: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/**
 * What a compact JWS says, if a key that `keyOf` knows made it with ES256 for this `typ`. Undefined for anything else: an
 * algorithm or a key that the token brings along is never asked.
 */
export async function verifyCompact(jws: string, typ: string, keyOf: KeyOf): Promise<VerifiedJws | undefined> {
  const parts = jws.split('.');
  const [header = '', payload = ''] = parts;
  const { kid, alg, typ: given } = objectIn(header) ?? {};
  if (parts.length !== 3 || !parts.every(isCanonical) || alg !== algorithm || given !== typ) return undefined;
  const jwk = typeof kid === 'string' ? await keyOf(kid) : undefined;
  const said = objectIn(payload);
  if (typeof kid !== 'string' || !jwk || !said) return undefined;
  try {
    await compactVerify(jws, jwk, { algorithms: [algorithm] });
    return { kid, payload: said };
  } catch (error) {
    if (error instanceof errors.JOSEError) return undefined;
    throw error;
  }
}
