import { arch, cpus, release, totalmem, type } from 'node:os';
import process from 'node:process';
import { runChild } from './child.mjs';

/** What the times depend on, as lines of a list. */
export async function machineFacts() {
  const processors = cpus();
  const compiler = await runChild('g++', ['--version'], 10_000);
  return [
    `processor: ${processors[0]?.model.trim() ?? 'unknown'}, ${processors.length} cores seen`,
    `memory: ${Math.round(totalmem() / 2 ** 30)} GiB`,
    `system: ${type()} ${release().split('-')[0]}, ${arch()}`,
    `Node ${process.versions.node}, V8 ${process.versions.v8}`,
    `compiler of LEMON: ${'fault' in compiler ? 'none' : compiler.output.split('\n')[0]}, -O3 -march=native`,
  ];
}
