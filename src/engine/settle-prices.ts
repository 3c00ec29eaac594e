import type { EdgeLists } from './edge-lists.js';

/** Sources that are held, one unit each, by the sinks that hold them, and the score of the edge by which each is. */
export interface Holding {
  readonly holder: Int32Array;
  readonly scoreOf: (source: number) => number;
}

/**
 * Raises each price no further than some source's offer elsewhere demands, until all sources are content where they are
 * held (label correcting). `rows` are the edges that count. False when more than `maxRaises` are not enough: then the
 * outcome was not the best one.
 */
export function settlePrices(
  rows: EdgeLists,
  { holder, scoreOf }: Holding,
  price: Float64Array,
  maxRaises: number,
): boolean {
  const { start, end, node, score } = rows;
  const held = heldBySink(holder, price.length);
  const queue = new Int32Array(price.length);
  const isQueued = new Uint8Array(price.length);
  let first = 0;
  let queued = 0;
  let raises = 0;
  for (let t = 0; t < price.length; t++) {
    if (held.start[t] === held.start[t + 1]) continue;
    queue[queued++] = t;
    isQueued[t] = 1;
  }
  while (queued > 0) {
    const t = queue[first];
    first = first + 1 === queue.length ? 0 : first + 1;
    queued--;
    isQueued[t] = 0;
    for (let i = held.start[t]; i < held.start[t + 1]; i++) {
      const s = held.source[i];
      const base = price[t] - scoreOf(s);
      for (let e = start[s], last = end[s]; e < last; e++) {
        const other = node[e];
        if (base + score[e] <= price[other]) continue;
        price[other] = base + score[e];
        if (++raises > maxRaises) return false;
        if (isQueued[other]) continue;
        isQueued[other] = 1;
        const place = first + queued++;
        queue[place < queue.length ? place : place - queue.length] = other;
      }
    }
  }
  return true;
}

/** The sources that each sink holds: those of sink `t` are `source[start[t] .. start[t + 1] - 1]`. */
function heldBySink(holder: Int32Array, sinks: number): { start: Int32Array; source: Int32Array } {
  const start = new Int32Array(sinks + 1);
  for (let s = 0; s < holder.length; s++) if (holder[s] >= 0) start[holder[s] + 1]++;
  for (let t = 0; t < sinks; t++) start[t + 1] += start[t];
  const next = start.slice();
  const source = new Int32Array(start[sinks]);
  for (let s = 0; s < holder.length; s++) if (holder[s] >= 0) source[next[holder[s]]++] = s;
  return { start, source };
}
