import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { Message } from '../i18n/message.js';
import { faultOfUrl, isPublicAddress } from './outgoing-url.rules.js';
import { outgoingMessages as says } from './outgoing.messages.js';

const strict = { allowsPrivate: false };

describe('an address of the public Internet', () => {
  it.each(['1.1.1.1', '93.184.215.14', '223.5.5.5', '2606:4700::1111', '2400:3200::1'])('%s is one', (address) =>
    expect(isPublicAddress(address)).toBe(true),
  );

  it.each([
    ['this network', '0.0.0.0', '0.1.2.3'],
    ['private', '10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1'],
    ['shared by a carrier', '100.64.0.1', '100.127.255.255'],
    ['loopback', '127.0.0.1', '127.255.255.254', '::1'],
    ['link-local, where clouds keep their secrets', '169.254.169.254', 'fe80::1'],
    ['protocol assignments', '192.0.0.1', '192.0.0.192'],
    ['documentation', '192.0.2.1', '198.51.100.1', '203.0.113.1', '2001:db8::1', '3fff::1'],
    ['benchmarking', '198.18.0.1', '198.19.255.255', '2001:2::1'],
    ['multicast', '224.0.0.1', '239.255.255.255', 'ff02::1'],
    ['reserved', '240.0.0.1', '255.255.255.255', '192.88.99.1'],
    ['unspecified', '::', '::0'],
    ['unique local', 'fc00::1', 'fd00:ec2::254'],
    ['site-local of old', 'fec0::1'],
    ['IPv4 in IPv6', '::ffff:127.0.0.1', '::ffff:7f00:1', '::ffff:1.1.1.1', '::127.0.0.1', '::ffff:0:127.0.0.1'],
    ['NAT64', '64:ff9b::7f00:1', '64:ff9b:1::10.0.0.1'],
    ['tunnels', '2002:7f00:1::', '2001::1'],
    ['discard', '100::1'],
    ['beyond what is given out', '4000::1', '5f00::1', '8000::1'],
    ['no address at all', '', 'localhost', '1.2.3', '1.2.3.4.5'],
  ])('%s is none', (_, ...addresses) => expect(addresses.filter((address) => isPublicAddress(address))).toEqual([]));

  it('none of any IPv4 address is public as a mapped one', () => {
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        expect(isPublicAddress(`::ffff:${address}`)).toBe(false);
      }),
    );
  });
});

describe('where a message may go, by the text', () => {
  it.each([
    'https://erp.example.com/hooks',
    'https://erp.example.com:443/hooks?site=1',
    'https://推送.example.com/',
    'https://1.1.1.1/',
    'https://[2606:4700::1111]/',
  ])('to %s', (url) => expect(faultOfUrl(url, strict)).toBeUndefined());

  it.each([
    ['not an address', says.notAUrl, '', 'text', '//erp.example.com', 'https://', 'https://[::1', 'https://a b/'],
    [
      'another scheme',
      says.notAUrl,
      'ftp://erp.example.com',
      'file:///etc/passwd',
      'gopher://erp.example.com',
      'data:,x',
    ],
    ['not encrypted', says.httpsOnly, 'http://erp.example.com/'],
    [
      'another port',
      says.standardPort,
      'https://erp.example.com:8443/',
      'https://erp.example.com:22',
      'https://a.com:80',
    ],
    [
      'user names',
      says.plainUrl,
      'https://me@erp.example.com',
      'https://:pw@erp.example.com',
      'https://1.1.1.1@127.0.0.1',
    ],
    ['a fragment', says.plainUrl, 'https://erp.example.com/#x'],
    ['loopback', says.notPublic, 'https://127.0.0.1/', 'https://127.1/', 'https://[::1]/', 'https://0/'],
    ['decimal', says.notPublic, 'https://2130706433/', 'https://3232235777/', 'https://167772161/'],
    ['octal', says.notPublic, 'https://0177.0.0.1/', 'https://0300.0250.1.1/', 'https://017700000001/'],
    ['hexadecimal', says.notPublic, 'https://0x7f.0.0.1/', 'https://0x7f000001/', 'https://0xa9fea9fe/'],
    ['mixed', says.notPublic, 'https://0x7f.1/', 'https://127.0.0.1./', 'https://169.0376.0xa9.254/'],
    ['other digits and dots', says.notPublic, 'https://１２７.0.0.1/', 'https://①②⑦.0.0.1', 'https://127。0。0。1'],
    ['percent-encoded', says.notPublic, 'https://%31%32%37.0.0.1/', 'https://localhos%74/'],
    ['backslashes', says.notPublic, 'https:\\\\127.0.0.1\\', 'https:/127.0.0.1'],
    ['line breaks within', says.notPublic, 'https://local\nhost/', 'https://127.0\t.0.1/'],
    [
      'clouds',
      says.notPublic,
      'https://169.254.169.254/latest/',
      'https://[fd00:ec2::254]/',
      'https://100.100.100.200/',
    ],
    ['IPv4 in IPv6', says.notPublic, 'https://[::ffff:127.0.0.1]/', 'https://[::ffff:a00:1]/', 'https://[::7f00:1]/'],
    ['NAT64', says.notPublic, 'https://[64:ff9b::7f00:1]/', 'https://[2002:7f00:1::]/'],
    [
      'local names',
      says.notPublic,
      'https://localhost/',
      'https://LOCALHOST./',
      'https://x.localhost/',
      'https://postgres/',
    ],
    ['names of networks', says.notPublic, 'https://db.internal/', 'https://nas.local/', 'https://router.lan/'],
    ['reverse names', says.notPublic, 'https://1.0.0.127.in-addr.arpa/'],
  ] as [string, Message, ...string[]][])('not to %s', (_, fault, ...urls) => {
    for (const url of urls) expect([url, faultOfUrl(url, strict)]).toEqual([url, fault]);
  });

  it('tests and development may reach this machine, but carry no passwords in addresses', () => {
    const loose = { allowsPrivate: true };
    expect(faultOfUrl('http://127.0.0.1:3000/hooks', loose)).toBeUndefined();
    expect(faultOfUrl('http://me:pw@127.0.0.1:3000/', loose)).toBe(says.plainUrl);
    expect(faultOfUrl('ftp://127.0.0.1/', loose)).toBe(says.notAUrl);
  });
});
