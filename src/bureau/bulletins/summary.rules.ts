import { type Language, render } from '../../platform/i18n/message.js';
import type { IndicatorReportView, IndicatorRowView } from '../reports/indicator-report.view.js';
import { bulletinMessages as messages } from './bulletin.messages.js';
import { changeOf, changeText, figurePhrase } from './figure-text.rules.js';

/** Fewer than so many are no reason to point at a part. */
const fewest = 5;

/** What an edition says in words: a sentence for each indicator, and one for the part of it that fares worst. */
export function summaryOf(figures: readonly IndicatorReportView[], language: Language): string[] {
  return figures.flatMap((figure) => [sentence(figure, language), ...weakest(figure, language)]);
}

function sentence({ indicator, now, before, yearAgo }: IndicatorReportView, language: Language): string {
  const { name, unit } = indicator;
  if (now.value === null) return render(messages.nothing, language, { name });
  const [toBefore, toYear] = [before, yearAgo].map(({ value }) => changeOf(now.value, value, unit));
  const params = {
    ...{ name, value: figurePhrase(now.value, unit, language) },
    ...{ before: changeText(toBefore, unit, language), year: changeText(toYear, unit, language) },
  };
  const both = toYear === undefined ? messages.against : messages.againstBoth;
  const one = toYear === undefined ? messages.alone : messages.againstYear;
  return render(toBefore === undefined ? one : both, language, params);
}

function weakest({ indicator, rows }: IndicatorReportView, language: Language): string[] {
  const { name, unit, better } = indicator;
  const known = rows.filter(
    (row): row is IndicatorRowView & { value: number } =>
      row.value !== null && row.denominator !== null && row.denominator >= fewest,
  );
  if (better === 'neither' || known.length < 2) return [];
  const sign = better === 'more' ? 1 : -1;
  const [worst] = known.toSorted((a, b) => sign * (a.value - b.value) || b.numerator - a.numerator);
  if (!worst) return [];
  return [
    render(messages.weakest, language, { name, part: worst.label, value: figurePhrase(worst.value, unit, language) }),
  ];
}
