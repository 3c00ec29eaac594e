// node bench/peers/clp.mjs FILE fill|priority: COIN-OR CLP's dual simplex, by its command `clp`. Time is what CLP says of
// its own solving, so that reading the text is not counted.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { clearInterval, setInterval } from 'node:timers';
import { readNetwork, withoutClasses } from '../instances/network-file.mjs';
import { linuxPeakMb } from '../peak-memory.mjs';
import { linearProgram, valueOf } from './linear-program.mjs';

const [path, mode] = process.argv.slice(2);
const read = readNetwork(path);
const network = mode === 'priority' ? read : withoutClasses(read);
const folder = mkdtempSync(join(tmpdir(), 'bench-clp-'));
try {
  const model = join(folder, 'model.lp');
  const answer = join(folder, 'answer.txt');
  writeFileSync(model, linearProgram(network));
  const { log, peakMb } = await runClp([model, '-dualsimplex', '-solution', answer]);
  const seconds = /Optimal objective .* time ([\d.]+)/.exec(log)?.[1];
  if (seconds === undefined) throw new Error(`clp found no optimum: ${log.slice(-200)}`);
  const ms = Number(seconds) * 1000;
  const value = valueOf(network, columns(readFileSync(answer, 'latin1')));
  console.log(JSON.stringify({ ...value, proven: true, solveMs: ms, cpuMs: ms, peakMb }));
} finally {
  rmSync(folder, { recursive: true });
}

/** @param {string[]} words @returns {Promise<{log: string, peakMb: number | null}>} */
function runClp(words) {
  return new Promise((resolve, reject) => {
    const child = spawn('clp', words, { stdio: ['ignore', 'pipe', 'inherit'] });
    let log = '';
    let peakMb = null;
    const watch = setInterval(() => (peakMb = linuxPeakMb(child.pid) ?? peakMb), 10);
    child.stdout.setEncoding('utf8').on('data', (text) => (log += text));
    child.on('error', reject);
    child.on('close', () => {
      clearInterval(watch);
      resolve({ log, peakMb });
    });
  });
}

/** Lines "row x7 1 0.5": edge and units. @param {string} text */
function* columns(text) {
  for (const [, edge, units] of text.matchAll(/^ *\d+ x(\d+) +(\S+)/gm)) yield [Number(edge), Number(units)];
}
