import { describe, expect, it } from 'vitest';
import { blankSeries, fromLeast, isChance, marked, saveInput, writeR } from './external.rules';
import { spanOf } from './joint.rules';

describe('what an officer writes down of a series', () => {
  const draft = { ...blankSeries, code: 'KWH', nameZh: '用电', department: '供电公司', unit: '度' };

  it('is saved with the Chinese name where there is no other, and without an address unless it is fetched', () => {
    const input = saveInput({ ...draft, url: 'https://left.example/' }, 'key');
    expect(input).toMatchObject({ nameEn: '用电', lateDays: 15, address: null, regionId: null });
    const fetched = saveInput({ ...draft, isFetched: true, url: 'https://a.example/', valuePointer: '/v' }, 'key');
    expect(fetched?.address).toEqual({
      ...{ url: 'https://a.example/', rowsPointer: '', periodPointer: '', valuePointer: '/v' },
    });
  });

  it('is not saved while the days are no number', () => {
    expect(saveInput({ ...draft, lateDays: '' }, 'key')).toBeUndefined();
    expect(saveInput({ ...draft, lateDays: '1.5' }, 'key')).toBeUndefined();
  });
});

describe('what is drawn', () => {
  const value = (firstDay: string, amount: number) => ({
    ...{ firstDay, value: amount, formerValue: null, revisedAt: null, revisions: 0 },
  });

  it('leaves gaps open, and shows jumps once more; gaps before what is shown are left out', () => {
    const values = [value('2026-02-01', 5), value('2026-04-01', 50)];
    const jumps = [{ firstDay: '2026-04-01', change: 45, score: 9 }];
    const quality = { gapCount: 2, gaps: ['2026-01-01', '2026-03-01'], jumps, lateSince: null };
    expect(marked({ values, quality })).toEqual({
      days: ['2026-02-01', '2026-03-01', '2026-04-01'],
      values: [5, null, 50],
      jumps: [null, null, 50],
    });
  });

  it('small and without axes begins at the least value', () => expect(fromLeast([7, 5, 6])).toEqual([2, 0, 1]));
});

describe('how things go together', () => {
  it('is written with two decimals, and said to be chance within the noise', () => {
    expect([writeR(0.718), writeR(-0.5), writeR(null)]).toEqual(['0.72', '−0.50', '–']);
    expect([isChance({ r: 0.3, noise: 0.4 }), isChance({ r: -0.5, noise: 0.4 })]).toEqual([true, false]);
  });

  it('is asked of the span that the address names, else of the shortest', () => {
    expect([spanOf('MONTH', '36').count, spanOf('MONTH', '1').count, spanOf('WEEK', null).days]).toEqual([36, 24, 182]);
  });
});
