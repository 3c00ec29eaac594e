import { geoMercator, geoPath } from 'd3-geo';
import { type KeyboardEvent, useState } from 'react';
import type { Outline } from './map-data';

/** Side of the square that the whole map is drawn in, in the map's own units. */
const side = 800;
const margin = 10;
const mostZoom = 12;
const zoomStep = 1.6;

/** Which part of the map is in sight: its middle, and how many times it is enlarged. */
export interface View {
  readonly zoom: number;
  readonly x: number;
  readonly y: number;
}

export interface Viewing {
  readonly zoom: number;
  /** The part of the map in sight: left, top, width, height. */
  readonly box: readonly number[];
  readonly middle: readonly [number, number];
  readonly zoomBy: (factor: number) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

export interface Projected {
  readonly projection: ReturnType<typeof geoMercator>;
  readonly path: ReturnType<typeof geoPath>;
}

/** How the outlines are laid on the square. */
export function projectionOf(outlines: readonly Outline[]): Projected {
  const projection = geoMercator().fitExtent(
    [
      [margin, margin],
      [side - margin, side - margin],
    ],
    { type: 'FeatureCollection', features: [...outlines] },
  );
  return { projection, path: geoPath(projection) };
}

/** The view of a point; of everything when it has no place on the map. */
export function viewAt(centre: readonly [number, number] | null, zoom: number): View {
  return centre ? { zoom, x: centre[0], y: centre[1] } : whole;
}

/** The view that some outlines fill; of everything when there are none. */
export function viewOf(outlines: readonly Outline[], path: Projected['path']): View {
  if (outlines.length === 0) return whole;
  const [[left, top], [right, bottom]] = path.bounds({ type: 'FeatureCollection', features: [...outlines] });
  const zoom = side / (Math.max(right - left, bottom - top) + 2 * margin);
  return { zoom: Math.min(mostZoom, Math.max(1, zoom)), x: (left + right) / 2, y: (top + bottom) / 2 };
}

const whole: View = { zoom: 1, x: side / 2, y: side / 2 };

/** What part of the map is in sight; arrows move it, plus and minus zoom. */
export function useView(first: () => View): Viewing {
  const [{ zoom, x, y }, setView] = useState<View>(first);
  const zoomBy = (factor: number): void =>
    setView((view) => ({ ...view, zoom: Math.min(mostZoom, Math.max(1, view.zoom * factor)) }));
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = moves[event.key];
    if (step) {
      event.preventDefault();
      setView((view) => ({
        ...view,
        x: view.x + (step[0] * side) / view.zoom,
        y: view.y + (step[1] * side) / view.zoom,
      }));
    } else if (event.key === '+' || event.key === '=') zoomBy(zoomStep);
    else if (event.key === '-') zoomBy(1 / zoomStep);
  };
  const half = side / 2 / zoom;
  return { zoom, box: [x - half, y - half, 2 * half, 2 * half], middle: [x, y], zoomBy, onKeyDown };
}

const moves: Record<string, [number, number] | undefined> = {
  ArrowLeft: [-0.15, 0],
  ArrowRight: [0.15, 0],
  ArrowUp: [0, -0.15],
  ArrowDown: [0, 0.15],
};
