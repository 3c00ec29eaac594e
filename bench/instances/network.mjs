// What every instance is: a transport network in compressed sparse rows, as the engine's Problem has it.

/**
 * @typedef {object} Network
 * @property {Int32Array} supply units of each source
 * @property {Int32Array} demand units each sink asks for
 * @property {Uint8Array} priority class of each sink, higher = filled first
 * @property {Int32Array} rowStart first edge of each source, and the number of edges
 * @property {Int32Array} sink sink of each edge, ascending within a source
 * @property {Uint16Array} score worth of a unit, 0..10000
 * @property {Int32Array} [capacity] most units along each edge
 */

const SCORE_BASE = 16384;

/** Collects the edges of one source after another, and sorts each source's by sink. */
export class Rows {
  #sink;
  #score;
  #row = new Float64Array(1024);
  #inRow = 0;
  #rows = 0;
  #edges = 0;

  /** @param {number} sources @param {number} expectedEdges */
  constructor(sources, expectedEdges) {
    this.rowStart = new Int32Array(sources + 1);
    this.#sink = new Int32Array(expectedEdges);
    this.#score = new Uint16Array(expectedEdges);
  }

  /** An edge of the source whose row is open. @param {number} sink @param {number} score 0..10000 */
  add(sink, score) {
    if (this.#inRow === this.#row.length) this.#row = grown(this.#row, this.#inRow * 2);
    this.#row[this.#inRow++] = sink * SCORE_BASE + score;
  }

  /** Closes the open row; the next source's begins. */
  endRow() {
    const row = this.#row.subarray(0, this.#inRow).sort();
    if (this.#edges + row.length > this.#sink.length) {
      const length = Math.ceil(this.#sink.length * 1.4) + row.length;
      this.#sink = grown(this.#sink, length);
      this.#score = grown(this.#score, length);
    }
    for (const packed of row) {
      const sink = Math.floor(packed / SCORE_BASE);
      this.#sink[this.#edges] = sink;
      this.#score[this.#edges++] = packed - sink * SCORE_BASE;
    }
    this.#inRow = 0;
    this.rowStart[++this.#rows] = this.#edges;
  }

  /** The edges so far, without a copy. */
  get edges() {
    return { sink: this.#sink.subarray(0, this.#edges), score: this.#score.subarray(0, this.#edges) };
  }
}

/** @template {Int32Array | Uint16Array | Float64Array} T @param {T} items @param {number} length @returns {T} */
function grown(items, length) {
  const copy = new items.constructor(length);
  copy.set(items);
  return copy;
}

/** Classes as the market has them: most are ordinary (1), some urgent (2), few an emergency (3). */
export function drawPriority(random) {
  const q = random.next();
  if (q < 0.8) return 1;
  return q < 0.95 ? 2 : 3;
}
