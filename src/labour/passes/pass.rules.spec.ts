import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { JWK } from 'jose';
import { verifyCompact } from '../../platform/signing/compact-jws.js';
import { passProblemMessages } from './pass.messages.js';
import {
  deviceKeyOf,
  expiryOf,
  maskedName,
  parsePass,
  problemOfPlacement,
  problemOfTime,
  stepOf,
} from './pass.rules.js';
import { readPass } from './pass-signature.js';

const file = new URL('../../../web/src/pass/pass-vector.json', import.meta.url);
const { keys, cases } = JSON.parse(readFileSync(file, 'utf8')) as {
  keys: (JWK & { kid: string })[];
  cases: { name: string; pass: string; now: number; problem: string | null }[];
};
const read = (pass: string, now: number) =>
  readPass(pass, now, (certificate) =>
    verifyCompact(certificate, 'gongji-pass+jws', (kid) => Promise.resolve(keys.find((key) => key.kid === kid))),
  );

describe('a pass, as the phones read it too', () => {
  it.each(cases)('$name', async ({ pass, now, problem }) => {
    const outcome = await read(pass, now);
    expect(typeof outcome === 'string' ? outcome : null).toBe(problem);
  });

  it('R35 does not hold once any bit of it has changed', async () => {
    const [good] = cases;
    if (!good) throw new Error('no pass that holds');
    await fc.assert(
      fc.asyncProperty(fc.nat(good.pass.length * 8 - 1), async (bit) => {
        const bytes = Buffer.from(good.pass);
        const at = Math.floor(bit / 8);
        bytes[at] = (bytes[at] ?? 0) ^ (1 << (bit % 8));
        expect(typeof (await read(bytes.toString('utf8'), good.now))).toBe('string');
      }),
      { numRuns: 2_000 },
    );
  });

  it('takes no text for a pass', () => {
    fc.assert(fc.property(fc.string({ maxLength: 3_000 }), (text) => parsePass(text) === undefined));
  });
});

describe('the rules of a pass', () => {
  it('let it live from a minute before its time to 45 seconds after', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 40 }), fc.integer({ min: -200, max: 200 }), (made, later) => {
        const expected = later > 45 ? 'STALE' : later < -60 ? 'AHEAD' : undefined;
        expect(problemOfTime(made, made + later)).toBe(expected);
      }),
    );
  });

  it('count fifteen seconds as one step', () => {
    expect([stepOf(0), stepOf(14), stepOf(15)]).toEqual([0, 0, 1]);
  });

  it('know who is expected on site', () => {
    const period = { startsOn: '2026-11-25', endsOn: '2026-11-26' };
    expect(problemOfPlacement({ ...period, state: 'planned' }, '2026-11-24')).toBe('NOT_TODAY');
    expect(problemOfPlacement({ ...period, state: 'planned' }, '2026-11-25')).toBeUndefined();
    expect(problemOfPlacement({ ...period, state: 'active' }, '2026-11-26')).toBeUndefined();
    expect(problemOfPlacement({ ...period, state: 'active' }, '2026-11-27')).toBe('NOT_TODAY');
    for (const state of ['completed', 'cancelled', 'ended_early', 'no_show'] as const)
      expect(problemOfPlacement({ ...period, state }, '2026-11-25')).toBe('ENDED');
  });

  it('end a certificate after its hours, or with the placement’s last day', () => {
    const now = new Date('2026-11-25T08:00:00+08:00');
    expect(expiryOf(now, 24, '2026-12-24')).toEqual(new Date('2026-11-26T08:00:00+08:00'));
    expect(expiryOf(now, 24, '2026-11-25')).toEqual(new Date('2026-11-26T00:00:00+08:00'));
  });

  it('mask names', () => {
    const names = ['林小竹', '林竹', '林', '欧阳娜娜', '阿布都·热依木', '𠮷野家', ''];
    expect(names.map(maskedName)).toEqual(['林*竹', '林*', '林*', '欧*娜', '阿*木', '𠮷*家', '*']);
  });

  it('take a public P-256 key and nothing else', () => {
    const key = { kty: 'EC', crv: 'P-256', x: 'A'.repeat(43), y: 'B'.repeat(43) };
    expect(deviceKeyOf({ ...key, key_ops: ['verify'] })).toEqual(key);
    for (const bad of [null, 'text', [], { ...key, d: 'C'.repeat(43) }, { ...key, crv: 'P-384' }, { ...key, x: 'A' }])
      expect(deviceKeyOf(bad)).toBeUndefined();
  });

  it('give each way to fail its own words in both languages', () => {
    for (const language of ['zh-CN', 'en'] as const) {
      const texts = Object.values(passProblemMessages).map((message) => message[language]);
      expect(new Set(texts).size).toBe(texts.length);
    }
  });
});
