import type { Clock } from '../clock/clock.js';

/** One value that may be so old, read again when it is older. Whoever asks meanwhile shares the reading; a failure is not kept. */
export class Fresh<T> {
  private reading: Promise<T> | undefined;
  private until = 0;

  constructor(
    private readonly clock: Clock,
    private readonly maxAgeMs: number,
    private readonly read: () => Promise<T>,
  ) {}

  get(): Promise<T> {
    const now = this.clock.now().getTime();
    if (this.reading && now < this.until) return this.reading;
    const reading = this.read();
    this.reading = reading;
    this.until = now + this.maxAgeMs;
    return reading.catch((error: unknown) => {
      if (this.reading === reading) this.reading = undefined;
      throw error;
    });
  }
}
