import type { DocumentBlock, FactsBlock, ListBlock, ParagraphBlock } from './document-model.js';
import { drawChart, chartStart } from './pdf-chart.js';
import { drawTable, tableStart } from './pdf-table.js';
import { body, linesToStart, paleInk, type Sheet, type TextStyle } from './sheet.js';

const label: TextStyle = { ...body, color: paleInk };
const labelShare = 0.3;
const columnGap = 12;
const markWidth = 22;
const blockGap = 7;

/** Draws a block below the pen. */
export function drawBlock(sheet: Sheet, block: DocumentBlock): void {
  switch (block.kind) {
    case 'paragraph':
      sheet.setLines(paragraphLines(sheet, block), body);
      break;
    case 'facts':
      drawFacts(sheet, block);
      break;
    case 'table':
      drawTable(sheet, block);
      break;
    case 'list':
      drawList(sheet, block);
      break;
    case 'chart':
      drawChart(sheet, block);
      break;
  }
  sheet.y += blockGap;
}

/** Height of what must follow a heading on the same page: the block's first lines. */
export function startOf(sheet: Sheet, block: DocumentBlock): number {
  const line = sheet.lineHeight(body);
  switch (block.kind) {
    case 'paragraph':
      return linesToStart(paragraphLines(sheet, block).length) * line;
    case 'facts':
      return Math.min(...block.facts.slice(0, 1).map((fact) => factHeight(sheet, fact)), 4 * line);
    case 'table':
      return tableStart(sheet, block);
    case 'list':
      return 3 * line;
    case 'chart':
      return chartStart(sheet, block);
  }
}

const paragraphLines = (sheet: Sheet, { text }: ParagraphBlock): string[] => sheet.linesOf(text, sheet.width, body);

type Fact = FactsBlock['facts'][number];

const labelWidth = (sheet: Sheet): number => sheet.width * labelShare;
const factLines = (sheet: Sheet, fact: Fact): [labels: string[], values: string[]] => [
  sheet.linesOf(fact.label, labelWidth(sheet) - columnGap, label),
  sheet.linesOf(fact.value, sheet.width - labelWidth(sheet), body),
];
const factHeight = (sheet: Sheet, fact: Fact): number =>
  Math.max(...factLines(sheet, fact).map((lines) => lines.length)) * sheet.lineHeight(body);

function drawFacts(sheet: Sheet, { facts }: FactsBlock): void {
  const height = sheet.lineHeight(body);
  for (const fact of facts) {
    const [labels, values] = factLines(sheet, fact);
    const whole = Math.max(labels.length, values.length) * height;
    if (whole <= sheet.fullRoom) sheet.need(whole);
    for (let index = 0; index < Math.max(labels.length, values.length); index++) {
      sheet.need(height);
      sheet.drawLine(labels[index] ?? '', label, sheet.left, sheet.y);
      sheet.drawLine(values[index] ?? '', body, sheet.left + labelWidth(sheet), sheet.y);
      sheet.y += height;
    }
    sheet.y += 2;
  }
}

function drawList(sheet: Sheet, { items, isNumbered = false }: ListBlock): void {
  items.forEach((item, index) => {
    const lines = sheet.linesOf(item, sheet.width - markWidth, body);
    sheet.need(linesToStart(lines.length) * sheet.lineHeight(body));
    sheet.drawLine(isNumbered ? `${index + 1}.` : '·', body, sheet.left, sheet.y);
    sheet.setLines(lines, body, sheet.left + markWidth);
    sheet.y += 2;
  });
}
