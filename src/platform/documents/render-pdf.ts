import { buffer } from 'node:stream/consumers';
import { render } from '../i18n/message.js';
import { settable } from './document-fonts.js';
import type { DocumentModel, DocumentSection } from './document-model.js';
import { documentMessages } from './document.messages.js';
import { drawBlock, startOf } from './pdf-blocks.js';
import { body, ink, openSheet, paleInk, type Sheet, type TextStyle } from './sheet.js';

const red = '#c4161c';
const mastheadStyle: TextStyle = { size: 24, weight: 'bold', color: red };
const titleStyle: TextStyle = { size: 18, weight: 'bold', color: ink };
const subtitleStyle: TextStyle = { ...body, color: paleInk };
const headingStyle: TextStyle = { size: 12, weight: 'bold', color: ink };
const footerStyle: TextStyle = { size: 7, weight: 'regular', color: paleInk };

/** The paper as PDF (A4). The same model gives the same bytes, in any process: nothing but the model is in them. */
export async function renderPdf(model: DocumentModel): Promise<Buffer> {
  const shown = withSettableTexts(model);
  const sheet = openSheet({
    lang: shown.language,
    info: {
      Title: shown.title,
      Subject: shown.footer.number,
      Author: 'Gongji 共济',
      Creator: 'Gongji 共济',
      Producer: 'PDFKit',
      CreationDate: shown.datedAt,
      ModDate: shown.datedAt,
    },
  });
  const bytes = buffer(sheet.doc);
  if (shown.masthead === undefined) drawTitle(sheet, shown);
  else drawOfficialTitle(sheet, shown.masthead, shown.title, shown.subtitle);
  for (const section of shown.sections) drawSection(sheet, section);
  drawFooters(sheet, shown);
  sheet.doc.end();
  return bytes;
}

function drawTitle(sheet: Sheet, { title, subtitle }: DocumentModel): void {
  sheet.setLines(sheet.linesOf(title, sheet.width, titleStyle), titleStyle);
  if (subtitle) sheet.setLines(sheet.linesOf(subtitle, sheet.width, subtitleStyle), subtitleStyle);
  sheet.y += 6;
  sheet.drawRule(sheet.y, ink, 1);
  sheet.y += 12;
}

/** As papers of authorities look: who speaks in red above a red rule, the title below it in the middle. */
function drawOfficialTitle(sheet: Sheet, masthead: string, title: string, subtitle = ''): void {
  centre(sheet, masthead, mastheadStyle);
  sheet.y += 8;
  sheet.drawRule(sheet.y, red, 2);
  sheet.y += 16;
  centre(sheet, title, titleStyle);
  centre(sheet, subtitle, subtitleStyle);
  sheet.y += 12;
}

function centre(sheet: Sheet, text: string, style: TextStyle): void {
  for (const line of text === '' ? [] : sheet.linesOf(text, sheet.width, style))
    sheet.setLines([line], style, sheet.left + (sheet.width - sheet.widthOf(line, style)) / 2);
}

function drawSection(sheet: Sheet, { heading, blocks }: DocumentSection): void {
  const [first] = blocks;
  if (heading) {
    const lines = sheet.linesOf(heading, sheet.width, headingStyle);
    const start = first ? startOf(sheet, first) : 0;
    sheet.need(6 + lines.length * sheet.lineHeight(headingStyle) + 3 + start);
    sheet.y += 6;
    sheet.setLines(lines, headingStyle);
    sheet.y += 3;
  }
  for (const block of blocks) {
    if (block !== first || !heading) sheet.need(startOf(sheet, block));
    drawBlock(sheet, block);
  }
}

/** Last, when it is known how many pages there are. */
function drawFooters(sheet: Sheet, { footer, language }: DocumentModel): void {
  const { start, count } = sheet.doc.bufferedPageRange();
  for (let index = 0; index < count; index++) {
    sheet.doc.switchToPage(start + index);
    sheet.drawRule(sheet.footerY - 5);
    const number = render(documentMessages.number, language, { number: footer.number });
    sheet.drawLine(number, footerStyle, sheet.left, sheet.footerY);
    const page = render(documentMessages.page, language, { page: index + 1, pages: count });
    sheet.drawLineTo(page, footerStyle, sheet.left + sheet.width, sheet.footerY);
    if (footer.hash) {
      const y = sheet.footerY + sheet.lineHeight(footerStyle);
      sheet.drawLine(`SHA-256 ${footer.hash}`, footerStyle, sheet.left, y);
    }
  }
}

/** Every text of a model as the font can set it. */
function withSettableTexts<T>(value: T): T {
  if (typeof value === 'string') return settable(value) as T;
  if (Array.isArray(value)) return value.map((item: unknown) => withSettableTexts(item)) as T;
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withSettableTexts<unknown>(inner)])) as T;
}
