import { describe, expect, it } from 'vitest';
import { refuseOtherSite } from './same-site.rules.js';

const refused = (method: string, headers: Record<string, string>, hasCookie = true): boolean =>
  refuseOtherSite({ method, headers, hosts: ['gongji.example', 'localhost:3000'] }, hasCookie) !== undefined;

describe('requests from another site', () => {
  it('own pages may post and open sockets', () => {
    expect(refused('POST', { 'sec-fetch-site': 'same-origin', origin: 'https://gongji.example' })).toBe(false);
    expect(refused('POST', { origin: 'http://localhost:3000' })).toBe(false);
    expect(refused('GET', { upgrade: 'websocket', origin: 'https://gongji.example' })).toBe(false);
  });

  it('other sites, other ports, subdomains and opaque origins may not, with a cookie or without', () => {
    for (const hasCookie of [true, false]) {
      expect(refused('POST', { origin: 'https://evil.example' }, hasCookie)).toBe(true);
      expect(refused('POST', { origin: 'http://localhost:3001' }, hasCookie)).toBe(true);
      expect(refused('POST', { origin: 'null' }, hasCookie)).toBe(true);
      expect(refused('POST', { 'sec-fetch-site': 'cross-site' }, hasCookie)).toBe(true);
      expect(refused('POST', { 'sec-fetch-site': 'same-site', origin: 'https://gongji.example' }, hasCookie)).toBe(
        true,
      );
      expect(refused('GET', { upgrade: 'websocket', origin: 'https://evil.example' }, hasCookie)).toBe(true);
    }
  });

  it('a cookie without any word of where it comes from is not enough; a program without one is no browser', () => {
    expect(refused('POST', {}, true)).toBe(true);
    expect(refused('POST', {}, false)).toBe(false);
  });

  it('reading changes nothing', () => {
    expect(refused('GET', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' })).toBe(false);
  });
});
