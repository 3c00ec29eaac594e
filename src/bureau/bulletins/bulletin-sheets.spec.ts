import { describe, expect, it } from 'vitest';
import { toIndicatorView } from '../catalogue/indicator.view.js';
import { indicators } from '../catalogue/indicators.js';
import { figureOf } from '../reports/figure.rules.js';
import type { IndicatorFigureView, IndicatorReportView } from '../reports/indicator-report.view.js';
import type { BulletinContent } from './bulletin-content.js';
import { bulletinSheets, columnName } from './bulletin-sheets.js';

/** Every indicator with figures of its own formula. */
function reports(): IndicatorReportView[] {
  return indicators.map((indicator, at) => {
    const { formula } = indicator;
    const figure = (counted: number, divided: number): IndicatorFigureView => {
      const per = formula.kind === 'ratio' ? [{ measure: formula.per, bucket: 0, amount: divided }] : [];
      return {
        ...{ from: '2026-11-16', until: '2026-11-22' },
        ...figureOf(formula, [{ measure: formula.of, bucket: 3, amount: counted }, ...per]),
      };
    };
    const row = (key: string, counted: number, divided: number) => {
      const { value, numerator, denominator } = figure(counted, divided);
      return { key, label: key, before: null, value, numerator, denominator };
    };
    return {
      indicator: toIndicatorView(indicator, 'en'),
      region: { id: 'GB2260:350500', name: 'Quanzhou' } as IndicatorReportView['region'],
      ...{ now: figure(30 + at, 47), before: figure(20, 40), yearAgo: figure(0, 0) },
      series: [figure(5, 9), figure(0, 0), figure(7, 8)],
      rows: [row('a', 10, 20), row('b', 20 + at, 27)],
    };
  });
}

const content: BulletinContent = {
  ...{ language: 'en', bureau: 'Bureau', title: 'Weekly', region: { id: 'GB2260:350500', name: 'Quanzhou' } },
  ...{ groupBy: 'region', asOf: '2026-11-23T00:00:00.000Z', from: '2026-11-16', until: '2026-11-22' },
  ...{ summary: ['=not a formula'], figures: reports(), sources: [] },
};
const [summary, trends, parts] = bulletinSheets(content);

type Sheet = NonNullable<typeof summary>;

/** What a spreadsheet makes of a formula of ours: sums, quotients, IF and OR over cells of the same sheet. */
function calculate(sheet: Sheet, formula: string): number | string {
  const valueAt = (name: string): number | string => {
    const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(name) ?? [];
    const column = Array.from({ length: 200 }, (_, at) => columnName(at)).indexOf(letters);
    const cell = sheet.rows[Number(row) - 1]?.[column];
    if (cell?.formula !== undefined) return calculate(sheet, cell.formula);
    return typeof cell?.value === 'number' ? cell.value : '';
  };
  const sum = (from: string, until: string): number => {
    const [, column = '', first = ''] = /^([A-Z]+)(\d+)$/.exec(from) ?? [];
    const last = Number(/\d+$/.exec(until)?.[0]);
    let all = 0;
    for (let row = Number(first); row <= last; row++) all += Number(valueAt(`${column}${row}`));
    return all;
  };
  const script = formula
    .replace(/SUM\(([A-Z]+\d+):([A-Z]+\d+)\)/g, 'sum("$1", "$2")')
    .replace(/(?<!["A-Z])([A-Z]+\d+)(?!")/g, 'at("$1")')
    .replace(/(?<![<>=!])=(?!=)/g, '==')
    .replaceAll('IF(', 'choose(')
    .replaceAll('OR(', 'either(');
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- our own formula, of our own test
  const run = new Function('at', 'sum', 'choose', 'either', `return ${script}`) as (
    ...tools: unknown[]
  ) => number | string;
  const choose = (test: boolean, yes: unknown, no: unknown): unknown => (test ? yes : no);
  const either = (...tests: boolean[]): boolean => tests.some(Boolean);
  return run(valueAt, sum, choose, either);
}

describe('the workbook of an edition', () => {
  it.each([
    ['summary', summary],
    ['trends', trends],
    ['parts', parts],
  ])('has formulas that come to the figures: %s', (_, sheet) => {
    const formulas = (sheet?.rows ?? []).flat().filter(({ formula }) => formula !== undefined);
    expect(formulas.length).toBeGreaterThan(indicators.length);
    for (const { formula = '', value } of formulas) {
      const found = sheet && calculate(sheet, formula);
      if (typeof value === 'number') expect(found, formula).toBeCloseTo(value, 9);
      else expect(found, formula).toBe('');
    }
  });

  it('draws each indicator over its steps, and leaves a gap where nothing was counted', () => {
    expect(trends?.charts).toHaveLength(indicators.length);
    expect(trends?.charts?.[1]?.series).toEqual([{ name: 'Surplus heads offered', labels: 'A2:A4', values: 'H2:H4' }]);
    const ratio = indicators.findIndex(({ formula }) => formula.kind === 'ratio');
    expect(trends?.rows[2]?.[4 + ratio * 3]).toEqual({ value: null });
  });
});
