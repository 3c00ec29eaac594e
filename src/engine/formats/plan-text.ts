import type { Allocation } from '../objective.js';
import { costOf, type NetworkFile } from './network-file.js';

/**
 * The plan in the file's terms: DIMACS solution lines `s COST` and `f SOURCE TARGET UNITS` where the file has costs,
 * else a CSV with the header `source,sink,units`.
 */
export function planText(file: NetworkFile, allocation: Allocation): string {
  const cost = costOf(file, allocation);
  const [head, before, between] = cost === undefined ? ['source,sink,units', '', ','] : [`s ${cost}`, 'f ', ' '];
  const { rowStart, sink } = file.problem;
  const { edge, units } = allocation;
  const lines = [head];
  let s = 0;
  for (let i = 0; i < edge.length; i++) {
    while (rowStart[s + 1] <= edge[i]) s++;
    lines.push(`${before}${[file.sourceId(s), file.sinkId(sink[edge[i]]), units[i]].join(between)}`);
  }
  return `${lines.join('\n')}\n`;
}
