import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays } from '../../platform/clock/local-date.js';
import { groupBy } from '../../platform/collections/group-by.js';
import { type Amount, figureOf } from '../reports/figure.rules.js';
import { figuresByLastDay } from './window.rules.js';

/** One amount for each bucket, as they are read. */
const summed = (amounts: readonly Amount[]): Amount[] =>
  [...groupBy(amounts, ({ bucket }) => bucket)].map(([bucket, of]) => ({
    ...{ measure: 'days_to_fill', bucket, amount: of.reduce((sum, { amount }) => sum + amount, 0) },
  }));

it('a window that moves has the figure of its days, whatever left it', () => {
  const amounts = fc.array(
    fc.record({ measure: fc.constant('days_to_fill'), bucket: fc.nat({ max: 4 }), amount: fc.nat({ max: 3 }) }),
    { maxLength: 3 },
  );
  const formula = { kind: 'quantile', of: 'days_to_fill', share: 0.5, width: 1 } as const;
  fc.assert(
    fc.property(fc.array(amounts, { minLength: 1, maxLength: 30 }), fc.integer({ min: 1, max: 12 }), (past, length) => {
      const days = past.map((_, at) => addDays('2026-02-20', at));
      const amountsOf = (day: string): readonly Amount[] => past[days.indexOf(day)] ?? [];
      const figures = figuresByLastDay(formula, days, length, amountsOf);
      expect([...figures.keys()]).toEqual(days.slice(length - 1));
      for (const [day, figure] of figures) {
        const at = days.indexOf(day);
        expect(figure).toEqual(figureOf(formula, summed(past.slice(at - length + 1, at + 1).flat())));
      }
    }),
  );
});
