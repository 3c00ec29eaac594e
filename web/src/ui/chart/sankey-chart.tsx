import { type ReactNode, useCallback } from 'react';
import { useFormats } from '../../i18n/formats';
import { colourIn } from './colour';
import { type Drawing, useDrawing } from './use-drawing';
import styles from './series-chart.module.css';

export interface SankeyLink {
  readonly source: string;
  readonly target: string;
  readonly value: number;
}

interface SankeyChartProps {
  /** The chart in words; its figures stand in a table beside it. */
  readonly label: string;
  readonly links: readonly SankeyLink[];
}

/** Flows from the left to the right, as wide as they are large. A name on both sides is two places. */
export function SankeyChart({ label, links }: SankeyChartProps): ReactNode {
  const { number } = useFormats();
  const drawing = useCallback<Drawing>((element) => optionOf(element, links, number), [links, number]);
  const place = useDrawing(drawing);
  return <div ref={place} className={styles.chart} data-kind="rows" role="img" aria-label={label} />;
}

/** Nodes of both sides are told apart by a mark that is not shown. */
const [left, right] = ['<', '>'];
const shown = (name: string): string => name.slice(1);

function optionOf(
  element: HTMLElement,
  links: readonly SankeyLink[],
  write: (value: number) => string,
): Record<string, unknown> {
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  const text = {
    color: colourIn(element, 'var(--ink)'),
    fontFamily: getComputedStyle(element).getPropertyValue('--font').trim(),
    fontSize: 0.8 * rem,
    textBorderWidth: 0,
  };
  const isNarrow = element.clientWidth < 40 * rem;
  const names = (side: 'source' | 'target'): string[] => [...new Set(links.map((link) => link[side]))];
  const label = { formatter: ({ name }: { name: string }) => shown(name), ...text };
  const width = isNarrow ? element.clientWidth / 2 - 2 * rem : 14 * rem;
  return {
    animationDuration: 300,
    textStyle: text,
    tooltip: { renderMode: 'richText', valueFormatter: (value: unknown) => write(Number(value)) },
    color: [1, 2, 3, 4, 5].map((index) => colourIn(element, `var(--series-${index})`)),
    series: [
      {
        type: 'sankey',
        ...{ left: 8, right: 8, top: 8, bottom: 8, nodeWidth: 0.8 * rem, nodeGap: 0.9 * rem, draggable: false },
        data: [
          ...names('source').map((name) => ({ name: left + name, depth: 0, label: { ...label, position: 'right' } })),
          ...names('target').map((name) => ({ name: right + name, depth: 1, label: { ...label, position: 'left' } })),
        ],
        links: links.map(({ source, target, value }) => ({ source: left + source, target: right + target, value })),
        label: { width, overflow: 'truncate' },
        lineStyle: { color: 'gradient', opacity: 0.35 },
        emphasis: { focus: 'adjacency' },
      },
    ],
  };
}
