import { describe, expect, it } from 'vitest';
import { News } from './news.js';

describe('news', () => {
  const clock = { now: () => new Date('2026-01-01T00:00:00Z') };
  const open = (quietMs = 0): { news: News; ended: () => number } => {
    let count = 0;
    return { news: new News(clock, quietMs, () => (count += 1)), ended: () => count };
  };

  it('comes once at the start, and once for much that happens before one looks', async () => {
    const { news } = open();
    expect((await news.next()).done).toBe(false);
    news.tell();
    news.tell();
    expect((await news.next()).value).toEqual(clock.now());
    const third = news.next();
    const first = await Promise.race([
      third.then(() => 'news'),
      new Promise((resolve) => setImmediate(resolve, 'none')),
    ]);
    expect(first).toBe('none');
    news.tell();
    expect((await third).done).toBe(false);
  });

  it('a consumer who leaves while waiting is freed at once, and only once', async () => {
    const { news, ended } = open();
    await news.next();
    const waiting = news.next();
    await news.return();
    expect((await waiting).done).toBe(true);
    expect((await news.next()).done).toBe(true);
    await news.return();
    expect(ended()).toBe(1);
  });

  it('keeps the pause between two', async () => {
    const { news } = open(60_000);
    await news.next();
    news.tell();
    const second = news.next();
    const seen = await Promise.race([
      second.then(() => 'news'),
      new Promise((resolve) => setImmediate(resolve, 'none')),
    ]);
    expect(seen).toBe('none');
    await news.return();
  });
});
