// The form and the times of a work pass (上岗码), for the phone that makes it and for a gate without network. The server's
// twin is src/labour/passes/pass.rules.ts; pass-vector.json is read by the tests of both, so that they stay in step.
// Screens need nothing of this file but `passLimits.stepSeconds`: how long one code is shown.

export const passLimits = { maxLength: 2_000, skewSeconds: 60, freshSeconds: 45, stepSeconds: 15 } as const;

/** What a pass can fail by without the server; verifyWorkPass knows more. */
export type PassProblem = 'MALFORMED' | 'NOT_OURS' | 'NOT_FROM_DEVICE' | 'EXPIRED' | 'AHEAD' | 'STALE';

export interface ParsedPass {
  readonly certificate: string;
  /** When the phone made the code, seconds since 1970. */
  readonly time: number;
  readonly timeText: string;
  readonly signature: string;
}

export function parsePass(text: string): ParsedPass | undefined {
  const pass = text.slice(text.indexOf('#') + 1);
  if (pass.length > passLimits.maxLength) return undefined;
  const form = /^GJ1\.([\w-]+\.[\w-]+\.[\w-]{86})\.([1-9a-z][0-9a-z]{0,7})\.([\w-]{86})$/.exec(pass);
  const [, certificate, timeText, signature] = form ?? [];
  if (certificate === undefined || timeText === undefined || signature === undefined) return undefined;
  return { certificate, timeText, time: parseInt(timeText, 36), signature };
}

/** What the phone signs. */
export function signedText(certificateHash: string, timeText: string): string {
  return `GJ1.${certificateHash}.${timeText}`;
}

export function problemOfTime(made: number, nowSeconds: number): PassProblem | undefined {
  if (made > nowSeconds + passLimits.skewSeconds) return 'AHEAD';
  return nowSeconds - made > passLimits.freshSeconds ? 'STALE' : undefined;
}

export function toBase64Url(bytes: ArrayBuffer): string {
  const text = btoa(String.fromCharCode(...new Uint8Array(bytes)));
  return text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** The bytes of a text that is base64url in the one way there is for them; undefined for any other. */
export function fromBase64Url(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[\w-]*$/.test(text) || text.length % 4 === 1) return undefined;
  const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (character) =>
    character.charCodeAt(0),
  );
  return toBase64Url(bytes.buffer) === text ? bytes : undefined;
}

export async function hashOf(text: string): Promise<string> {
  return toBase64Url(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
}
