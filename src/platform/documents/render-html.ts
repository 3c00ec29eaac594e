import { render } from '../i18n/message.js';
import { chartHeight, chartShapes } from './chart-shapes.js';
import type { ChartBlock, DocumentBlock, DocumentModel, DocumentSection, TableBlock } from './document-model.js';
import { documentStylesheet } from './document-style.js';
import { documentMessages } from './document.messages.js';

const chartWidth = 480;

/** The paper as a page of its own: every text escaped, no script, nothing styled in place (the CSP would refuse it). */
export function renderHtml({ language, masthead, title, subtitle, sections, footer }: DocumentModel): string {
  const number = render(documentMessages.number, language, { number: footer.number });
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title>
<link rel="stylesheet" href="${documentStylesheet.path}">
</head>
<body>
<main>
<header>${masthead ? `<p class="masthead">${escape(masthead)}</p>` : ''}<h1>${escape(title)}</h1>${subtitle ? `<p>${escape(subtitle)}</p>` : ''}</header>
${sections.map(sectionOf).join('\n')}
</main>
<footer><p>${escape(number)}</p>${footer.hash ? `<p>SHA-256 <code>${escape(footer.hash)}</code></p>` : ''}</footer>
</body>
</html>
`;
}

const sectionOf = ({ heading, blocks }: DocumentSection): string =>
  `<section>${heading ? `<h2>${escape(heading)}</h2>` : ''}\n${blocks.map(blockOf).join('\n')}\n</section>`;

function blockOf(block: DocumentBlock): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p>${escape(block.text).replace(/\r?\n/g, '<br>')}</p>`;
    case 'facts':
      return `<dl>${block.facts.map(({ label, value }) => `<div><dt>${escape(label)}</dt><dd>${escape(value)}</dd></div>`).join('')}</dl>`;
    case 'table':
      return tableOf(block);
    case 'list': {
      const tag = block.isNumbered ? 'ol' : 'ul';
      return `<${tag}>${block.items.map((item) => `<li>${escape(item)}</li>`).join('')}</${tag}>`;
    }
    case 'chart':
      return chartOf(block);
  }
}

function chartOf(block: ChartBlock): string {
  const shapes = chartShapes(block, chartWidth).map((shape): string => {
    if (shape.kind === 'box')
      return `<rect x="${shape.x}" y="${shape.y}" width="${shape.width}" height="${shape.height}"/>`;
    if (shape.kind === 'line')
      return `<polyline class="${shape.tone}" points="${shape.points.map((point) => point.join(',')).join(' ')}"/>`;
    return `<text x="${shape.x}" y="${shape.y}" text-anchor="${shape.align}">${escape(shape.text)}</text>`;
  });
  return `<figure><figcaption>${escape(block.caption)}</figcaption>
<svg viewBox="0 0 ${chartWidth} ${chartHeight(block)}" role="img" aria-label="${escape(block.caption)}">${shapes.join('')}</svg></figure>`;
}

function tableOf({ caption, columns, rows, totals = [] }: TableBlock): string {
  const numberClass = (index: number): string => (columns[index]?.isNumber ? ' class="number"' : '');
  // The first cell names its row.
  const rowOf = (cells: readonly string[]): string =>
    `<tr>${columns
      .map((_, index) => {
        const text = escape(cells[index] ?? '');
        return index === 0
          ? `<th scope="row"${numberClass(index)}>${text}</th>`
          : `<td${numberClass(index)}>${text}</td>`;
      })
      .join('')}</tr>`;
  const heads = columns.map(({ heading }, index) => `<th scope="col"${numberClass(index)}>${escape(heading)}</th>`);
  return `<table>${caption ? `<caption>${escape(caption)}</caption>` : ''}
<thead><tr>${heads.join('')}</tr></thead>
<tbody>${rows.map(rowOf).join('\n')}</tbody>
${totals.length > 0 ? `<tfoot>${totals.map(rowOf).join('')}</tfoot>` : ''}</table>`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
