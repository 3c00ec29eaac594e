import { runChild } from './child.mjs';

/**
 * @typedef {object} Result
 * @property {number} filled units
 * @property {number} classSum sum over units of the class of their sink
 * @property {number} score
 * @property {boolean} proven the solver says that it is optimal
 * @property {number} solveMs
 * @property {number} cpuMs
 * @property {number | null} peakMb
 */
/**
 * @typedef {object} Solver
 * @property {string} name
 * @property {string} family what `--solvers` also calls it
 * @property {boolean} [isOnce] repeats within its one process
 * @property {() => Promise<string | undefined>} [missing] what is not installed, and how to install it
 * @property {(stored: import('./instance-store.mjs').StoredInstance, mode: string) => string | undefined} [declines]
 * @property {(stored: import('./instance-store.mjs').StoredInstance, mode: string) => {program: string, words: string[]}} command
 * @property {(line: any) => Result} [read] from what the program prints, if that is not a Result
 */

/**
 * One run in a process of its own. @param {Solver} solver @param {import('./instance-store.mjs').StoredInstance} stored
 * @param {string} mode @param {number} limitMs @returns {Promise<Result | {fault: string}>}
 */
export async function runSolver(solver, stored, mode, limitMs) {
  const { program, words } = solver.command(stored, mode);
  const run = await runChild(program, words, limitMs);
  if ('fault' in run) return run;
  const last = run.output.trim().split('\n').at(-1) ?? '';
  if (!last.startsWith('{')) return { fault: `printed no result: ${last.slice(0, 200)}` };
  const line = JSON.parse(last);
  return solver.read ? solver.read(line) : line;
}
