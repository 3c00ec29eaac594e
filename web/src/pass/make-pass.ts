// What the phone shows. Use, online once: `issueWorkPass` gives `{ certificate, gateUrl, issuedAt, expiresAt }`; keep it (it
// is public) with `clockOffsetMs(issuedAt, Date.now())`. Then, offline, every `passLimits.stepSeconds`:
// `const text = gateAddress(gateUrl, await makePass(certificate, key, Date.now() + offset))`, drawn with qr-code.ts.
// Ask for another certificate when online and `expiresAt` is near.
import { hashOf, signedText, toBase64Url } from './pass-code';

/** A pass made now: a new one every 15 seconds. `nowMs` is the phone's time set right by the server's. */
export async function makePass(certificate: string, { privateKey }: CryptoKeyPair, nowMs: number): Promise<string> {
  const timeText = Math.floor(nowMs / 1_000).toString(36);
  const text = new TextEncoder().encode(signedText(await hashOf(certificate), timeText));
  const signature = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, privateKey, text);
  return `GJ1.${certificate}.${timeText}.${toBase64Url(signature)}`;
}

/** How far the phone's clock is behind the server's, as told when the certificate was issued. */
export function clockOffsetMs(issuedAt: string, receivedAtMs: number): number {
  return Date.parse(issuedAt) - receivedAtMs;
}

/** What the QR code says: an address, so that any camera app opens the gate page. The pass is never sent by opening it. */
export function gateAddress(gateUrl: string, pass: string): string {
  return `${gateUrl}#${pass}`;
}
