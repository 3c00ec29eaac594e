import type { ChartBlock } from './document-model.js';

/** What a chart is drawn of; lengths in points from its upper left corner. Texts stand with their middle at `y`. */
export type ChartShape =
  | { readonly kind: 'line'; readonly points: readonly (readonly [x: number, y: number])[]; readonly tone: ChartTone }
  | { readonly kind: 'box'; readonly x: number; readonly y: number; readonly width: number; readonly height: number }
  | {
      readonly kind: 'text';
      readonly x: number;
      readonly y: number;
      readonly text: string;
      readonly align: 'start' | 'middle' | 'end';
    };

export type ChartTone = 'grid' | 'mark';

const plotHeight = 110;
const barHeight = 15;
const margin = { left: 44, right: 12, top: 10, bottom: 18 } as const;
const nameShare = 0.28;
const ticks = 4;
const mostLabels = 7;

/** How high a chart of this block is, in points. */
export function chartHeight({ shape, labels }: ChartBlock): number {
  if (shape === 'bars') return labels.length * barHeight + margin.top;
  return margin.top + plotHeight + margin.bottom;
}

/** The shapes of a chart of that width: a line over time, or a bar for each label, from nought in both. */
export function chartShapes(block: ChartBlock, width: number): ChartShape[] {
  return block.shape === 'bars' ? bars(block, width) : line(block, width);
}

/** A value as the chart's axis says it. */
const written = ({ unit }: ChartBlock, value: number): string =>
  `${(value * unit.factor).toFixed(unit.decimals)}${unit.suffix}`;

/** The least round number from which a scale of `ticks` steps reaches the value. */
export function scaleEnd(most: number): number {
  if (most <= 0) return 1;
  const step = most / ticks;
  const power = 10 ** Math.floor(Math.log10(step));
  const round = [1, 2, 2.5, 5, 10].find((one) => one * power >= step * (1 - 1e-9)) ?? 10;
  return round * power * ticks;
}

function line(block: ChartBlock, width: number): ChartShape[] {
  const { labels, values } = block;
  const end = scaleEnd(Math.max(0, ...values.map((value) => value ?? 0)));
  const inner = width - margin.left - margin.right;
  const xOf = (at: number): number =>
    margin.left + (labels.length < 2 ? inner / 2 : (inner * at) / (labels.length - 1));
  const yOf = (value: number): number => margin.top + plotHeight * (1 - Math.max(0, value) / end);
  const grid = Array.from({ length: ticks + 1 }, (_, at): ChartShape[] => {
    const value = (end * at) / ticks;
    const y = yOf(value);
    return [
      {
        kind: 'line',
        tone: 'grid',
        points: [
          [margin.left, y],
          [width - margin.right, y],
        ],
      },
      { kind: 'text', align: 'end', x: margin.left - 5, y, text: written(block, value) },
    ];
  }).flat();
  const every = Math.ceil(labels.length / mostLabels);
  const names = labels.flatMap((text, at): ChartShape[] =>
    at % every === 0 ? [{ kind: 'text', align: 'middle', x: xOf(at), y: margin.top + plotHeight + 10, text }] : [],
  );
  return [...grid, ...names, ...runs(values, xOf, yOf)];
}

/** A line for each run of days that have a figure: a gap stays one. A figure alone is a dot. */
function runs(values: ChartBlock['values'], xOf: (at: number) => number, yOf: (value: number) => number): ChartShape[] {
  const parts: [number, number][][] = [[]];
  values.forEach((value, at) => {
    if (value === null) parts.push([]);
    else parts.at(-1)?.push([xOf(at), yOf(value)]);
  });
  return parts.flatMap((points): ChartShape[] => {
    const dots = points.map(([x, y]): ChartShape => ({ kind: 'box', x: x - 1.5, y: y - 1.5, width: 3, height: 3 }));
    return points.length > 1 ? [{ kind: 'line', tone: 'mark', points }, ...dots] : dots;
  });
}

function bars(block: ChartBlock, width: number): ChartShape[] {
  const { labels, values } = block;
  const most = Math.max(0, ...values.map((value) => value ?? 0));
  const left = width * nameShare;
  const inner = width - left - 60;
  return labels.flatMap((text, at): ChartShape[] => {
    const value = values[at] ?? null;
    const y = margin.top / 2 + at * barHeight;
    const length = value === null || most === 0 ? 0 : (inner * Math.max(0, value)) / most;
    return [
      { kind: 'text', align: 'end', x: left - 6, y: y + barHeight / 2, text },
      { kind: 'box', x: left, y: y + 3, width: length, height: barHeight - 6 },
      {
        kind: 'text',
        align: 'start',
        x: left + length + 5,
        y: y + barHeight / 2,
        text: value === null ? '—' : written(block, value),
      },
    ];
  });
}
