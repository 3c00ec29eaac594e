import type { ChartBlock } from '../../platform/documents/document-model.js';
import { type Language, type Message, render } from '../../platform/i18n/message.js';
import type { IndicatorUnit } from '../catalogue/indicator.js';
import { bulletinMessages as messages } from './bulletin.messages.js';

/** How a unit is written: times the factor, with so many decimals, then the suffix. */
const writing: Readonly<Record<IndicatorUnit, ChartBlock['unit'] & { readonly format: string }>> = {
  heads: { factor: 1, decimals: 0, suffix: '', format: '#,##0' },
  cases: { factor: 1, decimals: 0, suffix: '', format: '#,##0' },
  hours: { factor: 1, decimals: 0, suffix: '', format: '#,##0' },
  days: { factor: 1, decimals: 1, suffix: '', format: '0.0' },
  share: { factor: 100, decimals: 1, suffix: '%', format: '0.0%' },
  ratio: { factor: 1, decimals: 2, suffix: '', format: '0.00' },
  per_thousand: { factor: 1, decimals: 2, suffix: '‰', format: '0.00' },
  fen_per_hour: { factor: 0.01, decimals: 2, suffix: '', format: '#,##0.00' },
};

export const unitMessage: Readonly<Record<IndicatorUnit, Message>> = {
  heads: messages.unitHeads,
  cases: messages.unitCases,
  hours: messages.unitHours,
  days: messages.unitDays,
  share: messages.unitShare,
  ratio: messages.unitRatio,
  per_thousand: messages.unitPerThousand,
  fen_per_hour: messages.unitYuanPerHour,
};

/** How a chart writes values of the unit. */
export const chartUnit = (unit: IndicatorUnit): ChartBlock['unit'] => writing[unit];

/** How Excel writes values of the unit. */
export const sheetFormat = (unit: IndicatorUnit): string => writing[unit].format;

/** What a figure is multiplied by in a sheet: money is in yuan there, a share stays one. */
export const sheetFactor = (unit: IndicatorUnit): number => (unit === 'fen_per_hour' ? 0.01 : 1);

/** A figure as people write it; a dash where there is none. */
export function figureText(value: number | null, unit: IndicatorUnit): string {
  if (value === null) return '—';
  const { factor, decimals, suffix } = writing[unit];
  const number = new Intl.NumberFormat('en-US', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  return `${number.format(value * factor)}${suffix}`;
}

/** A figure with its unit, for a sentence. */
export function figurePhrase(value: number | null, unit: IndicatorUnit, language: Language): string {
  const isSelfSaid = unit === 'share' || unit === 'per_thousand' || unit === 'ratio';
  const text = figureText(value, unit);
  return isSelfSaid || value === null ? text : `${text} ${render(unitMessage[unit], language)}`;
}

/** A change: of a share in points, else as a part of what was before. Undefined where there is nothing to compare with. */
export function changeOf(value: number | null, before: number | null, unit: IndicatorUnit): number | undefined {
  if (value === null || before === null) return undefined;
  if (unit === 'share') return value - before;
  return before === 0 ? undefined : value / before - 1;
}

/** A change in words, without what it is against. */
export function changeText(change: number | undefined, unit: IndicatorUnit, language: Language): string {
  if (change === undefined) return '—';
  const by = (Math.abs(change) * 100).toFixed(1);
  if (by === '0.0') return render(messages.same, language);
  const way = change > 0 ? 'up' : 'down';
  return render(unit === 'share' ? messages[`${way}Points`] : messages[`${way}Percent`], language, { by });
}
