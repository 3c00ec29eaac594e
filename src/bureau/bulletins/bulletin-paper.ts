import type {
  ChartBlock,
  DocumentBlock,
  DocumentModel,
  DocumentSection,
} from '../../platform/documents/document-model.js';
import { localTime } from '../../platform/documents/local-time.js';
import { type Message, type MessageParams, render } from '../../platform/i18n/message.js';
import type { IndicatorReportView, IndicatorRowView } from '../reports/indicator-report.view.js';
import { bulletinMessages as messages } from './bulletin.messages.js';
import type { BulletinContent } from './bulletin-content.js';
import { changeOf, changeText, chartUnit, figureText, unitMessage } from './figure-text.rules.js';

const mostParts = 30;
const mostBars = 12;

/** An edition for the leadership, as papers of authorities look: title, summary, figures with charts, table, definitions. */
export function bulletinPaper(
  content: BulletinContent,
  footer: DocumentModel['footer'],
  version: number,
): DocumentModel {
  const { language, bureau, title, from, until, region, summary, asOf } = content;
  const say = (message: Message, params?: MessageParams): string => render(message, language, params);
  return {
    ...{ language, masthead: bureau, title, footer, datedAt: new Date(asOf) },
    subtitle: say(messages.edition, { from, until, region: region.name, version }),
    sections: [
      { heading: say(messages.headSummary), blocks: [{ kind: 'list', items: summary }] },
      { heading: say(messages.headFigures), blocks: [figureTable(content)] },
      { heading: say(messages.headTrends), blocks: content.figures.map(trendChart) },
      ...partSection(content),
      { heading: say(messages.headDefinitions), blocks: [definitions(content)] },
      {
        heading: say(messages.headSources),
        blocks: [{ kind: 'paragraph', text: say(messages.sources, { at: localTime(new Date(asOf)) }) }],
      },
    ],
  };
}

function figureTable({ figures, language }: BulletinContent): DocumentBlock {
  const say = (message: Message): string => render(message, language);
  return {
    kind: 'table',
    columns: [
      { heading: say(messages.indicator), weight: 2 },
      { heading: say(messages.unit), weight: 1 },
      ...[messages.now, messages.before].map((one) => ({ heading: say(one), isNumber: true })),
      { heading: say(messages.change), isNumber: true, weight: 2.1 },
      { heading: say(messages.yearAgo), isNumber: true },
      { heading: say(messages.change), isNumber: true, weight: 2.1 },
    ],
    rows: figures.map(({ indicator: { name, unit }, now, before, yearAgo }) => [
      ...[name, say(unitMessage[unit]), figureText(now.value, unit)],
      ...[before, yearAgo].flatMap(({ value }) => [
        figureText(value, unit),
        changeText(changeOf(now.value, value, unit), unit, language),
      ]),
    ]),
  };
}

const trendChart = ({ indicator, series }: IndicatorReportView): ChartBlock => ({
  kind: 'chart',
  caption: indicator.name,
  shape: 'line',
  labels: series.map(({ from }) => from.slice(5)),
  values: series.map(({ value }) => value),
  unit: chartUnit(indicator.unit),
});

function partSection(content: BulletinContent): DocumentSection[] {
  const { figures, language } = content;
  const [first] = figures;
  if (!first || first.rows.length === 0) return [];
  const say = (message: Message, params?: MessageParams): string => render(message, language, params);
  const parts = partsOf(figures);
  const shown = parts.slice(0, mostParts);
  const more = say(messages.moreParts, { shown: shown.length, all: parts.length });
  return [
    {
      heading: say(messages.headParts),
      blocks: [
        partBars(first),
        {
          kind: 'table',
          ...(parts.length > shown.length && { caption: more }),
          columns: [
            { heading: say(messages.part), weight: 1.6 },
            ...figures.map(({ indicator }) => ({ heading: indicator.name, isNumber: true })),
          ],
          rows: shown.map(({ label, rows }) => [
            label,
            ...figures.map(({ indicator: { unit } }, at) => figureText(rows[at]?.value ?? null, unit)),
          ]),
        },
      ],
    },
  ];
}

function partBars({ indicator, rows }: IndicatorReportView): ChartBlock {
  const bars = rows.slice(0, mostBars);
  return {
    ...{ kind: 'chart', shape: 'bars', caption: indicator.name, unit: chartUnit(indicator.unit) },
    labels: bars.map(({ label }) => label),
    values: bars.map(({ value }) => value),
  };
}

export interface BulletinPart {
  readonly label: string;
  /** Its row in each figure, in their order. */
  readonly rows: readonly (IndicatorRowView | undefined)[];
}

/** Every part that any of the figures knows, in the order of the first that does. */
export function partsOf(figures: readonly IndicatorReportView[]): BulletinPart[] {
  const labels = new Map(figures.flatMap(({ rows }) => rows.map(({ key, label }) => [key ?? '', label] as const)));
  const byKey = figures.map(({ rows }) => new Map(rows.map((row) => [row.key ?? '', row])));
  return [...labels].map(([key, label]) => ({ label, rows: byKey.map((rows) => rows.get(key)) }));
}

function definitions({ figures }: BulletinContent): DocumentBlock {
  return {
    kind: 'facts',
    facts: figures.map(({ indicator: { name, definition, follows } }) => ({
      label: name,
      value: follows === null ? definition : `${definition} (${follows})`,
    })),
  };
}
