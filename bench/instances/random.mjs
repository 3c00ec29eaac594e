// Seeded randomness: the same seed gives the same instance on every machine. The order of the draws is part of an
// instance's identity, so a change here or in the order of calls changes every known optimum.

/** A stream of numbers in 0..1, and what is commonly drawn from one. */
export class Random {
  /** @param {() => number} next uniform in [0, 1) */
  constructor(next) {
    this.next = next;
  }

  /** A whole number 0..n - 1. @param {number} n */
  below(n) {
    return Math.floor(this.next() * n);
  }

  /** @param {number} probability */
  chance(probability) {
    return this.next() < probability;
  }

  /** Normal with mean 0 and deviation 1 (Box and Muller); takes two draws. */
  normal() {
    let radius = 0;
    while (radius === 0) radius = this.next();
    return Math.sqrt(-2 * Math.log(radius)) * Math.cos(2 * Math.PI * this.next());
  }

  /** Exponential with mean 1. */
  exponential() {
    return -Math.log(1 - this.next());
  }

  /** @template T @param {ArrayLike<T>} items @returns {T} */
  oneOf(items) {
    return items[this.below(items.length)];
  }

  /** An index with the chance its weight gives it. @param {Float64Array} cumulative as `cumulate` returns it */
  weighted(cumulative) {
    const x = this.next() * cumulative[cumulative.length - 1];
    let low = 0;
    let high = cumulative.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (cumulative[middle] > x) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /** Shuffles in place (Fisher and Yates, from the end). @template {{length: number, [i: number]: any}} T @param {T} items */
  shuffle(items) {
    for (let i = items.length - 1; i > 0; i--) {
      const j = this.below(i + 1);
      const kept = items[i];
      items[i] = items[j];
      items[j] = kept;
    }
    return items;
  }
}

/** Running sums. @param {ArrayLike<number>} weights */
export function cumulate(weights) {
  const sums = new Float64Array(weights.length);
  let sum = 0;
  for (let i = 0; i < weights.length; i++) sums[i] = sum += weights[i];
  return sums;
}

/** The generator "sfc32". @param {number} seed */
export function smallFastRandom(seed) {
  let a = 0x9e3779b9 ^ seed;
  let b = 0x243f6a88;
  let c = 0xb7e15162 | 0;
  let counter = (seed * 2654435761) | 0;
  const random = new Random(() => {
    const out = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + out) | 0;
    return (out >>> 0) / 4294967296;
  });
  for (let i = 0; i < 20; i++) random.next();
  return random;
}

/** The generator "xorshift32". @param {number} seed */
export function xorShiftRandom(seed) {
  let state = (seed * 2654435761) >>> 0 || 1;
  return new Random(() => {
    state ^= state << 13;
    state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 4294967296;
  });
}
