// One instance, all solvers: their runs interleaved, so that what disturbs the machine disturbs all of them alike.
import { median } from './median.mjs';
import { runSolver } from './solver.mjs';

/** A run as long as this is not repeated. */
const LONG_MS = 20_000;

/**
 * @typedef {object} Row
 * @property {string} instance
 * @property {string} solver
 * @property {string} [fault] why there is nothing else
 * @property {number} [runs]
 * @property {number} [filled]
 * @property {number} [classSum]
 * @property {number} [score]
 * @property {boolean} [proven]
 * @property {boolean} [optimal] as good as the best proven value
 * @property {number} [wallMs]
 * @property {number} [cpuMs]
 * @property {number | null} [peakMb]
 */

/**
 * @param {import('./instance-store.mjs').StoredInstance} stored @param {import('./solver.mjs').Solver[]} solvers
 * @param {{mode: string, runs: number, limitMs: number}} options @returns {Promise<Row[]>}
 */
export async function compare(stored, solvers, { mode, runs, limitMs }) {
  /** @type {Map<import('./solver.mjs').Solver, (import('./solver.mjs').Result | {fault: string})[]>} */
  const results = new Map(solvers.map((solver) => [solver, []]));
  for (let run = 0; run < runs; run++) {
    for (const [solver, done] of results) {
      if (run > 0 && isEnough(solver, done)) continue;
      done.push(await runSolver(solver, stored, mode, limitMs));
    }
  }
  const rows = [...results].map(([solver, done]) => rowOf(stored.instance.name, solver.name, done));
  const best = rows
    .filter(({ proven }) => proven)
    .sort(byValue)
    .at(0);
  return rows.map((row) => (best && !row.fault ? { ...row, optimal: byValue(row, best) === 0 } : row));
}

function isEnough(solver, done) {
  return solver.isOnce === true || done.some((result) => 'fault' in result || result.solveMs > LONG_MS);
}

/** @returns {Row} */
function rowOf(instance, solver, done) {
  const fault = done.find((result) => 'fault' in result);
  if (fault) return { instance, solver, fault: fault.fault };
  const [{ filled, classSum, score, proven }] = done;
  if (done.some((result) => result.filled !== filled || result.score !== score))
    return { instance, solver, fault: 'gave different values in different runs' };
  const middle = (key) => median(done.map((result) => result[key]));
  const peakMb = done[0].peakMb === null ? null : middle('peakMb');
  const times = { wallMs: middle('solveMs'), cpuMs: middle('cpuMs'), peakMb };
  return { instance, solver, runs: done.length, filled, classSum, score, proven, ...times };
}

/** The better first. */
function byValue(a, b) {
  return b.filled - a.filled || b.classSum - a.classSum || b.score - a.score;
}

/**
 * What must not be: proofs of different values, a value that is not the known one, an engine that is not optimal.
 * @param {Row[]} rows of one instance @param {import('./catalogue.mjs').Instance} instance @param {string} mode
 */
export function contradictions(rows, { name, known }, mode) {
  const found = [];
  const expected = known?.[mode];
  for (const row of rows) {
    const value = `${row.filled} filled, ${row.score} points`;
    const isOurs = row.solver.startsWith('engine');
    if (isOurs && row.fault) found.push(`${name}: ${row.solver} gave nothing`);
    if (isOurs && row.proven === false) found.push(`${name}: ${row.solver} has no proof`);
    if (row.proven && row.optimal === false)
      found.push(`${name}: ${row.solver} claims ${value}, another solver differs`);
    if (row.proven && expected && Object.keys(expected).some((key) => row[key] !== expected[key]))
      found.push(`${name}: ${row.solver} claims ${value}, known are ${expected.filled} and ${expected.score}`);
  }
  return found;
}
