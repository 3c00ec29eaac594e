import { chartHeight, type ChartShape, chartShapes, type ChartTone } from './chart-shapes.js';
import type { ChartBlock } from './document-model.js';
import { body, paleInk, rule, type Sheet, type TextStyle } from './sheet.js';

const captionStyle: TextStyle = { ...body, size: 9, color: paleInk };
const label: TextStyle = { ...body, size: 7.5, color: paleInk };
const mark = '#1f5fa8';
const tones: Record<ChartTone, { readonly color: string; readonly thickness: number }> = {
  grid: { color: rule, thickness: 0.5 },
  mark: { color: mark, thickness: 1.4 },
};

/** Draws a chart below the pen, its caption first. */
export function drawChart(sheet: Sheet, block: ChartBlock): void {
  sheet.need(chartStart(sheet, block));
  sheet.setLines(sheet.linesOf(block.caption, sheet.width, captionStyle), captionStyle);
  for (const shape of chartShapes(block, sheet.width)) draw(sheet, shape);
  sheet.y += chartHeight(block);
}

/** Height of a chart with its caption: it is never torn apart. */
export function chartStart(sheet: Sheet, block: ChartBlock): number {
  const lines = sheet.linesOf(block.caption, sheet.width, captionStyle).length;
  return lines * sheet.lineHeight(captionStyle) + chartHeight(block);
}

function draw(sheet: Sheet, shape: ChartShape): void {
  const [left, top] = [sheet.left, sheet.y];
  if (shape.kind === 'box') {
    sheet.fill(left + shape.x, top + shape.y, shape.width, shape.height, mark);
  } else if (shape.kind === 'line') {
    const { color, thickness } = tones[shape.tone];
    sheet.drawPath(
      shape.points.map(([x, y]) => [left + x, top + y]),
      color,
      thickness,
    );
  } else {
    const wide = sheet.widthOf(shape.text, label);
    const shift = { start: 0, middle: wide / 2, end: wide }[shape.align];
    sheet.drawLine(shape.text, label, left + shape.x - shift, top + shape.y - sheet.lineHeight(label) / 2);
  }
}
