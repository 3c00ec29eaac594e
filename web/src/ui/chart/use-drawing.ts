import { type RefObject, useEffect, useRef } from 'react';
import type { draw } from './draw';

/** What to draw into an element: an option of the chart library, with the colours that hold where the element stands. */
export type Drawing = (element: HTMLElement) => Record<string, unknown>;

/** An element to draw a chart into; drawn anew when the drawing, which is to be memoised, or the theme changes. */
export function useDrawing(drawing: Drawing): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    let chart: ReturnType<typeof draw> | undefined;
    let isOver = false;
    const show = (): void => chart?.show(drawing(element));
    void import('./draw').then((module) => {
      if (isOver) return;
      chart = module.draw(element);
      show();
    });
    const dark = matchMedia('(prefers-color-scheme: dark)');
    dark.addEventListener('change', show);
    return () => {
      isOver = true;
      dark.removeEventListener('change', show);
      chart?.end();
    };
  }, [drawing]);
  return place;
}
