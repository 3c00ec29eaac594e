import PDFDocument from 'pdfkit';
import { fontOf, type Weight } from './document-fonts.js';
import { breakLines } from './line-breaks.js';

export interface TextStyle {
  readonly size: number;
  readonly weight: Weight;
  readonly color: string;
}

export const ink = '#1a1a1a';
export const paleInk = '#595959';
export const rule = '#c8c8c8';
export const body: TextStyle = { size: 10, weight: 'regular', color: ink };

const points = { width: 595.28, height: 841.89, side: 62, top: 62, bottom: 74 } as const;
const leading = 1.6;
/** Of the size: from the middle of a line down to the foot of a Chinese character. */
const baselineShift = 0.37;

/** The A4 page being set: where the pen is, what still fits, how wide a text is. It draws lines; what to draw is said by others. */
export class Sheet {
  readonly left: number = points.side;
  readonly width = points.width - 2 * points.side;
  y: number = points.top;
  private readonly widths = new Map<string, number>();

  constructor(readonly doc: InstanceType<typeof PDFDocument>) {}

  /** Height that is left above the footer. */
  get room(): number {
    return points.height - points.bottom - this.y;
  }

  get footerY(): number {
    return points.height - points.bottom + 22;
  }

  /** Height of a page without anything on it. */
  get fullRoom(): number {
    return points.height - points.bottom - points.top;
  }

  lineHeight({ size }: TextStyle): number {
    return size * leading;
  }

  /** Begins a new page unless the height fits on this one. */
  need(height: number): void {
    if (height > this.room && this.y > points.top) this.newPage();
  }

  newPage(): void {
    this.doc.addPage();
    this.y = points.top;
  }

  linesOf(text: string, width: number, style: TextStyle): string[] {
    return breakLines(text, width, (piece) => this.widthOf(piece, style));
  }

  /** Draws a line whose upper edge is at `y`; the pen stays where it is. */
  drawLine(text: string, style: TextStyle, x: number, y: number): void {
    if (text === '') return;
    this.use(style);
    const baseline = y + this.lineHeight(style) / 2 + style.size * baselineShift;
    this.doc.fillColor(style.color).text(text, x, baseline, { lineBreak: false, baseline: 'alphabetic' });
  }

  /** Draws a line that ends at `right`. */
  drawLineTo(text: string, style: TextStyle, right: number, y: number): void {
    this.drawLine(text, style, right - this.widthOf(text, style), y);
  }

  /** Draws lines from the pen on and moves it below them. No page ends or begins with a single line of several. */
  setLines(lines: readonly string[], style: TextStyle, x = this.left): void {
    const height = this.lineHeight(style);
    lines.forEach((line, index) => {
      const left = lines.length - index;
      const together = index === 0 ? linesToStart(left) : left === 2 ? 2 : 1;
      this.need(together * height);
      this.drawLine(line, style, x, this.y);
      this.y += height;
    });
  }

  drawRule(y = this.y, color = rule, thickness = 0.5): void {
    this.doc
      .moveTo(this.left, y)
      .lineTo(this.left + this.width, y)
      .lineWidth(thickness)
      .strokeColor(color)
      .stroke();
  }

  /** A line through points of the page. */
  drawPath(points: readonly (readonly [x: number, y: number])[], color: string, thickness: number): void {
    points.forEach(([x, y], at) => (at === 0 ? this.doc.moveTo(x, y) : this.doc.lineTo(x, y)));
    this.doc.lineWidth(thickness).strokeColor(color).stroke();
  }

  fill(x: number, y: number, width: number, height: number, color: string): void {
    this.doc.rect(x, y, width, height).fill(color);
  }

  widthOf(text: string, style: TextStyle): number {
    const known = `${style.weight} ${style.size} ${text}`;
    const found = this.widths.get(known);
    if (found !== undefined) return found;
    this.use(style);
    const width = this.doc.widthOfString(text);
    this.widths.set(known, width);
    return width;
  }

  private use({ weight, size }: TextStyle): void {
    this.doc.font(weight).fontSize(size);
  }
}

/** How many lines of a text stand together at its beginning, so that none is left alone before or after a page break. */
export function linesToStart(lines: number): number {
  return lines <= 3 ? lines : 2;
}

/** An empty A4 paper with our fonts; the caller ends it. */
export function openSheet(options: { lang: string; info: object }): Sheet {
  const doc = new PDFDocument({
    ...options,
    size: 'A4',
    margin: 0,
    pdfVersion: '1.7',
    bufferPages: true,
    displayTitle: true,
    // None of the built-in fonts: they know no Chinese.
    font: '',
  });
  // PDFKit takes a font that is open already; its types know of files only.
  for (const weight of ['regular', 'bold'] as const) doc.registerFont(weight, fontOf(weight) as unknown as Buffer);
  return new Sheet(doc);
}
