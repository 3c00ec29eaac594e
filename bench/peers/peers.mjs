// The solvers our engine is compared with: which are on this machine, how they are run, and on what.
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { runChild } from '../child.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const SCRIPT_LIMIT_MS = 120_000;
/** General solvers need minutes and gigabytes beyond this. */
const SMALL_EDGES = 100_000;
/** Cost scaling needs half a minute at 5 million edges, and several times the memory of the network simplex. */
const COST_SCALING_EDGES = 10_000_000;

/** @param {{cache: string}} options @returns {import('../solver.mjs').Solver[]} */
export function peerSolvers({ cache }) {
  return [
    lemon('network-simplex', Infinity, cache),
    lemon('cost-scaling', COST_SCALING_EDGES, cache),
    {
      ...scripted('scipy', 'python3', 'scipy_matching.py'),
      missing: () => missingUnless('python3', ['-c', 'import scipy.sparse.csgraph'], 'apt-get install python3-scipy'),
      declines: (stored) => (stored.path.endsWith('.min') ? 'only supplies of 1' : tooLarge(stored, SMALL_EDGES)),
    },
    {
      ...scripted('clp', process.execPath, 'clp.mjs'),
      missing: () => missingUnless('clp', ['-stop'], 'apt-get install coinor-clp'),
      declines: (stored) => tooLarge(stored, SMALL_EDGES),
    },
    {
      ...scripted('highs-wasm', process.execPath, 'highs.mjs'),
      missing: () => Promise.resolve(isPackageThere('highs') ? undefined : 'npm install --save-dev highs'),
      declines: (stored) => tooLarge(stored, SMALL_EDGES),
    },
    { ...scripted('naive-greedy', process.execPath, 'naive.mjs', 'greedy'), family: 'naive' },
    { ...scripted('naive-first-come', process.execPath, 'naive.mjs', 'first-come'), family: 'naive' },
  ];
}

function scripted(name, program, script, ...more) {
  return {
    name,
    family: name,
    command: ({ path }, mode) => ({ program, words: [join(here, script), path, mode, ...more] }),
  };
}

function lemon(algorithm, mostEdges, cache) {
  const program = join(cache, 'lemon');
  return {
    name: `lemon-${algorithm}`,
    family: 'lemon',
    missing: () => compileLemon(program),
    declines: (stored) => tooLarge(stored, mostEdges),
    command: ({ path }, mode) => ({ program, words: [path, algorithm, mode] }),
  };
}

/** @returns {Promise<string | undefined>} what is missing */
async function compileLemon(program) {
  const source = join(here, 'lemon.cpp');
  if (existsSync(program) && statSync(program).mtimeMs > statSync(source).mtimeMs) return undefined;
  mkdirSync(dirname(program), { recursive: true });
  const words = ['-O3', '-march=native', '-std=c++17', '-o', program, source];
  const compiled = await runChild('g++', words, SCRIPT_LIMIT_MS);
  return 'fault' in compiled ? `apt-get install g++ liblemon-dev (${compiled.fault})` : undefined;
}

async function missingUnless(program, words, install) {
  const run = await runChild(program, words, SCRIPT_LIMIT_MS);
  return 'fault' in run ? install : undefined;
}

function isPackageThere(name) {
  try {
    createRequire(import.meta.url).resolve(name);
    return true;
  } catch (error) {
    if (error.code === 'MODULE_NOT_FOUND') return false;
    throw error;
  }
}

function tooLarge({ facts }, mostEdges) {
  return facts.edges > mostEdges ? `over ${mostEdges.toLocaleString('en-US')} edges` : undefined;
}
