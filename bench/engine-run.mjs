// node bench/engine-run.mjs FILE [--priority] [--warm K] [--engine MODULE]: solves one instance with our engine and
// prints one JSON line. Time is that of solve(), which verifies its own result; K more repetitions follow in the same
// process and the line then tells the median of their later half.
import process from 'node:process';
import { parseArgs } from 'node:util';
import { resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { BUILT_ENGINE } from './engine-stamp.mjs';
import { readNetwork, withoutClasses } from './instances/network-file.mjs';
import { median } from './median.mjs';
import { peakMemoryMb } from './peak-memory.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    priority: { type: 'boolean', default: false },
    warm: { type: 'string', default: '0' },
    engine: { type: 'string' },
  },
});
const engine = await import(pathToFileURL(values.engine ? resolve(values.engine) : BUILT_ENGINE).href);
const network = readNetwork(positionals[0]);
const problem = values.priority ? network : withoutClasses(network);

let solved = timedSolve();
const peakMb = peakMemoryMb();
const { filled, score, proven, filledByClass, edge, units, duals } = solved.solution;
const verifying = performance.now();
const verdict = engine.verify(problem, { edge, units, filled, filledByClass, score }, duals);
const verifyMs = performance.now() - verifying;

let { solveMs, cpuMs } = solved;
const warm = Number(values.warm);
if (warm > 0) {
  const runs = [];
  for (let i = 0; i < warm; i++) {
    solved = timedSolve();
    if (solved.solution.filled !== filled || solved.solution.score !== score)
      throw new Error('The same problem, solved again, gave another value');
    if (i >= Math.floor(warm / 2)) runs.push({ solveMs: solved.solveMs, cpuMs: solved.cpuMs });
  }
  solveMs = median(runs.map((run) => run.solveMs));
  cpuMs = median(runs.map((run) => run.cpuMs));
}
const classSum = filledByClass.reduce((sum, amount, level) => sum + amount * level, 0);
const result = { filled, classSum, score, proven: proven && verdict.ok, solveMs, cpuMs, verifyMs };
console.log(JSON.stringify({ ...result, peakMb: warm > 0 ? peakMemoryMb() : peakMb }));

function timedSolve() {
  const cpu = process.cpuUsage();
  const start = performance.now();
  const solution = engine.solve(problem);
  const solveMs = performance.now() - start;
  const { user, system } = process.cpuUsage(cpu);
  return { solution, solveMs, cpuMs: (user + system) / 1000 };
}
