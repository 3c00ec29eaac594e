import type { TableBlock } from './document-model.js';
import { body, paleInk, type Sheet, type TextStyle } from './sheet.js';

const cell: TextStyle = { ...body, size: 9 };
const bold: TextStyle = { ...cell, weight: 'bold' };
const captionStyle: TextStyle = { ...cell, color: paleInk };
const padding = 5;
const headFill = '#f0f0f0';

/** A row broken into lines, cell by cell. */
interface Row {
  readonly cells: readonly (readonly string[])[];
  readonly style: TextStyle;
  readonly isHead: boolean;
}

interface Column {
  readonly x: number;
  readonly width: number;
  readonly isNumber: boolean;
}

/** Draws a table below the pen: its head again on every page, its totals never without a row above them. */
export function drawTable(sheet: Sheet, table: TableBlock): void {
  const columns = columnsOf(sheet, table);
  const head = headOf(sheet, table, columns);
  const rows = table.rows.map((cells) => rowOf(sheet, columns, cells, cell));
  const totals = (table.totals ?? []).map((cells) => rowOf(sheet, columns, cells, bold));
  if (table.caption) sheet.setLines(sheet.linesOf(table.caption, sheet.width, captionStyle), captionStyle);
  drawRow(sheet, columns, head);
  const totalHeight = totals.reduce((sum, row) => sum + heightOf(sheet, row), 0);
  rows.forEach((row, index) => {
    const after = index === rows.length - 1 ? totalHeight : 0;
    place(sheet, columns, head, row, heightOf(sheet, row) + after);
  });
  for (const row of totals) place(sheet, columns, head, row, heightOf(sheet, row));
}

/** Height of caption, head and first row. */
export function tableStart(sheet: Sheet, table: TableBlock): number {
  const columns = columnsOf(sheet, table);
  const [first = []] = table.rows;
  const caption = table.caption ? sheet.linesOf(table.caption, sheet.width, captionStyle).length : 0;
  return (
    caption * sheet.lineHeight(captionStyle) +
    heightOf(sheet, headOf(sheet, table, columns)) +
    Math.min(heightOf(sheet, rowOf(sheet, columns, first, cell)), sheet.fullRoom / 2)
  );
}

function columnsOf(sheet: Sheet, { columns }: TableBlock): Column[] {
  const whole = columns.reduce((sum, { weight = 1 }) => sum + weight, 0);
  let x = sheet.left;
  return columns.map(({ weight = 1, isNumber = false }) => {
    const width = (sheet.width * weight) / whole;
    x += width;
    return { x: x - width, width, isNumber };
  });
}

const headOf = (sheet: Sheet, table: TableBlock, columns: readonly Column[]): Row => ({
  ...rowOf(
    sheet,
    columns,
    table.columns.map(({ heading }) => heading),
    bold,
  ),
  isHead: true,
});

const rowOf = (sheet: Sheet, columns: readonly Column[], cells: readonly string[], style: TextStyle): Row => ({
  cells: columns.map(({ width }, index) => sheet.linesOf(cells[index] ?? '', width - 2 * padding, style)),
  style,
  isHead: false,
});

const heightOf = (sheet: Sheet, { cells, style }: Row): number =>
  Math.max(1, ...cells.map((lines) => lines.length)) * sheet.lineHeight(style) + padding;

/** Draws a row where `wanted` fits; one that is higher than a page goes on over the next. */
function place(sheet: Sheet, columns: readonly Column[], head: Row, row: Row, wanted: number): void {
  const next = (): void => {
    sheet.newPage();
    drawRow(sheet, columns, head);
  };
  const emptyPage = sheet.fullRoom - heightOf(sheet, head);
  if (wanted > sheet.room && Math.min(wanted, heightOf(sheet, row)) <= emptyPage) next();
  let rest = row;
  while (heightOf(sheet, rest) > sheet.room) {
    const fits = Math.floor((sheet.room - padding) / sheet.lineHeight(row.style));
    if (fits > 0) drawRow(sheet, columns, { ...rest, cells: rest.cells.map((lines) => lines.slice(0, fits)) });
    rest = { ...rest, cells: rest.cells.map((lines) => lines.slice(Math.max(fits, 0))) };
    next();
  }
  drawRow(sheet, columns, rest);
}

function drawRow(sheet: Sheet, columns: readonly Column[], row: Row): void {
  const height = heightOf(sheet, row);
  if (row.isHead) sheet.fill(sheet.left, sheet.y, sheet.width, height, headFill);
  columns.forEach(({ x, width, isNumber }, index) => {
    row.cells[index]?.forEach((line, lineIndex) => {
      const y = sheet.y + padding / 2 + lineIndex * sheet.lineHeight(row.style);
      if (isNumber) sheet.drawLineTo(line, row.style, x + width - padding, y);
      else sheet.drawLine(line, row.style, x + padding, y);
    });
  });
  sheet.y += height;
  sheet.drawRule();
}
