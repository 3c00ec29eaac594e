import { countingSort, startOfEach } from '../counting-sort.js';
import { doubled } from '../doubled.js';
import { FormatError } from './format.errors.js';
import { MAX_INTEGER } from './line-reader.js';

export interface EdgeRows {
  readonly rowStart: Int32Array;
  readonly sink: Int32Array;
  /** What the file says that a unit along the edge is worth, or costs. */
  readonly worth: Int32Array;
  readonly capacity: Int32Array | undefined;
}

/** Takes the edges of a file in the file's order and lays them out by source and sink. */
export class EdgeCollector {
  private count = 0;
  private source: Int32Array;
  private sink: Int32Array;
  private worth: Int32Array;
  private capacity: Int32Array | undefined;

  /** `room`: how many edges are expected. */
  constructor(room: number) {
    this.source = new Int32Array(Math.max(1, room));
    this.sink = new Int32Array(this.source.length);
    this.worth = new Int32Array(this.source.length);
  }

  get length(): number {
    return this.count;
  }

  /** Without a capacity the edge has no limit. */
  add(source: number, sink: number, worth: number, capacity?: number): void {
    if (this.count === this.source.length) this.grow();
    this.source[this.count] = source;
    this.sink[this.count] = sink;
    this.worth[this.count] = worth;
    if (capacity !== undefined) this.capacity ??= new Int32Array(this.source.length).fill(MAX_INTEGER);
    if (this.capacity) this.capacity[this.count] = capacity ?? MAX_INTEGER;
    this.count++;
  }

  /** Calls the ends by other numbers: node i becomes index[i]. */
  renumber(index: Int32Array): void {
    for (let k = 0; k < this.count; k++) {
      this.source[k] = index[this.source[k]];
      this.sink[k] = index[this.sink[k]];
    }
  }

  /** `lineOf` says on which line the k-th edge came; it is asked only about an edge that came before. */
  rows(sources: number, sinks: number, lineOf: (k: number) => number): EdgeRows {
    const source = this.source.subarray(0, this.count);
    const sink = this.sink.subarray(0, this.count);
    const rowStart = startOfEach(source, sources);
    const order = countingSort(source, sources, countingSort(sink, sinks));
    const inOrder = (values: Int32Array): Int32Array => order.map((k) => values[k]);
    const rows = {
      rowStart,
      sink: inOrder(sink),
      worth: inOrder(this.worth),
      capacity: this.capacity && inOrder(this.capacity),
    };
    const again = firstDuplicate(rows, order);
    if (again !== undefined)
      throw new FormatError('The edge is a duplicate of an earlier one', { line: lineOf(again) });
    return rows;
  }

  private grow(): void {
    this.source = doubled(this.source);
    this.sink = doubled(this.sink);
    this.worth = doubled(this.worth);
    this.capacity &&= doubled(this.capacity);
  }
}

/** The first edge in the file's order that joins the same ends as one before it. */
function firstDuplicate({ rowStart, sink }: EdgeRows, order: Int32Array): number | undefined {
  let first: number | undefined;
  for (let s = 0; s + 1 < rowStart.length; s++) {
    for (let e = rowStart[s] + 1, end = rowStart[s + 1]; e < end; e++)
      if (sink[e] === sink[e - 1]) first = Math.min(first ?? order[e], order[e]);
  }
  return first;
}
