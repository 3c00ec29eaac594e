import type { Clock } from '../clock/clock.js';

export interface AnswerAges {
  /** What takes less is counted each time. */
  readonly dearMs: number;
  /** So old an answer is given out as it is. */
  readonly freshMs: number;
  /** So old it is given out too, and counted anew behind. */
  readonly staleMs: number;
}

export interface Counted<T> {
  readonly answer: T;
  readonly countedAt: Date;
}

interface Kept<T> extends Counted<T> {
  readonly tookMs: number;
}

const mostKept = 500;

/**
 * Answers that are dear to count, shared by all who ask the same, whoever asks: one count of a question at a time, whose answer is
 * given out for a while. A cheap answer is always counted now.
 */
export class DearAnswers<T> {
  private readonly kept = new Map<string, Kept<T>>();
  private readonly counting = new Map<string, Promise<Kept<T>>>();

  constructor(
    private readonly clock: Clock,
    private readonly ages: AnswerAges,
    /** Told of a count behind that failed; the next who asks tries again. */
    private readonly onFailure: (error: unknown) => void,
  ) {}

  async get(question: string, count: () => Promise<T>): Promise<Counted<T>> {
    const known = this.kept.get(question);
    if (!known || known.tookMs < this.ages.dearMs) return this.count(question, count);
    const age = this.clock.now().getTime() - known.countedAt.getTime();
    if (age < this.ages.freshMs) return known;
    const next = this.shared(question, count);
    if (age >= this.ages.staleMs) return next;
    next.catch(this.onFailure);
    return known;
  }

  private shared(question: string, count: () => Promise<T>): Promise<Kept<T>> {
    const running = this.counting.get(question);
    if (running) return running;
    const counting = this.count(question, count).finally(() => this.counting.delete(question));
    this.counting.set(question, counting);
    return counting;
  }

  private async count(question: string, count: () => Promise<T>): Promise<Kept<T>> {
    const [countedAt, began] = [this.clock.now(), performance.now()];
    const answer = await count();
    const kept = { answer, countedAt, tookMs: performance.now() - began };
    this.kept.delete(question);
    this.kept.set(question, kept);
    const [oldest] = this.kept.keys();
    if (this.kept.size > mostKept && oldest !== undefined) this.kept.delete(oldest);
    return kept;
  }
}
