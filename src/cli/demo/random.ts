/** Mulberry32: small, seeded, and the same on every machine. */
export class Random {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** 0 up to, not including, 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number, both ends included. */
  int(min: number, max: number): number {
    return min + Math.floor(this.next() * (max - min + 1));
  }

  between(min: number, max: number): number {
    return min + this.next() * (max - min);
  }

  /** `mean` on average and at least 1; a few are much larger, as head-counts are. */
  headcount(mean: number): number {
    return Math.max(1, Math.round(mean * (0.4 + 1.8 * this.next() ** 2)));
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  pick<T>(list: readonly T[]): T {
    const item = list[this.int(0, list.length - 1)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  }

  /** A new list in a random order. */
  shuffled<T>(list: readonly T[]): T[] {
    const shuffled: T[] = [];
    for (const item of list) {
      const position = this.int(0, shuffled.length);
      shuffled.splice(position, 0, item);
    }
    return shuffled;
  }
}

/** Before any id that the product makes, so that what users add is newest in every list. */
const firstIdMs = Date.UTC(2025, 0, 1);

/** Ids in the shape of UUIDv7: the same for the same seed, and sorted in the order they were made. */
export class DemoIds {
  private made = 0;

  constructor(
    private readonly random: Random,
    private readonly firstMs = firstIdMs,
  ) {}

  next(): string {
    const time = (this.firstMs + this.made++).toString(16).padStart(12, '0');
    const variant = (8 + this.random.int(0, 3)).toString(16);
    return `${time.slice(0, 8)}-${time.slice(8)}-7${this.hex(3)}-${variant}${this.hex(3)}-${this.hex(12)}`;
  }

  private hex(length: number): string {
    return Array.from({ length }, () => this.random.int(0, 15).toString(16)).join('');
  }
}
