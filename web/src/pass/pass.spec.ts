import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decodeQR } from 'qr/decode.js';
import { clockOffsetMs, gateAddress, makePass } from './make-pass';
import { fromBase64Url, parsePass, toBase64Url } from './pass-code';
import { qrPath } from './qr-code';
import { type PlatformKey, readPass } from './read-pass';

const { keys, cases } = JSON.parse(readFileSync(new URL('./pass-vector.json', import.meta.url), 'utf8')) as {
  keys: PlatformKey[];
  cases: { name: string; pass: string; now: number; problem: string | null }[];
};

describe('a pass, as the server reads it too', () => {
  it.each(cases)('$name', async ({ pass, now, problem }) => {
    const outcome = await readPass(pass, keys, now * 1_000);
    expect(typeof outcome === 'string' ? outcome : null).toBe(problem);
    if (typeof outcome !== 'string') expect(outcome).toMatchObject({ initials: '林*竹', occupation: '藤编工' });
  });

  it('is nobody’s without the platform’s keys', async () => {
    expect(await readPass(cases[0]?.pass ?? '', [], 0)).toBe('NOT_OURS');
  });
});

describe('a phone', () => {
  it('signs certificate and time with its own key', async () => {
    const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']);
    const certificate = parsePass(cases[0]?.pass ?? '')?.certificate ?? '';
    const pass = await makePass(certificate, pair, 1_795_568_400_999);
    expect(parsePass(pass)).toMatchObject({ certificate, time: 1_795_568_400 });
    expect(await readPass(pass, keys, 1_795_568_400_000)).toBe('NOT_FROM_DEVICE');
  });

  it('sets its clock right by the server’s', () => {
    expect(clockOffsetMs('2026-11-25T08:00:10Z', Date.parse('2026-11-25T08:00:00Z'))).toBe(10_000);
  });

  it('draws a code that a camera can read', () => {
    const text = gateAddress('https://gongji.example/gate', cases[0]?.pass ?? '');
    const { size, path } = qrPath(text);
    const scale = 4;
    const dark = new Set<string>();
    for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)/g))
      for (let step = 0; step < Number(width); step++) dark.add(`${Number(x) + step} ${y ?? ''}`);
    const data = new Uint8Array((size * scale) ** 2 * 4).fill(255);
    for (let at = 0; at < (size * scale) ** 2; at++) {
      const [x, y] = [Math.floor((at % (size * scale)) / scale), Math.floor(at / (size * scale) / scale)];
      if (dark.has(`${x} ${y}`)) data.fill(0, at * 4, at * 4 + 3);
    }
    expect(decodeQR({ width: size * scale, height: size * scale, data })).toBe(text);
    // Denser, and the camera of an old phone cannot tell its squares apart.
    expect(size).toBeLessThanOrEqual(113 + 8);
  });
});

describe('base64url', () => {
  it('has one way to write bytes', () => {
    const bytes = new Uint8Array([255, 0, 254]);
    expect(fromBase64Url(toBase64Url(bytes.buffer))).toEqual(bytes);
    expect(fromBase64Url('AB')).toBeUndefined();
    expect(fromBase64Url('A')).toBeUndefined();
    expect(fromBase64Url('A+==')).toBeUndefined();
  });
});
