// What a gate learns of a pass without network. Use: `await keepPlatformKeys()` while online; then
// `const read = await readPass(scannedText, keptPlatformKeys(), Date.now())`. It answers a problem's code (a text of the
// screen's), or what the certificate says. Online, ask `verifyWorkPass` or `scanWorkPass` instead: they also know of ended
// placements, newer phones and codes used before, so a screen should say that an offline answer does not.
import {
  fromBase64Url,
  hashOf,
  type ParsedPass,
  parsePass,
  type PassProblem,
  problemOfTime,
  signedText,
} from './pass-code';

const typ = 'gongji-pass+jws';
const place = 'gongji.platform-keys';
const curve = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const signing = { name: 'ECDSA', hash: 'SHA-256' } as const;

export interface PlatformKey extends JsonWebKey {
  readonly kid: string;
}

/** What a certificate says that holds. */
export interface PassFacts {
  readonly initials: string;
  readonly occupation: string;
  readonly needReference: string;
  readonly hostId: string;
  /** First and last day of the placement. */
  readonly days: readonly [startsOn: string, endsOn: string];
}

/** Fetches the platform's public keys and keeps them for a time without network. */
export async function keepPlatformKeys(): Promise<void> {
  const response = await fetch('/.well-known/jwks.json');
  if (response.ok) localStorage.setItem(place, await response.text());
}

/** The keys kept last; none where none ever were. */
export function keptPlatformKeys(): PlatformKey[] {
  const kept = localStorage.getItem(place);
  return kept === null ? [] : (JSON.parse(kept) as { keys: PlatformKey[] }).keys;
}

export async function readPass(
  text: string,
  keys: readonly PlatformKey[],
  nowMs: number,
): Promise<PassFacts | PassProblem> {
  const parsed = parsePass(text);
  if (!parsed) return 'MALFORMED';
  const claims = await claimsIn(parsed.certificate, keys);
  if (!claims) return 'NOT_OURS';
  if (!(await isMadeBy(claims.cnf.jwk, parsed))) return 'NOT_FROM_DEVICE';
  const now = Math.floor(nowMs / 1_000);
  if (now >= claims.exp) return 'EXPIRED';
  const { initials, occupation, need: needReference, host: hostId, days } = claims;
  return problemOfTime(parsed.time, now) ?? { initials, occupation, needReference, hostId, days };
}

/** The placement that a pass says it is for. It proves nothing: only to be asked of a pass that the server found good. */
export function placementOf(text: string): string | undefined {
  const claims = jsonIn(parsePass(text)?.certificate.split('.')[1] ?? '');
  return claims && 'pid' in claims && typeof claims.pid === 'string' ? claims.pid : undefined;
}

interface Claims {
  readonly exp: number;
  readonly cnf: { readonly jwk: JsonWebKey };
  readonly initials: string;
  readonly occupation: string;
  readonly need: string;
  readonly host: string;
  readonly days: readonly [string, string];
}

/** What the certificate says, if the platform signed it. Its form is then the platform's own. */
async function claimsIn(certificate: string, keys: readonly PlatformKey[]): Promise<Claims | undefined> {
  const [header = '', payload = '', signature = ''] = certificate.split('.');
  const { alg, typ: given, kid } = (jsonIn(header) ?? {}) as Readonly<Record<string, unknown>>;
  const jwk = keys.find((key) => key.kid === kid);
  if (alg !== 'ES256' || given !== typ || !jwk) return undefined;
  const holds = await isSigned(jwk, `${header}.${payload}`, signature);
  return holds ? (jsonIn(payload) as Claims | undefined) : undefined;
}

async function isMadeBy(jwk: JsonWebKey, { certificate, timeText, signature }: ParsedPass): Promise<boolean> {
  return isSigned(jwk, signedText(await hashOf(certificate), timeText), signature);
}

async function isSigned({ x, y }: JsonWebKey, text: string, signature: string): Promise<boolean> {
  const bytes = fromBase64Url(signature);
  if (!bytes || x === undefined || y === undefined) return false;
  const key = await crypto.subtle.importKey('jwk', { kty: 'EC', crv: 'P-256', x, y }, curve, false, ['verify']);
  return crypto.subtle.verify(signing, key, bytes, new TextEncoder().encode(text));
}

/** An object in JSON in base64url; undefined for anything else. */
function jsonIn(part: string): object | undefined {
  const bytes = fromBase64Url(part);
  if (!bytes) return undefined;
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
