import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { Counter, Histogram } from 'prom-client';
import type { ProposalDifference } from '../../labour/index.js';
import { LOGGER } from '../../platform/logging/logging.module.js';
import { Metrics, secondsBuckets } from '../../platform/metrics/metrics.js';
import type { MatchRun } from './match-run.entity.js';
import type { Plan } from './plan.js';

const msPerSecond = 1_000;

/** What operators hear of runs: lines of the log, and figures for Prometheus. */
@Injectable()
export class RunReports {
  private readonly phaseSeconds: Histogram<'phase'>;
  private readonly proposals: Counter<'change'>;

  constructor(
    @Inject(LOGGER) private readonly logger: Logger,
    { registry }: Metrics,
  ) {
    const registers = [registry];
    this.phaseSeconds = new Histogram({
      ...{ name: 'gongji_match_phase_seconds', help: 'Time of a phase of a match run: read, edges, solve, write.' },
      ...{ labelNames: ['phase'] as const, buckets: secondsBuckets, registers },
    });
    this.proposals = new Counter({
      ...{ name: 'gongji_proposals_total', help: 'Proposals that runs added, withdrew or kept.' },
      ...{ labelNames: ['change'] as const, registers },
    });
  }

  /** A run is written. Times in milliseconds. */
  written(
    { id, marketId }: MatchRun,
    { filled, positions, proven }: Plan,
    done: { readonly difference: ProposalDifference; readonly timingsMs: Readonly<Record<string, number>> },
  ): void {
    for (const [phase, ms] of Object.entries(done.timingsMs)) this.phaseSeconds.observe({ phase }, ms / msPerSecond);
    const { added, withdrawn, kept } = done.difference;
    for (const [change, count] of Object.entries({ added, withdrawn, kept })) this.proposals.inc({ change }, count);
    this.logger.info({ run: id, market: marketId, filled, positions, proven }, 'market solved');
  }

  calledOff({ id, marketId }: MatchRun): void {
    this.logger.info({ run: id, market: marketId }, 'run called off');
  }

  /** Something beside the run itself went wrong; the run goes on. */
  warn(runId: string, error: unknown, message: string): void {
    this.logger.warn({ err: error, run: runId }, message);
  }
}
