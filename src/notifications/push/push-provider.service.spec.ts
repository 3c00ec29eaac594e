import { describe, expect, it } from 'vitest';
import { publicOnly } from './push-provider.service.js';
import { notPublic } from './push.rules.js';

const found = (hostname: string, all: boolean): Promise<unknown> =>
  new Promise((resolve) => publicOnly(hostname, { all }, (error, addresses) => resolve(error ?? addresses)));

describe('a look-up', () => {
  it.each([true, false])('of a name of this machine finds nothing (all: %s)', async (all) => {
    expect(await found('localhost', all)).toMatchObject({ code: notPublic });
  });

  it('passes public addresses on in the form that was asked for', async () => {
    expect(await found('1.1.1.1', false)).toBe('1.1.1.1');
    expect(await found('1.1.1.1', true)).toEqual([{ address: '1.1.1.1', family: 4 }]);
  });
});
