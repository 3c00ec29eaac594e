import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { Counter, Histogram } from 'prom-client';
import type { ProposalDifference } from '../../labour/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { LOGGER } from '../../platform/logging/logging.module.js';
import { Metrics, secondsBuckets } from '../../platform/metrics/metrics.js';
import { Traces } from '../../platform/traces/traces.js';
import type { Note } from '../live/note.loader.js';
import type { MatchRun } from './match-run.entity.js';
import type { Phases, Plan } from './plan.js';

const msPerSecond = 1_000;

/** What a span made. */
interface Traced {
  readonly traceparent: string | null;
}

/** What operators hear of runs: lines of the log, figures for Prometheus, and spans of traces. */
@Injectable()
export class RunReports {
  private readonly phaseSeconds: Histogram<'phase'>;
  private readonly proposals: Counter<'change'>;
  private readonly followSeconds: Histogram;

  constructor(
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly clock: Clock,
    { registry }: Metrics,
    private readonly traces: Traces,
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

  /** Runs a part of a run within a span. */
  readonly phase: Phases = (name, work) => this.traces.span(`matching ${name}`, work);

  /** Runs what follows from changes within a span, in the trace of the oldest of them. */
  async following<T>(name: string, oldest: Traced | undefined, work: () => Promise<T>): Promise<T> {
    return this.traces.span(`matching ${name}`, work, { parent: oldest?.traceparent });
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

  /** Changes were followed, the oldest first. */
  repaired(notes: readonly Note[], repairMs: number, difference: ProposalDifference): void {
    const { added, withdrawn, kept } = difference;
    this.traces.current?.set({
      ...{ 'gongji.notes': notes.length, 'gongji.added': added },
      ...{ 'gongji.withdrawn': withdrawn, 'gongji.kept': kept },
    });
    this.phaseSeconds.observe({ phase: 'repair' }, repairMs / msPerSecond);
    const since = notes[0]?.noted_at;
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
