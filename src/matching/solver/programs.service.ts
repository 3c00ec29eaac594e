import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Piscina } from 'piscina';
import type { ProgramData } from './program.js';
import type { ProgramOutcome, ProgramTask } from './program-thread.js';

export interface ProgramOptions {
  readonly timeLimitS: number;
  readonly relativeGap?: number;
  readonly start?: Float64Array | undefined;
}

export type SolveProgram = (program: ProgramData, options: ProgramOptions) => Promise<ProgramOutcome>;

const IDLE_MS = 60_000;

/** Solves mixed-integer programmes with HiGHS, in threads of their own, which end when they have been idle for a while. */
@Injectable()
export class Programs implements OnApplicationShutdown {
  private readonly pool = new Piscina({
    filename: createRequire(import.meta.url).resolve('#program-thread'),
    minThreads: 0,
    maxThreads: availableParallelism(),
    idleTimeout: IDLE_MS,
  });

  /** The best plan found in time, and a bound that no plan passes. */
  async solve(program: ProgramData, { timeLimitS, relativeGap = 0, start }: ProgramOptions): Promise<ProgramOutcome> {
    const task: ProgramTask = { program, timeLimitS, relativeGap, start };
    return (await this.pool.run(task)) as ProgramOutcome;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.destroy();
  }
}
