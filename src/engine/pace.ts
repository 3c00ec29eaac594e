/** What a run is about: laying out the edges, the auction, the single ways, and the verdict on the result. */
export type SolvePhase = 'read' | 'bid' | 'fill' | 'prove';

export interface SolveProgress {
  readonly phase: SolvePhase;
  /** How far the phase has come, 0..1. */
  readonly share: number;
}

export interface PaceOptions {
  /** Called at most about a hundred times a phase, with shares that only grow. */
  readonly onProgress?: ((progress: SolveProgress) => void) | undefined;
  /** Asked now and then; true ends the run with the best plan found so far, which is feasible but not proven. */
  readonly shouldStop?: (() => boolean) | undefined;
  /** Ends the run in the same way when so many milliseconds have passed. */
  readonly timeBudgetMs?: number | undefined;
}

/** Tells the caller how a run goes, and the run whether to go on. */
export class Pace {
  /** The run was ended before it was done. */
  hasStopped = false;
  private phase: SolvePhase | undefined;
  private share = 0;
  private readonly deadline: number;

  constructor(private readonly options: PaceOptions) {
    this.deadline = performance.now() + (options.timeBudgetMs ?? Infinity);
  }

  report(phase: SolvePhase, share: number): void {
    const isNews = phase !== this.phase || share >= this.share + 0.01 || (share === 1 && this.share < 1);
    if (!isNews) return;
    this.phase = phase;
    this.share = share;
    this.options.onProgress?.({ phase, share });
  }

  shouldStop(): boolean {
    this.hasStopped ||= this.options.shouldStop?.() === true || performance.now() >= this.deadline;
    return this.hasStopped;
  }
}
