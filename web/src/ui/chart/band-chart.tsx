import { type ReactNode, useCallback } from 'react';
import { useFormats } from '../../i18n/formats';
import { colourIn } from './colour';
import { type Drawing, useDrawing } from './use-drawing';
import styles from './series-chart.module.css';

/** A point of a line that goes on as a forecast: what was, or what is expected and between what. */
export interface BandPoint {
  readonly at: string;
  readonly past: number | null;
  readonly expected: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

interface BandChartProps {
  /** The chart in words; the figures stand as a table beside it. */
  readonly label: string;
  readonly points: readonly BandPoint[];
  readonly names: { readonly past: string; readonly expected: string; readonly band: string };
}

/** A line of the past that goes on dashed, in the band between which it is expected. */
export function BandChart({ label, points, names }: BandChartProps): ReactNode {
  const { dayAndMonth } = useFormats();
  const drawing = useCallback<Drawing>(
    (element) => optionOf(element, points, names, dayAndMonth),
    [points, names, dayAndMonth],
  );
  const place = useDrawing(drawing);
  return <div ref={place} className={styles.chart} role="img" aria-label={label} />;
}

function optionOf(
  element: HTMLElement,
  points: readonly BandPoint[],
  names: BandChartProps['names'],
  dayAndMonth: (day: string) => string,
): Record<string, unknown> {
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  const font = getComputedStyle(element).getPropertyValue('--font').trim();
  const text = { color: colourIn(element, 'var(--ink-soft)'), fontFamily: font, fontSize: 0.8 * rem };
  const [past, ahead] = [colourIn(element, 'var(--series-1)'), colourIn(element, 'var(--series-2)')];
  const line = { type: 'line', lineStyle: { width: rem / 7 }, symbolSize: 5 };
  // The band stands on its lower end: two areas, of which the lower is not seen.
  const band = { type: 'line', stack: 'band', symbol: 'none', silent: true, lineStyle: { opacity: 0 } };
  const last = points.findLastIndex((point) => point.past !== null);
  return {
    animationDuration: 300,
    textStyle: text,
    grid: { left: 8, right: 16, top: 2.25 * rem, bottom: 8, containLabel: true },
    legend: { data: [names.past, names.expected, names.band], top: 0, textStyle: text, itemHeight: 0.8 * rem },
    xAxis: {
      ...{ type: 'category', data: points.map(({ at }) => dayAndMonth(at)), axisLabel: text, boundaryGap: false },
      axisTick: { show: false },
    },
    yAxis: {
      ...{ type: 'value', min: 0, minInterval: 1, axisLabel: text },
      splitLine: { lineStyle: { color: colourIn(element, 'var(--line)') } },
    },
    series: [
      { ...band, name: 'floor', data: points.map(({ low }) => low), color: ahead },
      {
        ...{ ...band, name: names.band, color: ahead, areaStyle: { color: ahead, opacity: 0.25 } },
        data: points.map(({ low, high }) => (low === null || high === null ? null : high - low)),
      },
      { ...line, name: names.past, data: points.map((point) => point.past), color: past },
      {
        ...{ ...line, name: names.expected, color: ahead, lineStyle: { ...line.lineStyle, type: 'dashed' } },
        // From the last week that is known, so that the line goes on.
        data: points.map((point, at) => (at === last ? point.past : point.expected)),
      },
    ],
  };
}
