import type { geoPath } from 'd3-geo';
import { type KeyboardEvent, type MouseEvent, type ReactNode, use, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../button';
import { type Arc, Arcs } from './arcs';
import { loadOutlines, nameOf, type Outline } from './map-data';
import { type Projected, projectionOf, useView, viewAt, viewOf } from './map-view';
import styles from './region-map.module.css';

const zoomStep = 1.6;
/** In units of the map as shown: two lines. */
const leastCaptionHeight = 40;

export interface MapPoint {
  readonly id: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly label: string;
  readonly isChosen?: boolean;
}

type Caption = (regionId: string) => readonly [name: string, figure?: string] | undefined;

interface RegionMapProps {
  /** What the map shows, for those who do not see it. */
  readonly label: string;
  /** Share (0 to 1) by region id: the deeper the colour, the higher; what has none stays grey. */
  readonly shares?: ReadonlyMap<string, number> | undefined;
  /** Colours by region id, where regions are told apart rather than measured. */
  readonly colours?: ReadonlyMap<string, string> | undefined;
  /** Regions that are set off from the others. */
  readonly marked?: ReadonlySet<string> | undefined;
  /** What is said of a region when one points at it. */
  readonly describe?: ((regionId: string, name: string) => string) | undefined;
  readonly points?: readonly MapPoint[];
  /** Drawn from one region to another. */
  readonly arcs?: readonly Arc[];
  readonly onRegion?: ((regionId: string) => void) | undefined;
  readonly onPoint?: (id: string) => void;
  /** Makes the map a place to choose a place. */
  readonly onPlace?: (latitude: number, longitude: number) => void;
  /** Region ids that fill the map at first, instead of everything. */
  readonly fit?: readonly string[];
  /** Written on a region of `fit`, or on any: its name, and a figure below. */
  readonly caption?: Caption | undefined;
  /** Shown in the middle at first, instead of everything. */
  readonly focus?: { readonly latitude: number; readonly longitude: number; readonly zoom: number };
}

/** A schematic map of the counties: a choropleth, points, or a place to choose. Everything it shows is also in words. */
export function RegionMap({
  label,
  shares,
  colours,
  marked,
  describe,
  points = [],
  arcs = [],
  onRegion,
  onPoint,
  onPlace,
  fit,
  caption,
  focus,
}: RegionMapProps): ReactNode {
  const { t } = useTranslation();
  const outlines = use(loadOutlines());
  const { projection, path } = useMemo(() => projectionOf(outlines), [outlines]);
  const fitted = outlines.filter(({ id }) => fit?.includes(id));
  const { zoom, box, middle, zoomBy, onKeyDown } = useView(() => {
    if (focus) return viewAt(projection([focus.longitude, focus.latitude]), focus.zoom);
    return viewOf(fitted, path);
  });
  return (
    <figure className={styles.map}>
      <svg
        viewBox={box.join(' ')}
        role={onPlace ? 'application' : 'img'}
        aria-label={label}
        tabIndex={0}
        {...(onPlace ? choosing(projection, middle, onPlace, onKeyDown) : { onKeyDown })}
        data-choosing={onPlace !== undefined}
      >
        <Counties {...{ outlines, path, shares, colours, marked, describe, onRegion }} />
        {caption && <Captions outlines={fit ? fitted : outlines} path={path} zoom={zoom} caption={caption} />}
        <Arcs outlines={outlines} path={path} zoom={zoom} arcs={arcs} />
        {points.map((point) => (
          <Mark
            key={point.id}
            point={point}
            at={projection([point.longitude, point.latitude])}
            zoom={zoom}
            onPoint={onPoint}
          />
        ))}
        {onPlace && <Cross at={middle} zoom={zoom} />}
      </svg>
      <Controls zoomBy={zoomBy} />
      <figcaption>{t('map.schematic')}</figcaption>
    </figure>
  );
}

/** A click chooses a place; so does Enter, for which the arrows bring a place under the cross in the middle. */
function choosing(
  projection: Projected['projection'],
  middle: readonly [number, number],
  onPlace: (latitude: number, longitude: number) => void,
  onKeyDown: (event: KeyboardEvent) => void,
): { onClick: (event: MouseEvent<SVGSVGElement>) => void; onKeyDown: (event: KeyboardEvent) => void } {
  const choose = (x: number, y: number): void => {
    const place = projection.invert?.([x, y]);
    if (place) onPlace(round(place[1]), round(place[0]));
  };
  return {
    onClick: (event) => {
      const matrix = event.currentTarget.getScreenCTM();
      if (!matrix) return;
      const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse());
      choose(at.x, at.y);
    },
    onKeyDown: (event) => {
      onKeyDown(event);
      if (event.key !== 'Enter') return;
      // In a form, Enter would submit it.
      event.preventDefault();
      choose(...middle);
    },
  };
}

