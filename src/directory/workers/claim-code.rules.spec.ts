import { describe, expect, it } from 'vitest';
import { claimCodeHash, newClaimCode } from './claim-code.rules.js';

describe('a claim code', () => {
  it('is three groups of four unmistakable characters, another each time', () => {
    const codes = Array.from({ length: 200 }, newClaimCode);
    expect(new Set(codes).size).toBe(200);
    for (const code of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
  });

  it('is the same however it is typed', () => {
    const hash = claimCodeHash('7K30-M1TX-9B2D');
    for (const typed of ['7k30m1tx9b2d', ' 7K3O MLTX 9B2D ', '７Ｋ３０－Ｍ１ＴＸ－９Ｂ２Ｄ'])
      expect(claimCodeHash(typed)).toEqual(hash);
    expect(claimCodeHash('7K30-M1TX-9B2E')).not.toEqual(hash);
  });
});
