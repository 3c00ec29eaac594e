import type { EdgeLists, Scores } from '../edge-lists.js';

const SLACK = 4;

/** Makes room in lists of edges: one that outgrows its own moves to the back of the table, which grows when it is full. */
export class Room {
  /** Where the room of each list ends. */
  private limit: Int32Array;
  private used: number;

  /** `onMove` hears by how many places a list has moved, before its edges are read again. */
  constructor(
    private readonly lists: EdgeLists,
    private readonly onMove: (list: number, by: number) => void,
  ) {
    this.limit = lists.end.slice();
    this.used = 0;
    this.rebuild();
  }

  /** Makes place for `lists.start.length` lists, after that array has grown. The new ones are empty. */
  growTo(count: number): void {
    this.limit = grown(this.limit, count);
  }

  /** Opens a gap at `offset` places from the list's start and answers where in the table it is. */
  open(list: number, offset: number): number {
    const { lists } = this;
    if (lists.end[list] === this.limit[list]) this.move(list);
    const place = lists.start[list] + offset;
    this.shift(place, lists.end[list], 1);
    lists.end[list]++;
    return place;
  }

  /** Closes the gap that the edge at `place` leaves. */
  close(list: number, place: number): void {
    const { lists } = this;
    this.shift(place + 1, lists.end[list], -1);
    lists.end[list]--;
  }

  /** Moves a list to the back, with room for as much again. */
  private move(list: number): void {
    const { lists } = this;
    const size = lists.end[list] - lists.start[list];
    if (this.used + 2 * size + SLACK > lists.node.length) {
      this.rebuild(2 * size + SLACK);
      if (lists.end[list] < this.limit[list]) return;
    }
    const by = this.used - lists.start[list];
    this.shift(lists.start[list], lists.end[list], by);
    this.relocate(list, this.used, size);
    this.limit[list] = this.used + 2 * size + SLACK;
    this.used = this.limit[list];
  }

  private relocate(list: number, start: number, size: number): void {
    const by = start - this.lists.start[list];
    this.lists.start[list] = start;
    this.lists.end[list] = start + size;
    if (by !== 0) this.onMove(list, by);
  }

  /** Lays all lists out anew, each with some room, and a quarter of the table free at the back. */
  private rebuild(extra = 0): void {
    const { lists } = this;
    const { start, end, node, score, capacity } = lists;
    let size = extra;
    for (let list = 0; list < start.length; list++) size += roomFor(end[list] - start[list]);
    size = Math.ceil(size * 1.25);
    lists.node = new Int32Array(size);
    lists.score = score instanceof Uint16Array ? new Uint16Array(size) : new Int32Array(size);
    if (capacity) lists.capacity = new Int32Array(size);
    let to = 0;
    for (let list = 0; list < start.length; list++) {
      const from = start[list];
      const until = end[list];
      lists.node.set(node.subarray(from, until), to);
      lists.score.set(score.subarray(from, until), to);
      if (capacity) lists.capacity?.set(capacity.subarray(from, until), to);
      this.relocate(list, to, until - from);
      to += roomFor(until - from);
      this.limit[list] = to;
    }
    this.used = to;
  }

  private shift(from: number, end: number, by: number): void {
    if (from === end) return;
    const { node, score, capacity } = this.lists;
    node.copyWithin(from + by, from, end);
    score.copyWithin(from + by, from, end);
    capacity?.copyWithin(from + by, from, end);
  }
}

const roomFor = (size: number): number => (size === 0 ? 0 : size + (size >> 3) + SLACK);

/** The same numbers in an array of `length`, zeros after them. */
export function grown<T extends Int32Array | Float64Array | Scores>(values: T, length: number): T {
  const Kind = values.constructor as new (length: number) => T;
  const larger = new Kind(length);
  larger.set(values);
  return larger;
}