/** Where Enter would choose; shown to those who come by keyboard. */
function Cross({ at: [x, y], zoom }: { readonly at: readonly [number, number]; readonly zoom: number }): ReactNode {
  const arm = 14 / zoom;
  return <path className={styles.cross} d={`M${x - arm},${y}h${2 * arm}M${x},${y - arm}v${2 * arm}`} />;
}

function Controls({ zoomBy }: { readonly zoomBy: (factor: number) => void }): ReactNode {
  const { t } = useTranslation();
  return (
    <div className={styles.controls}>
      <Button aria-label={t('map.closer')} onClick={() => zoomBy(zoomStep)}>
        +
      </Button>
      <Button aria-label={t('map.farther')} onClick={() => zoomBy(1 / zoomStep)}>
        −
      </Button>
    </div>
  );
}

type CountiesProps = Pick<RegionMapProps, 'shares' | 'colours' | 'marked' | 'describe' | 'onRegion'> & {
  readonly outlines: readonly Outline[];
  readonly path: ReturnType<typeof geoPath>;
};

function Counties({ outlines, path, shares, colours, marked, describe, onRegion }: CountiesProps): ReactNode {
  return outlines.map((outline) => (
    <path
      key={outline.id}
      d={path(outline) ?? ''}
      className={styles.county}
      style={{ fill: colours?.get(outline.id) ?? colourOf(shares?.get(outline.id)) }}
      data-marked={marked?.has(outline.id) ?? false}
      data-clickable={onRegion !== undefined}
      {...(onRegion && { onClick: () => onRegion(outline.id) })}
    >
      <title>{describe?.(outline.id, nameOf(outline)) ?? nameOf(outline)}</title>
    </path>
  ));
}

interface CaptionsProps {
  readonly outlines: readonly Outline[];
  readonly path: ReturnType<typeof geoPath>;
  readonly zoom: number;
  readonly caption: Caption;
}

/** About how wide a name is written: Chinese characters are square, Latin letters half as wide. */
function widthOf(name: string): number {
  return [...name].reduce((width, letter) => width + (letter > '\u2e80' ? 15 : 8), 0);
}

/** Names and figures on the regions; the words stand in the regions' titles too. */
function Captions({ outlines, path, zoom, caption }: CaptionsProps): ReactNode {
  return outlines.map((outline) => {
    const [name = '', figure] = caption(outline.id) ?? [];
    const [[left, top], [right, bottom]] = path.bounds(outline);
    // Where there is no room, the region's title says it.
    if ((right - left) * zoom < widthOf(name) || (bottom - top) * zoom < leastCaptionHeight) return null;
    const [x, y] = path.centroid(outline);
    return (
      <text key={outline.id} className={styles.caption} x={x} y={y} fontSize={15 / zoom} aria-hidden="true">
        <tspan x={x}>{name}</tspan>
        <tspan x={x} dy="1.2em">
          {figure}
        </tspan>
      </text>
    );
  });
}

function Mark({
  point,
  at,
  zoom,
  onPoint,
}: {
  readonly point: MapPoint;
  readonly at: [number, number] | null;
  readonly zoom: number;
  readonly onPoint: ((id: string) => void) | undefined;
}): ReactNode {
  if (!at) return null;
  return (
    <circle
      className={styles.point}
      cx={at[0]}
      cy={at[1]}
      r={(point.isChosen ? 11 : 8) / Math.sqrt(zoom)}
      data-chosen={point.isChosen ?? false}
      {...(onPoint && {
        onClick: (event: MouseEvent) => {
          event.stopPropagation();
          onPoint(point.id);
        },
      })}
    >
      <title>{point.label}</title>
    </circle>
  );
}

function colourOf(share: number | undefined): string {
  if (share === undefined) return 'var(--map-0)';
  return `color-mix(in oklab, var(--map-high) ${Math.round(100 * share)}%, var(--map-low))`;
}

/** Four decimals of a degree are about 11 m, which is finer than the map. */
function round(degrees: number): number {
  return Math.round(degrees * 10_000) / 10_000;
}
