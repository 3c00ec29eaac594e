// node bench/peers/highs.mjs FILE fill|priority: HiGHS as WebAssembly (the npm package `highs`). It takes text, so its
// reading of the text is in the time; making the text is not.
import { createRequire } from 'node:module';
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { readNetwork, withoutClasses } from '../instances/network-file.mjs';
import { peakMemoryMb } from '../peak-memory.mjs';
import { linearProgram, valueOf } from './linear-program.mjs';

const [path, mode] = process.argv.slice(2);
const loadHighs = createRequire(import.meta.url)('highs');
const highs = await loadHighs();
const read = readNetwork(path);
const network = mode === 'priority' ? read : withoutClasses(read);
const text = linearProgram(network);

const cpu = process.cpuUsage();
const start = performance.now();
const { Status, Columns } = highs.solve(text);
const solveMs = performance.now() - start;
const { user, system } = process.cpuUsage(cpu);
if (Status !== 'Optimal') throw new Error(`HiGHS ended with ${Status}`);
const value = valueOf(network, unitsOfEdges(Columns));
console.log(JSON.stringify({ ...value, proven: true, solveMs, cpuMs: (user + system) / 1000, peakMb: peakMemoryMb() }));

function* unitsOfEdges(columns) {
  for (const [name, { Primal }] of Object.entries(columns)) yield [Number(name.slice(1)), Primal];
}
