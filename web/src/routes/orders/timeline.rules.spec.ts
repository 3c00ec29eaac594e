import { describe, expect, it } from 'vitest';
import { marksOf, spanOf } from './timeline.rules';

const order = { startsOn: '2026-03-01', endsOn: '2026-03-10' };

describe('the timeline of an order', () => {
  it('puts periods where their days are', () => {
    expect(spanOf(order, order)).toEqual({ left: 0, width: 100 });
    expect(spanOf(order, { startsOn: '2026-03-03', endsOn: '2026-03-03' })).toEqual({ left: 20, width: 10 });
  });

  it('cuts off what lies outside', () => {
    const { left, width } = spanOf(order, { startsOn: '2026-02-20', endsOn: '2026-03-05' });
    expect([left, width]).toEqual([0, 50]);
  });

  it('has a few marks, the first on the first day', () => {
    expect(marksOf(order)).toEqual(['2026-03-01', '2026-03-03', '2026-03-05', '2026-03-07', '2026-03-09']);
    expect(marksOf({ startsOn: '2026-03-01', endsOn: '2026-03-01' })).toEqual(['2026-03-01']);
  });
});
