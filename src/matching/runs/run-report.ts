import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { Counter, Histogram } from 'prom-client';
import type { ProposalDifference } from '../../labour/index.js';
import { Clock } from '../../platform/clock/clock.js';
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
  private readonly followSeconds: Histogram;

  constructor(
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly clock: Clock,
    { registry }: Metrics,
  ) {
    const registers = [registry];
    this.phaseSeconds = new Histogram({
      ...{
        name: 'gongji_match_phase_seconds',
        help: 'Time of a phase of matching: read, edges, solve and write of a run, repair of a change.',
      },
      ...{ labelNames: ['phase'] as const, buckets: secondsBuckets, registers },
    });
    this.followSeconds = new Histogram({
      ...{
        name: 'gongji_match_follow_seconds',
        help: 'From the note of a change to the proposals that follow from it.',
      },
      ...{ buckets: secondsBuckets, registers },
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
    done: {
      readonly difference: ProposalDifference;
      readonly timingsMs: Readonly<Record<string, number>>;
      readonly drift: number | null;
    },
  ): void {
    for (const [phase, ms] of Object.entries(done.timingsMs)) this.phaseSeconds.observe({ phase }, ms / msPerSecond);
    this.count(done.difference);
    const { drift } = done;
    this.logger.info({ run: id, market: marketId, filled, positions, proven, drift }, 'market solved');
    if (drift)
      this.logger.error({ run: id, market: marketId, drift }, 'what was kept up to date was not the best plan');
  }

  /** Changes were followed; `since` is when the oldest was noted. */
  repaired(since: Date | undefined, repairMs: number, difference: ProposalDifference): void {
    this.phaseSeconds.observe({ phase: 'repair' }, repairMs / msPerSecond);
    if (since) this.followSeconds.observe((this.clock.now().getTime() - since.getTime()) / msPerSecond);
    this.count(difference);
  }

  calledOff({ id, marketId }: MatchRun): void {
    this.logger.info({ run: id, market: marketId }, 'run called off');
  }

  private count({ added, withdrawn, kept }: ProposalDifference): void {
    for (const [change, count] of Object.entries({ added, withdrawn, kept })) this.proposals.inc({ change }, count);
  }

  /** Something beside the run itself went wrong; the run goes on. */
  warn(runId: string, error: unknown, message: string): void {
    this.logger.warn({ err: error, run: runId }, message);
  }
}
