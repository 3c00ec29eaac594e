import type { Formats } from '../../i18n/formats';
import type { IndicatorGrouping, IndicatorStep, IndicatorUnit, MeaningFragment } from './indicators.graphql.ts';

/** How many days back the board looks, today included, and in which steps. */
export const spans = [30, 91, 365] as const;
export type Span = (typeof spans)[number];
export const stepOf: Readonly<Record<Span, IndicatorStep>> = { 30: 'DAY', 91: 'WEEK', 365: 'MONTH' };

export const groupings = ['REGION', 'OCCUPATION', 'INDUSTRY', 'SIZE'] as const satisfies readonly IndicatorGrouping[];
export type Grouping = (typeof groupings)[number];

/** By what an indicator can be split. */
export function groupingsOf({ dimensions }: Pick<MeaningFragment, 'dimensions'>): Grouping[] {
  return groupings.filter((by) => by === 'REGION' || dimensions.some((dimension) => dimension === by));
}

/** A value in its unit; an en dash where there is none. */
export function writeValue(unit: IndicatorUnit, value: number | null, formats: Formats): string {
  if (value === null) return '–';
  if (unit === 'SHARE') return formats.percent(value);
  if (unit === 'FEN_PER_HOUR') return formats.money(value);
  return formats.number(Math.round(value * 100) / 100);
}

export type Turn = 'better' | 'worse' | 'same' | 'other';

/** Whether a change is good news; `other` where neither way is, or where there is nothing to compare. */
export function turnOf(better: MeaningFragment['better'], now: number | null, before: number | null): Turn {
  if (now === null || before === null) return 'other';
  if (now === before) return 'same';
  if (better === 'NEITHER') return 'other';
  return now > before === (better === 'MORE') ? 'better' : 'worse';
}

/** A difference: of shares in points of a per cent, of the rest in per cent of what was before. Null where there is none. */
export function changeOf(unit: IndicatorUnit, now: number | null, before: number | null): number | null {
  if (now === null || before === null) return null;
  if (unit === 'SHARE') return Math.round((now - before) * 1000) / 10;
  return before === 0 ? null : Math.round((now / before - 1) * 1000) / 10;
}

const [width, height, edge] = [100, 28, 2];

/** Points of lines through the values that are known, in a box of 100 by 28; a gap where nothing is known ends a line. */
export function sparkLines(values: readonly (number | null)[]): string[] {
  const known = values.filter((value) => value !== null);
  const [least, most] = [Math.min(0, ...known), Math.max(0, ...known)];
  const y = (value: number): number =>
    most === least ? height / 2 : height - edge - ((value - least) / (most - least)) * (height - 2 * edge);
  const lines: string[][] = [[]];
  for (const [index, value] of values.entries()) {
    const x = values.length < 2 ? width / 2 : (index / (values.length - 1)) * width;
    if (value === null) lines.push([]);
    else lines.at(-1)?.push(`${x.toFixed(1)},${y(value).toFixed(1)}`);
  }
  return lines.filter((line) => line.length > 0).map((line) => line.join(' '));
}
