// The results as a table that reads well as plain text and is Markdown too.
import { COLD, WARM } from './engine-solvers.mjs';

/** @param {import('./comparison.mjs').Row[]} rows @param {string} mode */
export function resultTable(rows, mode) {
  const columns = [
    { title: 'instance', isText: true, of: (row) => row.instance },
    { title: 'solver', isText: true, of: (row) => row.solver },
    { title: 'filled', of: (row) => whole(row.filled) },
    ...(mode === 'priority' ? [{ title: 'class sum', of: (row) => whole(row.classSum) }] : []),
    { title: 'score', of: (row) => whole(row.score) },
    { title: 'optimal', isText: true, of: (row) => verdict(row) },
    { title: 'wall ms', of: (row) => milliseconds(row.wallMs) },
    { title: 'CPU ms', of: (row) => milliseconds(row.cpuMs) },
    { title: '/ cold', of: (row) => ratio(row, rows, COLD) },
    { title: '/ warm', of: (row) => ratio(row, rows, WARM) },
    { title: 'peak MB', of: (row) => whole(row.peakMb) },
    { title: 'runs', of: (row) => whole(row.runs) },
  ];
  return table(columns, rows);
}

/** @param {import('./instance-store.mjs').StoredInstance[]} stored */
export function instanceTable(stored) {
  const columns = [
    { title: 'instance', isText: true, of: ({ instance }) => instance.name },
    ...['sources', 'sinks', 'edges', 'supply', 'demand'].map((key) => ({
      title: key,
      of: ({ facts }) => whole(facts[key]),
    })),
  ];
  return table(columns, stored);
}

function table(columns, rows) {
  const texts = columns.map(({ title, of }) => [title, ...rows.map((row) => of(row))]);
  const widths = texts.map((column) => Math.max(3, ...column.map((text) => text.length)));
  const pad = (text, i) => (columns[i].isText ? text.padEnd(widths[i]) : text.padStart(widths[i]));
  const line = (cells) => `| ${cells.join(' | ')} |`;
  const rule = columns.map(({ isText }, i) => (isText ? '-'.repeat(widths[i]) : `${'-'.repeat(widths[i] - 1)}:`));
  const body = [undefined, ...rows].map((_, r) => line(texts.map((column, i) => pad(column[r], i))));
  return [body[0], line(rule), ...body.slice(1)].join('\n');
}

function verdict({ fault, optimal }) {
  if (fault) return 'failed';
  if (optimal === undefined) return '';
  return optimal ? 'yes' : 'no';
}

/** How many times as long as the engine. */
function ratio(row, rows, engine) {
  const ours = rows.find(({ instance, solver }) => instance === row.instance && solver === engine);
  if (row.wallMs === undefined || ours?.wallMs === undefined || row === ours) return '';
  return (row.wallMs / ours.wallMs).toFixed(row.wallMs < 10 * ours.wallMs ? 2 : 1);
}

function whole(number) {
  return number === undefined || number === null ? '' : Math.round(number).toLocaleString('en-US');
}

function milliseconds(number) {
  if (number === undefined) return '';
  if (number >= 100) return whole(number);
  return number.toFixed(number >= 10 ? 1 : 2);
}
