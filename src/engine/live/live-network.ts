import type { Columns } from '../columns.js';
import type { EdgeLists } from '../edge-lists.js';
import { grown, Room } from './room.js';

/** An edge as seen from one end. */
export interface EdgeEnd {
  /** Index of the sink, seen from a source, or of the source, seen from a sink. */
  readonly node: number;
  readonly score: number;
  /** Most units; left out: no limit. */
  readonly capacity?: number;
}

export const NO_LIMIT = 2 ** 31 - 1;

/** Keeps the edges by source and the edges by sink, which change, in step; columns stay in order. */
export class LiveNetwork {
  private readonly rowRoom: Room;
  private readonly columnRoom: Room;
  /** Edges of each node to nodes that are gone; they are swept out when they are the most. */
  private goneInRow: Int32Array;
  private goneInColumn: Int32Array;

  constructor(
    private readonly rows: EdgeLists,
    private readonly columns: Columns,
  ) {
    this.rows.start = rows.start.slice();
    this.rows.end = rows.end.slice();
    this.rowRoom = new Room(rows, () => undefined);
    this.columnRoom = new Room(columns, (t, by) => (columns.sortedEnd[t] += by));
    this.goneInRow = new Int32Array(rows.start.length);
    this.goneInColumn = new Int32Array(columns.start.length);
  }

  growTo(sources: number, sinks: number): void {
    const { rows, columns } = this;
    rows.start = grown(rows.start, sources);
    rows.end = grown(rows.end, sources);
    columns.start = grown(columns.start, sinks);
    columns.end = grown(columns.end, sinks);
    columns.sortedEnd = grown(columns.sortedEnd, sinks);
    this.goneInRow = grown(this.goneInRow, sources);
    this.goneInColumn = grown(this.goneInColumn, sinks);
    this.rowRoom.growTo(sources);
    this.columnRoom.growTo(sinks);
  }

  add(s: number, t: number, { score, capacity = NO_LIMIT }: Omit<EdgeEnd, 'node'>): void {
    const { rows, columns } = this;
    put(rows, this.rowRoom.open(s, rows.end[s] - rows.start[s]), t, score, capacity);
    const place = this.placeInColumn(t, s, score);
    const isSorted = place < columns.sortedEnd[t] || columns.sortedEnd[t] === columns.end[t];
    put(columns, this.columnRoom.open(t, place - columns.start[t]), s, score, capacity);
    if (isSorted) columns.sortedEnd[t]++;
  }

  remove(s: number, t: number): void {
    const { rows, columns } = this;
    const place = placeOf(columns, t, s);
    if (place < columns.sortedEnd[t]) columns.sortedEnd[t]--;
    this.columnRoom.close(t, place);
    this.rowRoom.close(s, placeOf(rows, s, t));
  }

  /** The edge between two nodes as it is, or undefined. */
  edge(s: number, t: number): Omit<EdgeEnd, 'node'> | undefined {
    const { rows } = this;
    const place = placeOf(rows, s, t);
    if (place === rows.end[s]) return undefined;
    return { score: rows.score[place], ...(rows.capacity && { capacity: rows.capacity[place] }) };
  }

  /** Drops a source's row. Its edges stay in the columns, where its price keeps everyone off, until they are many. */
  dropSource(s: number, isGone: (s: number) => boolean): void {
    const { rows, columns } = this;
    for (let e = rows.start[s]; e < rows.end[s]; e++) {
      const t = rows.node[e];
      const size = columns.end[t] - columns.start[t];
      if (2 * ++this.goneInColumn[t] > size) {
        this.goneInColumn[t] = 0;
        const sorted = sweep(columns, t, columns.sortedEnd[t], isGone);
        columns.sortedEnd[t] = sorted;
      }
    }
    rows.end[s] = rows.start[s];
  }

  dropSink(t: number, isGone: (t: number) => boolean): void {
    const { rows, columns } = this;
    for (let i = columns.start[t]; i < columns.end[t]; i++) {
      const s = columns.node[i];
      const size = rows.end[s] - rows.start[s];
      if (2 * ++this.goneInRow[s] > size) {
        this.goneInRow[s] = 0;
        sweep(rows, s, 0, isGone);
      }
    }
    columns.end[t] = columns.start[t];
    columns.sortedEnd[t] = columns.start[t];
  }

  /** Where a new edge belongs: in the ordered part by score, then source; behind everything where that part ends first. */
  private placeInColumn(t: number, s: number, score: number): number {
    const { columns } = this;
    let low = columns.start[t];
    let high = columns.sortedEnd[t];
    if (low < high && score < columns.score[high - 1]) return columns.end[t]; // most new edges: one look is enough
    while (low < high) {
      const middle = (low + high) >> 1;
      const there = columns.score[middle];
      if (there > score || (there === score && columns.node[middle] < s)) low = middle + 1;
      else high = middle;
    }
    return low < columns.sortedEnd[t] ? low : columns.end[t];
  }
}

function put(lists: EdgeLists, place: number, node: number, score: number, capacity: number): void {
  lists.node[place] = node;
  lists.score[place] = score;
  if (lists.capacity) lists.capacity[place] = capacity;
}

/** Where in the list the edge to `node` is; the list's end where there is none. */
function placeOf(lists: EdgeLists, list: number, node: number): number {
  let place = lists.start[list];
  while (place < lists.end[list] && lists.node[place] !== node) place++;
  return place;
}

/** Drops the edges to nodes that are gone, in order; answers where what was before `mark` ends now. */
function sweep(lists: EdgeLists, list: number, mark: number, isGone: (node: number) => boolean): number {
  const { start, end, node, score, capacity } = lists;
  let to = start[list];
  let marked = to;
  for (let i = start[list]; i < end[list]; i++) {
    if (isGone(node[i])) continue;
    put(lists, to, node[i], score[i], capacity?.[i] ?? 0);
    to++;
    if (i < mark) marked = to;
  }
  end[list] = to;
  return marked;
}
