import type { Clock } from '../clock/clock.js';

/**
 * An endless sequence of "look again": one at the start, then one after every call of `tell`. What is told while the
 * consumer is busy, or within `quietMs` of the last, is one piece of news. Ending it frees whoever waits at once.
 */
export class News implements AsyncIterableIterator<Date> {
  private hasNews = true;
  private isQuiet = false;
  private isOver = false;
  private timer: NodeJS.Timeout | undefined;
  private readonly waiting: ((result: IteratorResult<Date>) => void)[] = [];

  constructor(
    private readonly clock: Pick<Clock, 'now'>,
    private readonly quietMs: number,
    private readonly onEnd: () => void,
  ) {}

  [Symbol.asyncIterator](): this {
    return this;
  }

  readonly tell = (): void => {
    this.hasNews = true;
    this.deliver();
  };

  next(): Promise<IteratorResult<Date>> {
    if (this.isOver) return Promise.resolve(over);
    return new Promise((resolve) => {
      this.waiting.push(resolve);
      this.deliver();
    });
  }

  return(): Promise<IteratorResult<Date>> {
    this.end();
    return Promise.resolve(over);
  }

  throw(error: unknown): Promise<IteratorResult<Date>> {
    this.end();
    return Promise.reject(error instanceof Error ? error : new Error(String(error)));
  }

  private deliver(): void {
    if (!this.hasNews || this.isQuiet) return;
    const next = this.waiting.shift();
    if (!next) return;
    this.hasNews = false;
    this.isQuiet = true;
    this.timer = setTimeout(() => {
      this.isQuiet = false;
      this.deliver();
    }, this.quietMs).unref();
    next({ value: this.clock.now(), done: false });
  }

  private end(): void {
    if (this.isOver) return;
    this.isOver = true;
    clearTimeout(this.timer);
    this.onEnd();
    for (const resolve of this.waiting.splice(0)) resolve(over);
  }
}

const over: IteratorResult<Date> = { value: undefined, done: true };
