import { describe, expect, it } from 'vitest';
import { HOUR_MS } from '../../platform/clock/clock.js';
import { digestSubject, digestText, latestDigest } from './digest.rules.js';

const root = 'https://gongji.example';
const item = { kind: 'offerSent', link: '/my/offers' } as const;

describe('the latest digest', () => {
  it.each([
    ['2026-12-02T08:00:00+08:00', '2026-12-02', 0],
    ['2026-12-02T21:30:00+08:00', '2026-12-02', 13.5],
    ['2026-12-02T07:59:00+08:00', '2026-12-01', 24 - 1 / 60],
    ['2026-12-02T00:00:00+08:00', '2026-12-01', 16],
  ])('at %s is that of %s', (now, day, hours) => {
    const latest = latestDigest(new Date(now), now.slice(0, 10), 8);
    expect([latest.day, latest.agoMs / HOUR_MS]).toEqual([day, hours]);
  });
});

describe('a digest', () => {
  it('says how many, what about and where', () => {
    expect(digestSubject(3, 'zh-CN')).toBe('共济：您有 3 条通知');
    expect(digestText([item, { kind: 'payLineIssued', link: '/my/pay' }], 'en', root)).toBe(
      'You have an offer of work\nhttps://gongji.example/my/offers\n\nYour pay statement is ready\nhttps://gongji.example/my/pay\n',
    );
  });

  it('of very many names the first and counts the rest', () => {
    const text = digestText(
      Array.from({ length: 60 }, () => item),
      'en',
      root,
    );
    expect(text.match(/offer of work/g)).toHaveLength(50);
    expect(text).toContain('10 more are in the app:\nhttps://gongji.example/messages');
  });
});
