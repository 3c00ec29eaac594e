import { Injectable } from '@nestjs/common';
import { Clock, DAY_MS } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { OnJob } from '../../platform/queue/handlers.js';
import { defineJob } from '../../platform/queue/job.js';
import { buildEdges } from '../edges/build-edges.js';
import type { Weights } from '../edges/score.rules.js';
import { interactionOf } from './interaction.js';
import { readReachability, writeInteraction } from './interaction.loader.js';

const hourMs = 3_600_000;
/** They order pairs, and here every feasible pair counts the same. */
const anyWeights: Weights = { skill: 1, distance: 1, wage: 1, overlap: 1, waiting: 1, rating: 1, applied: 1 };
export const measureInteraction = defineJob<object>({
  name: 'matching.measure-interaction',
  queue: 'matching',
  everyMs: hourMs,
});

/** Measures, by the clock, how far workers and needs of different counties reach each other. */
@Injectable()
export class InteractionJobs {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Safe twice: it puts a new measurement in place of the last. */
  @OnJob(measureInteraction)
  async measure(): Promise<void> {
    const now = this.clock.now();
    const { supplies, demands, substitutes, places } = await readReachability(this.db);
    const edges = buildEdges(supplies, demands, substitutes, anyWeights, Math.floor(now.getTime() / DAY_MS));
    await writeInteraction(this.db, interactionOf(edges, demands, places), now);
  }
}
