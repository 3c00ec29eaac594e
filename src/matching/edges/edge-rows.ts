/** Edges row by row, as the engine's Problem has them: the edges of supply `s` are `rowStart[s] .. rowStart[s + 1] - 1`. */
export interface EdgeRows {
  readonly rowStart: Int32Array;
  /** Index of each edge's demand. */
  readonly sink: Int32Array;
  readonly score: Uint16Array;
}

const edgesAtFirst = 65_536;

/** Rows that grow. */
export class GrowingRows {
  sink = new Int32Array(edgesAtFirst);
  score = new Uint16Array(edgesAtFirst);
  count = 0;
  private rows = 0;
  private readonly rowStart: Int32Array;

  constructor(rows: number) {
    this.rowStart = new Int32Array(rows + 1);
  }

  /** Makes room for so many edges more. */
  reserve(edges: number): void {
    const needed = this.count + edges;
    if (needed > this.sink.length) this.grow(needed);
  }

  /**
   * To what all rows will need if they are like those so far, and at least by half and at most fourfold: every large
   * array asked for makes the collector look through the heap, where a whole market lies.
   */
  private grow(needed: number): void {
    const { sink, score } = this;
    const forecast = (1.1 * this.count * this.rowStart.length) / (this.rows + 1);
    const length = Math.ceil(Math.max(needed, 1.5 * sink.length, Math.min(4 * sink.length, forecast)));
    this.sink = new Int32Array(length);
    this.sink.set(sink.subarray(0, this.count));
    this.score = new Uint16Array(length);
    this.score.set(score.subarray(0, this.count));
  }

  endRow(): void {
    this.rowStart[++this.rows] = this.count;
  }

  finish(): EdgeRows {
    // A view of what is nearly full spares a copy; a copy spares what is mostly empty.
    const isNearlyFull = this.count > 0.75 * this.sink.length;
    const { sink, score } = this;
    return {
      rowStart: this.rowStart,
      sink: isNearlyFull ? sink.subarray(0, this.count) : sink.slice(0, this.count),
      score: isNearlyFull ? score.subarray(0, this.count) : score.slice(0, this.count),
    };
  }
}
