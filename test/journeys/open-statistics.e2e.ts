import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Actors } from '../support/actors.js';
import { TestApp } from '../support/app.js';
import { Deals } from '../support/deals.js';
import { places } from '../support/facts.js';

interface Answer {
  readonly rows?: readonly Record<string, number | string | null>[];
  readonly error?: { readonly code: string };
}

/** The month before this one: it is over. */
function lastMonth(): string {
  const now = new Date();
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 15)).toISOString().slice(0, 7);
}

describe('anybody reads open statistics', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await TestApp.start();
    const host = await new Actors(app).enterprise();
    const deals = new Deals(app);
    await deals.need(host, { headcount: 33 });
    await deals.need(host, { headcount: 3, occupationId: 'GJ:RT-POWDER', ...places.jinjiang });
    await app.db.rows(`UPDATE labour_need SET starts_on = $1, published_at = $1::date`, [`${lastMonth()}-10`]);
    await app.settle();
  });
  afterAll(() => app.close());

  const read = async (query: string): Promise<Answer> => {
    const response = await fetch(`${app.url}/open/statistics.json${query}`);
    return (await response.json()) as Answer;
  };

  it('of a month that is over, few people hidden and the rest rounded', async () => {
    const { rows = [] } = await read(`?month=${lastMonth()}`);
    expect(rows.map(({ key, seats, wanted, fillRate }) => [key, seats, wanted, fillRate])).toEqual([
      ['ALL', 40, 40, null],
      ['GB2260:350524', 30, 30, null],
      ['GB2260:350582', null, null, null],
    ]);
    const byTrade = await read(`?month=${lastMonth()}&by=occupation`);
    expect(byTrade.rows?.map(({ key, nameEn, seats }) => [key, nameEn, seats])).toEqual([
      ['ALL', 'All', 40],
      ['GJ:RT-POWDER', expect.any(String), null],
      ['GJ:RT-WEAVE', 'Rattan weaver', 30],
    ]);
  });

  it('as a CSV, cached for an hour', async () => {
    const response = await fetch(`${app.url}/open/statistics.csv?month=${lastMonth()}`);
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('public, max-age=3600');
    const [headers, all] = (await response.text()).replace('\uFEFF', '').split('\r\n');
    expect(headers).toBe('key,nameZh,nameEn,wanted,seekers,openingsPerSeeker,seats,onSite,fillRate,personDays');
    expect(all).toBe('ALL,合计,All,40,,,40,,,');
  });

  it('not of this month, in no other split, and not without end', async () => {
    const thisMonth = new Date().toISOString().slice(0, 7);
    for (const query of ['', `?month=${thisMonth}`, '?month=2020-13', `?month=${lastMonth()}&by=enterprise`])
      expect((await read(query)).error?.code).toBe('VALIDATION_FAILED');
    const answers = await Promise.all(Array.from({ length: 70 }, () => read(`?month=${lastMonth()}`)));
    expect(answers.some(({ error }) => error?.code === 'RATE_LIMITED')).toBe(true);
  });
});
