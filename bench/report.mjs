// The results as a page, with all that is needed to repeat them.
import { instanceTable, resultTable } from './table.mjs';

/**
 * @param {object} results
 * @param {string[]} results.machine @param {string} results.command @param {string} results.mode
 * @param {import('./instance-store.mjs').StoredInstance[]} results.stored
 * @param {import('./comparison.mjs').Row[]} results.rows @param {string[]} results.notes
 */
export function reportPage({ machine, command, mode, stored, rows, notes }) {
  const aim =
    mode === 'priority'
      ? 'The aim is the most filled in the highest class, then in the next, and then the highest score. Class sum is the sum of the classes of all units filled.'
      : 'The aim is the most filled, all sinks equally urgent, and then the highest score.';
  return `# Benchmarks of the allocation engine

Written by \`${command}\`, which makes the instances from their seeds, so that anyone can repeat it.

${list(machine)}

${aim} Wall and CPU time are medians, and those of solving alone: for the engine \`solve()\` with the check of its own
result, for LEMON \`run()\` without building its graph, for linear programming solvers their own time. Every run has a
process of its own, and the solvers take turns. Warm is the engine again and again in one process, as in a server: the
median of the later half of its repetitions. "/ cold" and "/ warm" are the times in terms of the engine's. A run of over
20 seconds is not repeated. Optimal means equal to the best value with a proof.

## Instances

${instanceTable(stored)}

## Results

${resultTable(rows, mode)}
${notes.length > 0 ? `\n## Notes\n\n${list(notes)}\n` : ''}`;
}

function list(lines) {
  return lines.map((line) => `- ${line}`).join('\n');
}
