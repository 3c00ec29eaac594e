import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { MessageChannel } from 'node:worker_threads';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Piscina } from 'piscina';
import {
  assemble,
  commonClassStep,
  EngineInputError,
  type Pairs,
  type Part,
  partition,
  previousWithin,
  type Problem,
  type Solution,
  type SolveProgress,
} from '../../engine/index.js';
import type { Refusal, SolveTask } from './solver-thread.js';

export interface SolverOptions {
  readonly previous?: Pairs | undefined;
  /** Step between classes; the least that does for the whole problem when left out. */
  readonly classStep?: number;
  /** Of the largest part, where the problem falls into several. */
  readonly onProgress?: ((progress: SolveProgress) => void) | undefined;
  /** Ends the run soon, with the best plan found so far. */
  readonly signal?: AbortSignal | undefined;
  readonly timeBudgetMs?: number | undefined;
  /** Edges from which on a problem is split where it falls into parts. */
  readonly splitFrom?: number;
}

/** With fewer edges than this a second thread costs more than it saves. */
const SPLIT_FROM = 1_000_000;
const IDLE_MS = 60_000;

/**
 * Solves allocation problems in threads of their own, so that this process goes on answering; large problems that fall
 * into separate parts use several. Threads start when they are needed and end when they have been idle for a while.
 */
@Injectable()
export class Solver implements OnApplicationShutdown {
  private readonly threads = availableParallelism();
  private readonly pool = new Piscina({
    filename: createRequire(import.meta.url).resolve('#solver-thread'),
    minThreads: 0,
    maxThreads: this.threads,
    idleTimeout: IDLE_MS,
  });

  /** Throws EngineInputError as solve() does. */
  async solve(problem: Problem, options: SolverOptions = {}): Promise<Solution> {
    const parts = problem.sink.length < (options.splitFrom ?? SPLIT_FROM) ? [] : partition(problem, this.threads);
    const classStep = Math.max(commonClassStep(problem), options.classStep ?? 0);
    if (parts.length < 2) return this.run(sharing(problem), [], { ...options, classStep });
    const watched = largest(parts);
    const solutions = await Promise.all(
      parts.map((part, index) =>
        this.run(part.problem, edgeBuffers(part.problem), {
          ...options,
          classStep,
          previous: options.previous && previousWithin(part, options.previous),
          onProgress: index === watched ? options.onProgress : undefined,
        }),
      ),
    );
    return assemble(problem, parts, solutions);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.destroy();
  }

  /** Memory that is handed over to the thread is gone from here. */
  private async run(
    problem: Problem,
    handedOver: readonly ArrayBuffer[],
    { previous, classStep, onProgress, signal, timeBudgetMs }: SolverOptions & { readonly classStep: number },
  ): Promise<Solution> {
    const stop = new Int32Array(new SharedArrayBuffer(4));
    const onAbort = (): void => void Atomics.store(stop, 0, 1);
    const channel = onProgress && new MessageChannel();
    if (onProgress) channel?.port1.on('message', onProgress);
    if (signal?.aborted) onAbort();
    signal?.addEventListener('abort', onAbort);
    const progress = channel?.port2;
    const task: SolveTask = { problem, previous, classStep, timeBudgetMs, stop, progress };
    try {
      const answer = (await this.pool.run(task, {
        transferList: progress ? [...handedOver, progress] : handedOver,
      })) as Solution | Refusal;
      if ('code' in answer) throw new EngineInputError(answer.code, answer.message);
      return answer;
    } finally {
      signal?.removeEventListener('abort', onAbort);
      channel?.port1.close();
    }
  }
}

function largest(parts: readonly Part[]): number {
  const sizes = parts.map(({ problem }) => problem.sink.length);
  return sizes.indexOf(Math.max(...sizes));
}

/** Memory of what is large in a problem that nobody needs here any more. */
function edgeBuffers({ sink, score, capacity }: Problem): ArrayBuffer[] {
  return [sink.buffer, score.buffer, capacity?.buffer].filter((buffer) => buffer instanceof ArrayBuffer);
}

/** The problem with its arrays on shared memory; those that are there already stay. */
function sharing(problem: Problem): Problem {
  return {
    supply: onSharedMemory(problem.supply, Int32Array),
    demand: onSharedMemory(problem.demand, Int32Array),
    priority: onSharedMemory(problem.priority, Uint8Array),
    rowStart: onSharedMemory(problem.rowStart, Int32Array),
    sink: onSharedMemory(problem.sink, Int32Array),
    score:
      problem.score instanceof Uint16Array
        ? onSharedMemory(problem.score, Uint16Array)
        : onSharedMemory(problem.score, Int32Array),
    capacity: problem.capacity && onSharedMemory(problem.capacity, Int32Array),
  };
}

interface Numbers extends ArrayLike<number> {
  readonly buffer: ArrayBufferLike;
  readonly byteLength: number;
  set(values: ArrayLike<number>): void;
}

function onSharedMemory<T extends Numbers>(values: T, Kind: new (buffer: SharedArrayBuffer) => T): T {
  if (values.buffer instanceof SharedArrayBuffer) return values;
  const shared = new Kind(new SharedArrayBuffer(values.byteLength));
  shared.set(values);
  return shared;
}
