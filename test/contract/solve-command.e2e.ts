import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const command = join(import.meta.dirname, '../../dist/src/cli/gongji.js');
const examples = join(import.meta.dirname, '../../docs/examples');

interface Ended {
  readonly code: number | string;
  readonly stdout: string;
  readonly stderr: string;
}

function gongjiSolve(...args: string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const env = { ...process.env, NODE_OPTIONS: '' };
    execFile(process.execPath, [command, 'solve', ...args], { env }, (error, stdout, stderr) => {
      resolve({ code: error?.code ?? 0, stdout, stderr });
    });
  });
}

/** One source of one unit; sink 0 has class 1, sink 1 class 3; 10 points to the first, 5 to the second. */
const lmk = Uint8Array.from([
  ...new TextEncoder().encode('LMK1'),
  ...new Uint8Array(Uint32Array.of(1, 2, 2, 1, 1, 1, 3, 0, 2, 0, 1).buffer),
  ...new Uint8Array(Uint16Array.of(10, 5).buffer),
]);

describe('gongji solve', () => {
  let folder: string;
  const at = (name: string): string => join(folder, name);

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gongji-solve-'));
    await writeFile(at('tiny.lmk'), lmk);
  });
  afterAll(() => rm(folder, { recursive: true }));

  it.each([
    ['.asn', join(examples, 'tiny.asn'), [], { filled: 3, score: null, cost: 3 }, 's 3\nf 1 5 1\nf 2 6 1\nf 3 4 1\n'],
    ['.min', join(examples, 'tiny.min'), [], { filled: 7, score: null, cost: 18 }, undefined],
    ['.csv', join(examples, 'tiny.csv'), [], { filled: 42, score: 338_000, cost: null }, undefined],
    [
      '.csv by class',
      join(examples, 'tiny.csv'),
      ['--priority'],
      { filled: 42, score: 330_200, cost: null },
      undefined,
    ],
    ['.lmk', 'tiny.lmk', [], { filled: 1, score: 10, cost: null }, 'source,sink,units\n0,0,1\n'],
    ['.lmk by class', 'tiny.lmk', ['--priority'], { filled: 1, score: 5, cost: null }, 'source,sink,units\n0,1,1\n'],
  ])('answers %s in one line of JSON, and writes the plan', async (_, name, flags, expected, plan) => {
    const path = name.startsWith('/') ? name : at(name);
    const { code, stdout, stderr } = await gongjiSolve(path, '--json', '--out', at('plan'), ...flags);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.split('\n')).toHaveLength(2);
    const number = expect.any(Number) as unknown;
    expect(JSON.parse(stdout)).toEqual({
      ...expected,
      proven: true,
      solveMs: number,
      verifyMs: number,
      peakMemoryMb: number,
    });
    if (plan !== undefined) expect(await readFile(at('plan'), 'utf8')).toBe(plan);
  });

  it('speaks to people', async () => {
    const { stdout } = await gongjiSolve(join(examples, 'tiny.csv'), '--priority');
    expect(stdout).toMatch(
      /2 sources, 2 sinks, 4 edges\nfilled {2}42 of 45 \(class 2: 20, class 1: 22\)\nscore {3}330200\nproof {3}checked/,
    );
  });

  it.each([
    ['bad.asn', 'p asn 2 1\nn 1\na 1 2 x\n', ':3: The cost is not an integer\n'],
    ['bad.min', '', ': The file is empty\n'],
    ['bad.csv', 'edge,A,B,1', ':1: There is no source "A"\n'],
    ['bad.lmk', 'LMK2', ': byte 3: The file does not begin with LMK1\n'],
    ['bad.txt', '', ': known are files that end in .asn, .min, .lmk, .csv\n'],
    ['missing.csv', undefined, ': cannot be read (there is no such file or folder)\n'],
  ])('refuses %s with one line and exit code 2', async (name, content, fault) => {
    if (content !== undefined) await writeFile(at(name), content);
    expect(await gongjiSolve(at(name), '--json')).toEqual({ code: 2, stdout: '', stderr: `${at(name)}${fault}` });
  });

  it('says where the plan cannot be written, with exit code 1', async () => {
    const out = at('no/such/folder.csv');
    const { code, stderr } = await gongjiSolve(join(examples, 'tiny.csv'), '--out', out);
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: `${out}: cannot be written (there is no such file or folder)\n`,
    });
  });
});
