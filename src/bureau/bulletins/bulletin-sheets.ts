import { type Message, render } from '../../platform/i18n/message.js';
import { localTime } from '../../platform/documents/local-time.js';
import type { BookCell, BookChart, BookSheet } from '../../platform/spreadsheet/index.js';
import type { IndicatorReportView } from '../reports/indicator-report.view.js';
import type { Formula } from '../catalogue/indicator.js';
import { indicatorOf } from '../catalogue/indicators.js';
import { bulletinMessages as messages } from './bulletin.messages.js';
import type { BulletinContent } from './bulletin-content.js';
import { partsOf } from './bulletin-paper.js';
import { changeOf, sheetFactor, sheetFormat, unitMessage } from './figure-text.rules.js';

const chartRows = 17;
const chartColumns = 6;
const changeFormat = '+0.0%;-0.0%;0.0%';

/** The letter of a column, from 0. */
export function columnName(index: number): string {
  const rest = Math.floor(index / 26) - 1;
  return `${rest < 0 ? '' : columnName(rest)}${String.fromCharCode(65 + (index % 26))}`;
}

const cellName = (row: number, column: number): string => `${columnName(column)}${row + 1}`;
const head = (value: string): BookCell => ({ value, isBold: true, fill: 'head', isWrapped: true });
const text = (value: string): BookCell => ({ value });
const long = (value: string): BookCell => ({ value, isWrapped: true });
const blank: BookCell = { value: null };

/** What a figure is made of. */
interface Parts {
  readonly value: number | null;
  readonly numerator: number;
  readonly denominator: number | null;
}

/** An edition as a workbook: every figure that is a sum or a ratio is a formula over what it is made of, and so is every change. */
export function bulletinSheets(content: BulletinContent): BookSheet[] {
  return [
    summarySheet(content),
    trendSheet(content),
    ...partSheet(content),
    definitionSheet(content),
    sourceSheet(content),
  ];
}

/** A figure as a formula over the cells of its parts; a quantile as it stands. In yuan where the unit is fen. */
function figureCell(
  { indicator: { code, unit } }: IndicatorReportView,
  parts: Parts,
  of: string,
  per: string,
): BookCell {
  const formula = indicatorOf(code)?.formula;
  const value = parts.value === null ? null : parts.value * sheetFactor(unit);
  const format = sheetFormat(unit);
  if (!formula || formula.kind === 'quantile') return { value, format };
  const factor = timesOf(formula) * sheetFactor(unit);
  const times = factor === 1 ? '' : `*${factor}`;
  const said = formula.kind === 'sum' ? `${of}${times}` : `IF(${per}=0,"",${of}/${per}${times})`;
  return { value: value ?? '', format, formula: said };
}

const timesOf = (formula: Formula): number => ('times' in formula ? (formula.times ?? 1) : 1);

const partCells = ({ numerator, denominator }: Parts): BookCell[] => [{ value: numerator }, { value: denominator }];

function changeCell(
  { indicator: { unit } }: IndicatorReportView,
  now: Parts,
  then: Parts,
  cells: readonly [string, string],
): BookCell {
  const [of, against] = cells;
  const said = unit === 'share' ? `${of}-${against}` : `IF(${against}=0,"",${of}/${against}-1)`;
  const value = changeOf(now.value, then.value, unit) ?? '';
  return { value, format: changeFormat, formula: `IF(OR(${of}="",${against}=""),"",${said})` };
}

function summarySheet(content: BulletinContent): BookSheet {
  const { language, title, bureau, from, until, region, asOf, summary, figures } = content;
  const say = (message: Message): string => render(message, language);
  const above: BookCell[][] = [
    [{ value: title, isBold: true }],
    [text(`${bureau} · ${region.name} · ${from} – ${until}`)],
    [text(`${say(messages.asOf)} ${localTime(new Date(asOf))}`)],
    [],
    ...summary.map((line) => [text(line)]),
    [],
  ];
  const heads = [
    messages.indicator,
    messages.unit,
    messages.now,
    messages.before,
    messages.change,
    messages.yearAgo,
    messages.change,
  ];
  const made = [messages.now, messages.before, messages.yearAgo].flatMap((period) =>
    [messages.counted, messages.divided].map((part) => head(`${say(period)} · ${say(part)}`)),
  );
  const rows = figures.map((figure, at) => {
    const row = above.length + 1 + at;
    const { indicator, now, before, yearAgo } = figure;
    const value = (parts: Parts, column: number): BookCell =>
      figureCell(figure, parts, cellName(row, column), cellName(row, column + 1));
    const [nowCell, beforeCell, yearCell] = [2, 3, 5].map((column) => cellName(row, column));
    return [
      ...[text(indicator.name), text(say(unitMessage[indicator.unit]))],
      ...[value(now, 7), value(before, 9), changeCell(figure, now, before, [nowCell ?? '', beforeCell ?? ''])],
      ...[value(yearAgo, 11), changeCell(figure, now, yearAgo, [nowCell ?? '', yearCell ?? ''])],
      ...[now, before, yearAgo].flatMap(partCells),
    ];
  });
  return {
    name: say(messages.sheetSummary),
    rows: [...above, [...heads.map((one) => head(say(one))), ...made], ...rows],
    widths: [26, 12, ...Array.from({ length: 11 }, () => 13)],
  };
}

