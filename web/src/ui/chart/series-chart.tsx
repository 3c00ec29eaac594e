import { type ReactNode, useCallback, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/formats';
import { colourIn } from './colour';
import { type Drawing, useDrawing } from './use-drawing';
import styles from './series-chart.module.css';

export interface Series {
  readonly name: string;
  /** One for each category; null where nothing is known. */
  readonly values: readonly (number | null)[];
  /** Points of their own, which no line joins. */
  readonly isMark?: boolean;
}

interface SeriesChartProps {
  /** The chart in words: what it shows, of what, when. */
  readonly label: string;
  readonly categories: readonly string[];
  readonly series: readonly Series[];
  readonly kind: 'line' | 'bar' | 'rows';
  /** How values are written; counts when left out. */
  readonly format?: (value: number) => string;
  /** Whether the axis of values begins near the least one instead of at zero; the caller says so in words. */
  readonly isZoomed?: boolean;
}

/** Series over categories as lines, columns or rows, with the same figures as a table for those who do not see it. */
export function SeriesChart(props: SeriesChartProps): ReactNode {
  const { label, categories, series, kind, format, isZoomed = false } = props;
  const { t } = useTranslation();
  const { number } = useFormats();
  const write = format ?? number;
  const id = useId();
  const drawing = useCallback<Drawing>(
    (element) => optionOf(element, { categories, series, kind, write, isZoomed }),
    [categories, series, kind, write, isZoomed],
  );
  const place = useDrawing(drawing);
  return (
    <figure className={styles.figure}>
      <div ref={place} className={styles.chart} data-kind={kind} role="img" aria-label={label} aria-describedby={id} />
      <details id={id} className={styles.figures}>
        <summary>{t('chart.figures')}</summary>
        <table>
          <caption className="visually-hidden">{label}</caption>
          <thead>
            <tr>
              <th scope="col" />
              {series.map(({ name }) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {categories.map((category, index) => (
              <tr key={category}>
                <th scope="row">{category}</th>
                {series.map(({ name, values }) => (
                  <td key={name} className="number">
                    {written(values[index], write)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}

function written(value: number | null | undefined, write: (value: number) => string): string {
  return value === null || value === undefined ? '–' : write(value);
}

interface Drawn extends Pick<SeriesChartProps, 'categories' | 'series' | 'kind'> {
  readonly write: (value: number) => string;
  readonly isZoomed: boolean;
}

function optionOf(element: HTMLElement, { categories, series, kind, write, isZoomed }: Drawn): Record<string, unknown> {
  const token = (name: string): string => getComputedStyle(element).getPropertyValue(name).trim();
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  const text = { color: colourIn(element, 'var(--ink-soft)'), fontFamily: token('--font'), fontSize: 0.8 * rem };
  const categoryAxis = {
    type: 'category',
    data: categories,
    axisLabel: text,
    axisTick: { show: false },
    inverse: kind === 'rows',
  };
  const valueAxis = {
    type: 'value',
    scale: isZoomed,
    axisLabel: { ...text, formatter: write },
    splitLine: { lineStyle: { color: colourIn(element, 'var(--line)') } },
  };
  return {
    animationDuration: 300,
    textStyle: text,
    color: [1, 2, 3, 4, 5].map((index) => colourIn(element, `var(--series-${index})`)),
    grid: { left: 8, right: 16, top: series.length > 1 ? 2.25 * rem : rem, bottom: 8, containLabel: true },
    legend: { show: series.length > 1, top: 0, textStyle: text, itemHeight: 0.8 * rem },
    // Text drawn on the canvas: a tooltip of HTML would need styles that the page's policy forbids.
    tooltip: {
      trigger: 'axis',
      renderMode: 'richText',
      valueFormatter: (value: unknown) => written(value as number | null, write),
    },
    xAxis: kind === 'rows' ? valueAxis : categoryAxis,
    yAxis: kind === 'rows' ? categoryAxis : valueAxis,
    series: series.map(({ name, values, isMark = false }) => ({
      name,
      type: isMark ? 'scatter' : kind === 'line' ? 'line' : 'bar',
      data: values,
      showSymbol: values.length < 40,
      ...(isMark && { symbolSize: rem * 0.8, z: 3 }),
      smooth: false,
      lineStyle: { width: rem / 7 },
      barMaxWidth: 22,
    })),
  };
}
