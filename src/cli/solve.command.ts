import { readFile, writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { Command } from 'commander';
import {
  costOf,
  EngineInputError,
  FormatError,
  type NetworkFile,
  networkForms,
  planText,
  solve,
  type Solution,
  type Verdict,
  verify,
} from '../engine/index.js';

interface Flags {
  readonly priority?: boolean;
  readonly json?: boolean;
  readonly out?: string;
}

interface Answer {
  readonly file: NetworkFile;
  readonly solution: Solution;
  readonly verdict: Verdict;
  readonly solveMs: number;
  readonly verifyMs: number;
}

/** Ends the command with one line for the person at the keyboard. */
class SolveFault extends Error {
  constructor(
    readonly exitCode: 1 | 2,
    line: string,
  ) {
    super(line);
  }
}

/** `gongji solve FILE`: the engine on a file, without a database; docs/solve.md. */
export function solveCommand(): Command {
  return new Command('solve')
    .description('find and prove the best plan for an allocation problem in a file')
    .argument('<file>', [...networkForms].map(([extension, { title }]) => `${extension} (${title})`).join(', '))
    .option('--priority', 'fill classes of sinks in their order (.lmk, .csv); else all sinks are alike')
    .option('--json', 'print one line of JSON')
    .option('--out <file>', 'write the plan: DIMACS solution lines, or CSV')
    .action(async (path: string, flags: Flags) => {
      try {
        await solveFile(path, flags);
      } catch (error) {
        if (!(error instanceof SolveFault)) throw error;
        console.error(error.message);
        process.exitCode = error.exitCode;
      }
    });
}

async function solveFile(path: string, { priority: byPriority = false, json, out }: Flags): Promise<void> {
  const form = networkForms.get(extname(path).toLowerCase());
  if (!form) throw new SolveFault(2, `${path}: known are files that end in ${[...networkForms.keys()].join(', ')}`);
  const bytes = await readFile(path).catch((error: unknown) => {
    throw new SolveFault(2, `${path}: cannot be read (${reasonOf(error)})`);
  });
  const answer = inputFaultsNamed(path, () => answerTo(form.read(bytes, { byPriority })));
  console.log(json ? jsonOf(answer) : wordsOf(form.title, answer));
  if (out !== undefined) {
    await writeFile(out, planText(answer.file, answer.solution)).catch((error: unknown) => {
      throw new SolveFault(1, `${out}: cannot be written (${reasonOf(error)})`);
    });
  }
  if (!answer.verdict.ok) throw new SolveFault(1, `${path}: the proof fails: ${answer.verdict.fault}`);
}

function answerTo(file: NetworkFile): Answer {
  const started = performance.now();
  const solution = solve(file.problem);
  const solved = performance.now();
  const verdict = verify(file.problem, solution, solution.duals);
  return { file, solution, verdict, solveMs: solved - started, verifyMs: performance.now() - solved };
}

function inputFaultsNamed<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof EngineInputError) throw new SolveFault(2, `${path}: ${error.message}`);
    if (!(error instanceof FormatError)) throw error;
    const { place, message } = error;
    if (!place) throw new SolveFault(2, `${path}: ${message}`);
    throw new SolveFault(
      2,
      'line' in place ? `${path}:${place.line}: ${message}` : `${path}: byte ${place.byte}: ${message}`,
    );
  }
}

function jsonOf({ file, solution, verdict, solveMs, verifyMs }: Answer): string {
  const cost = costOf(file, solution) ?? null;
  return JSON.stringify({
    filled: solution.filled,
    score: cost === null ? solution.score : null,
    cost,
    proven: verdict.ok,
    solveMs: rounded(solveMs),
    verifyMs: rounded(verifyMs),
    peakMemoryMb: peakMemoryMb(),
  });
}

function wordsOf(title: string, { file, solution, verdict, solveMs, verifyMs }: Answer): string {
  const { supply, demand, sink } = file.problem;
  const cost = costOf(file, solution);
  const asked = demand.reduce((total, units) => total + units, 0);
  const byClass = solution.filledByClass.flatMap((units, k) => (units > 0 ? [`class ${k}: ${units}`] : [])).reverse();
  return [
    `form    ${title}`,
    `size    ${supply.length} sources, ${demand.length} sinks, ${sink.length} edges`,
    `filled  ${solution.filled} of ${asked}${byClass.length > 1 ? ` (${byClass.join(', ')})` : ''}`,
    cost === undefined ? `score   ${solution.score}` : `cost    ${cost}`,
    `proof   ${verdict.ok ? 'checked: no plan is better' : 'failed'}`,
    `time    ${rounded(solveMs)} ms to solve, ${rounded(verifyMs)} ms to check the proof`,
    `memory  ${peakMemoryMb()} MB at most`,
  ].join('\n');
}

function rounded(ms: number): number {
  return Math.round(10 * ms) / 10;
}

function peakMemoryMb(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024);
}

function reasonOf(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ENOENT' ? 'there is no such file or folder' : (code ?? String(error));
}
