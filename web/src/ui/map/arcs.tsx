import type { geoPath } from 'd3-geo';
import type { ReactNode } from 'react';
import type { Outline } from './map-data';
import styles from './region-map.module.css';

/** A flow from one region of the map to another. */
export interface Arc {
  readonly from: string;
  readonly to: string;
  /** How wide it is drawn, 0 to 1. */
  readonly share: number;
  readonly label: string;
}

interface ArcsProps {
  readonly outlines: readonly Outline[];
  readonly path: ReturnType<typeof geoPath>;
  readonly zoom: number;
  readonly arcs: readonly Arc[];
}

const [thinnest, widest] = [2, 14];

/** Bent lines between the middles of regions, wider for more, with a dot where they arrive. The words stand in their titles. */
export function Arcs({ outlines, path, zoom, arcs }: ArcsProps): ReactNode {
  const middles = new Map(outlines.map((outline) => [outline.id, path.centroid(outline)]));
  return arcs.map(({ from, to, share, label }) => {
    const [start, end] = [middles.get(from), middles.get(to)];
    if (!start || !end) return null;
    const width = (thinnest + share * (widest - thinnest)) / zoom;
    // Bent to the right of the way, so that those there and back lie apart.
    const [dx, dy] = [end[0] - start[0], end[1] - start[1]];
    const bend = [(start[0] + end[0]) / 2 - dy / 4, (start[1] + end[1]) / 2 + dx / 4];
    return (
      <g key={`${from} ${to}`} className={styles.arc}>
        <title>{label}</title>
        <path d={`M${start.join()}Q${bend.join()} ${end.join()}`} strokeWidth={width} />
        <circle cx={end[0]} cy={end[1]} r={width / 2 + 3 / zoom} />
      </g>
    );
  });
}
