import type { LookupAddress, LookupOptions } from 'node:dns';
import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { AddressRefused, publicLookup, type Resolve } from './outgoing-address.rules.js';

const four = (address: string): LookupAddress => ({ address, family: 4 });

function lookUp(resolve: Resolve, options: LookupOptions = {}): Promise<unknown> {
  return new Promise((done, fail) => {
    publicLookup(resolve)('erp.example.com', options, (error, address, family) => {
      if (error) fail(error);
      else done(options.all ? address : [address, family]);
    });
  });
}

describe('looking up a name to connect to', () => {
  it('gives the addresses that were judged', async () => {
    const both = [four('1.1.1.1'), { address: '2606:4700::1111', family: 6 }];
    expect(await lookUp(() => Promise.resolve(both), { all: true })).toEqual(both);
    expect(await lookUp(() => Promise.resolve(both))).toEqual(['1.1.1.1', 4]);
  });

  it.each(['127.0.0.1', '10.0.0.1', '169.254.169.254', '0.0.0.0', '::1', '::ffff:10.0.0.1', 'fd00::1'])(
    'refuses a name that leads to %s, alone or among others, without saying so',
    async (address) => {
      for (const found of [[four(address)], [four('1.1.1.1'), four(address)]]) {
        const refused = lookUp(() => Promise.resolve(found), { all: true });
        await expect(refused).rejects.toBeInstanceOf(AddressRefused);
        await expect(refused).rejects.not.toThrow(address);
      }
    },
  );

  it('asks once for each connection: what is answered later is judged later', async () => {
    const answers = [[four('1.1.1.1')], [four('127.0.0.1')]];
    const rebinding = (): Promise<LookupAddress[]> => Promise.resolve(answers.shift() ?? []);
    expect(await lookUp(rebinding)).toEqual(['1.1.1.1', 4]);
    await expect(lookUp(rebinding)).rejects.toBeInstanceOf(AddressRefused);
  });

  it('is what a socket asks: nothing is connected to where it refuses', async () => {
    const asked: string[] = [];
    const leads = (host: string): Promise<LookupAddress[]> => {
      asked.push(host);
      return Promise.resolve([four('127.0.0.1')]);
    };
    const server = createServer((_request, response) => response.end()).listen(0, '127.0.0.1');
    let connections = 0;
    server.on('connection', () => (connections += 1));
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const sent = request(`http://erp.example.com:${port}/`, { agent: false, lookup: publicLookup(leads) });
    const error: unknown = await once(sent, 'close').catch((fault: unknown) => fault);
    server.close();
    expect([asked, connections]).toEqual([['erp.example.com'], 0]);
    expect(error).toBeInstanceOf(AddressRefused);
  });

  it('fails where there is no address', async () => {
    await expect(lookUp(() => Promise.resolve([]))).rejects.toThrow('no address');
    await expect(lookUp(() => Promise.reject(new Error('no such name')))).rejects.toThrow('no such name');
  });
});
