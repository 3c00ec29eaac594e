import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { calculateJwkThumbprint, type CryptoKey, exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import { type KeyOf, verifyCompact } from './compact-jws.js';
import { sha256Of } from '../digest/digest.js';
import { checkSeal, makeSeal } from './seal.js';

interface Keys {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly jwk: JWK;
  readonly keyOf: KeyOf;
}

async function newKeys(): Promise<Keys> {
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  const jwk = await exportJWK(publicKey);
  const kid = await calculateJwkThumbprint(jwk);
  return { kid, privateKey, jwk, keyOf: (asked) => Promise.resolve(asked === kid ? jwk : undefined) };
}

const paper = Buffer.from('%PDF-1.7 共享用工合作协议 GJ-2026-000123');
const claims = { number: 'GJ-2026-000123', signers: ['host', 'lender'] };
const sealedAt = new Date('2026-11-25T08:00:00Z');

/** The bytes with one bit turned. */
function flipped(bytes: Uint8Array, bit: number): Buffer {
  const copy = Buffer.from(bytes);
  const at = Math.floor(bit / 8) % copy.length;
  copy[at] = (copy[at] ?? 0) ^ (1 << (bit % 8));
  return copy;
}

describe('a seal', () => {
  it('R35 says number, signers and time of the bytes that it was made for', async () => {
    const keys = await newKeys();
    const seal = await makeSeal(paper, claims, keys, sealedAt);
    expect(seal).toMatch(/^[\w-]+\.\.[\w-]{86}$/);
    expect(await checkSeal(paper, seal, keys.keyOf)).toEqual({
      ...{ kid: keys.kid, sealedAt, sha256: sha256Of(paper), claims },
    });
  });

  it('R35 finds out any bit that was changed, of the bytes or of the seal', async () => {
    const keys = await newKeys();
    const seal = await makeSeal(paper, claims, keys, sealedAt);
    await fc.assert(
      fc.asyncProperty(fc.nat(paper.length * 8 - 1), async (bit) => {
        expect(await checkSeal(flipped(paper, bit), seal, keys.keyOf)).toBeUndefined();
      }),
    );
    await fc.assert(
      fc.asyncProperty(fc.nat(seal.length * 8 - 1), async (bit) => {
        const changed = flipped(Buffer.from(seal), bit).toString('utf8');
        expect(await checkSeal(paper, changed, keys.keyOf)).toBeUndefined();
      }),
      { numRuns: 500 },
    );
  });

  it('R35 is worth nothing from another key, for other bytes, or cut short', async () => {
    const [keys, others] = [await newKeys(), await newKeys()];
    const seal = await makeSeal(paper, claims, keys, sealedAt);
    const [header = '', , signature = ''] = seal.split('.');
    expect(await checkSeal(paper, seal, others.keyOf)).toBeUndefined();
    const forged = await makeSeal(paper, claims, { kid: keys.kid, privateKey: others.privateKey }, sealedAt);
    expect(await checkSeal(paper, forged, keys.keyOf)).toBeUndefined();
    expect(await checkSeal(Buffer.concat([paper, Buffer.from(' ')]), seal, keys.keyOf)).toBeUndefined();
    for (const bad of ['', '.', '..', `${header}..`, `${header}.x.${signature}`, `${seal}.`, ` ${seal}`])
      expect(await checkSeal(paper, bad, keys.keyOf)).toBeUndefined();
  });
});

describe('a compact JWS of ours', () => {
  const typ = 'test+jws';

  it('R35 verifies for its own purpose only, and not once any bit has changed', async () => {
    const keys = await newKeys();
    const jws = await new SignJWT({ pid: 'p' })
      .setProtectedHeader({ alg: 'ES256', typ, kid: keys.kid })
      .sign(keys.privateKey);
    expect(await verifyCompact(jws, typ, keys.keyOf)).toEqual({ kid: keys.kid, payload: { pid: 'p' } });
    expect(await verifyCompact(jws, 'JWT', keys.keyOf)).toBeUndefined();
    await fc.assert(
      fc.asyncProperty(fc.nat(jws.length * 8 - 1), async (bit) => {
        const changed = flipped(Buffer.from(jws), bit).toString('utf8');
        expect(await verifyCompact(changed, typ, keys.keyOf)).toBeUndefined();
      }),
      { numRuns: 500 },
    );
  });

  it('R35 takes no text for a token', async () => {
    const keys = await newKeys();
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.base64String(), fc.webUrl()), async (text) => {
        expect(await verifyCompact(text, typ, keys.keyOf)).toBeUndefined();
        expect(await checkSeal(paper, text, keys.keyOf)).toBeUndefined();
      }),
    );
  });
});
