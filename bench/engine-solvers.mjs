// Our engine, cold and warm, and a prototype of another one to compare it with.
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const WARM_RUNS = 20;
const WARM_RUNS_LARGE = 6;
const LARGE_EDGES = 1_000_000;

export const COLD = 'engine, cold';
export const WARM = 'engine, warm';

/** @param {{engine?: string}} options @returns {import('./solver.mjs').Solver[]} */
export function engineSolvers({ engine }) {
  const words = (path, mode) => [
    join(here, 'engine-run.mjs'),
    path,
    ...(mode === 'priority' ? ['--priority'] : []),
    ...(engine ? ['--engine', engine] : []),
  ];
  return [
    { name: COLD, family: 'engine', command: ({ path }, mode) => node(words(path, mode)) },
    {
      name: WARM,
      family: 'engine',
      isOnce: true,
      command: ({ path, facts }, mode) => node([...words(path, mode), '--warm', warmRuns(facts)]),
    },
  ];
}

/** @param {string} script @returns {import('./solver.mjs').Solver[]} */
export function prototypeSolvers(script) {
  const solver = (name, runsFor, isOnce) => ({
    name,
    family: 'prototype',
    isOnce,
    command: ({ path, facts }) => node([script, path, runsFor(facts), '{}']),
    declines: ({ path }, mode) => (path.endsWith('.lmk') && mode === 'fill' ? undefined : 'only .lmk, not by class'),
    read: (line) => ({
      filled: line.filled,
      classSum: line.filled,
      score: line.score,
      proven: line.ok === true,
      solveMs: line.ms,
      cpuMs: line.user_ms,
      peakMb: line.rss_mb,
    }),
  });
  return [solver('prototype, cold', () => '1', false), solver('prototype, warm', warmRuns, true)];
}

function node(words) {
  return { program: process.execPath, words };
}

function warmRuns({ edges }) {
  return String(edges > LARGE_EDGES ? WARM_RUNS_LARGE : WARM_RUNS);
}