/** Three columns for each indicator: counted, divided by, and the figure; charts of the figures below. */
function trendSheet({ language, figures }: BulletinContent): BookSheet {
  const say = (message: Message): string => render(message, language);
  const steps = figures[0]?.series ?? [];
  const rows = steps.map(({ from, until }, at) => [
    ...[text(from), text(until)],
    ...figures.flatMap((figure, index) => {
      const parts = figure.series[at] ?? { value: null, numerator: 0, denominator: null };
      const [row, column] = [at + 1, 2 + index * 3];
      // A gap of a chart is an empty cell: a formula that comes to nothing would be drawn at nought.
      if (parts.value === null) return [...partCells(parts), blank];
      return [...partCells(parts), figureCell(figure, parts, cellName(row, column), cellName(row, column + 1))];
    }),
  ]);
  const charts = figures.map(({ indicator }, index): BookChart => {
    const column = columnName(4 + index * 3);
    return {
      ...{ kind: 'line', title: indicator.name, format: sheetFormat(indicator.unit) },
      series: [
        { name: indicator.name, labels: `A2:A${steps.length + 1}`, values: `${column}2:${column}${steps.length + 1}` },
      ],
      row: steps.length + 2 + Math.floor(index / 2) * chartRows,
      column: (index % 2) * chartColumns,
    };
  });
  return {
    name: say(messages.sheetTrends),
    rows: [
      [head(say(messages.from)), head(say(messages.until)), ...figures.flatMap((figure) => partHeads(figure, say))],
      ...rows,
    ],
    widths: [12, 12, ...figures.flatMap(() => [14, 14, 16])],
    stickyRows: 1,
    charts,
  };
}

const partHeads = ({ indicator }: IndicatorReportView, say: (message: Message) => string): BookCell[] => [
  ...[messages.counted, messages.divided].map((part) => head(`${indicator.name} · ${say(part)}`)),
  head(indicator.name),
];

function partSheet({ language, figures }: BulletinContent): BookSheet[] {
  const say = (message: Message): string => render(message, language);
  const parts = partsOf(figures);
  if (parts.length === 0) return [];
  const rows = parts.map(({ label, rows: found }, at) => [
    text(label),
    ...figures.flatMap((figure, index) => {
      const row = found[index];
      const column = 1 + index * 3;
      if (!row) return [blank, blank, blank];
      return [...partCells(row), figureCell(figure, row, cellName(at + 1, column), cellName(at + 1, column + 1))];
    }),
  ]);
  const last = parts.length;
  const totals = figures.flatMap((figure, index) => {
    const [of, per] = [columnName(1 + index * 3), columnName(2 + index * 3)];
    const whole = wholeOf(figure);
    const sum = (column: string, value: number | null): BookCell => ({
      value,
      formula: `SUM(${column}2:${column}${last + 1})`,
    });
    // A median of parts, or the largest in them, does not add up to that of all.
    const kind = indicatorOf(figure.indicator.code)?.formula.kind;
    if (kind === 'quantile' || kind === 'largest') return [blank, blank, blank];
    return [
      ...[sum(of, whole.numerator), sum(per, whole.denominator ?? 0)],
      figureCell(figure, whole, `${of}${last + 2}`, `${per}${last + 2}`),
    ];
  });
  return [
    {
      name: say(messages.sheetParts),
      rows: [
        [head(say(messages.part)), ...figures.flatMap((figure) => partHeads(figure, say))],
        ...rows,
        [{ value: say(messages.total), isBold: true }, ...totals],
      ],
      widths: [22, ...figures.flatMap(() => [14, 14, 16])],
      stickyRows: 1,
    },
  ];
}

/** What the parts of a figure come to together; the same as the figure of the region where every part is shown. */
function wholeOf({ indicator, rows }: IndicatorReportView): Parts {
  const formula = indicatorOf(indicator.code)?.formula;
  const numerator = rows.reduce((sum, row) => sum + row.numerator, 0);
  const denominator = rows.reduce((sum, row) => sum + (row.denominator ?? 0), 0);
  const times = formula ? timesOf(formula) : 1;
  const value =
    formula?.kind === 'sum' ? numerator * times : denominator === 0 ? null : (numerator / denominator) * times;
  return { value, numerator, denominator };
}

function definitionSheet({ language, figures }: BulletinContent): BookSheet {
  const say = (message: Message): string => render(message, language);
  return {
    name: say(messages.sheetDefinitions),
    rows: [
      [messages.code, messages.indicator, messages.definition, messages.unit, messages.follows, messages.tables].map(
        (one) => head(say(one)),
      ),
      ...figures.map(({ indicator: { code, name, definition, unit, follows, sources } }) =>
        [code, name, definition, say(unitMessage[unit]), follows ?? '', sources.join(', ')].map(long),
      ),
    ],
    widths: [20, 24, 70, 12, 30, 30],
    stickyRows: 1,
  };
}

function sourceSheet({ language, asOf, sources }: BulletinContent): BookSheet {
  const say = (message: Message): string => render(message, language);
  return {
    name: say(messages.sheetSources),
    rows: [
      [
        messages.indicator,
        messages.from,
        messages.until,
        messages.value,
        messages.counted,
        messages.divided,
        messages.asOf,
        messages.query,
      ].map((one) => head(say(one))),
      ...sources.map(({ name, from, until, value, numerator, denominator, query }) => [
        ...[text(name), text(from), text(until), { value }, { value: numerator }, { value: denominator }],
        ...[text(asOf), long(query)],
      ]),
    ],
    widths: [24, 12, 12, 12, 12, 12, 26, 100],
    stickyRows: 1,
  };
}
