/** Binary heap of sinks, nearest first and, among equally near ones, lowest index first. */
export class SinkHeap {
  /** Sink at each place of the heap. */
  private readonly sinks: Int32Array;
  /** Place of each sink in the heap, or -1. */
  private readonly place: Int32Array;
  private count = 0;

  /** `distance` belongs to the caller, who calls rise() for every sink whose distance has become smaller. */
  constructor(private readonly distance: Float64Array) {
    this.sinks = new Int32Array(distance.length);
    this.place = new Int32Array(distance.length).fill(-1);
  }

  /** Distance of the nearest sink, or Infinity. */
  nearest(): number {
    return this.count === 0 ? Infinity : (this.distance[this.sinks[0] as number] as number);
  }

  /** Adds the sink, or moves it up after its distance has fallen. */
  rise(sink: number): void {
    const { sinks, place } = this;
    let at = place[sink] as number;
    if (at < 0) at = this.count++;
    while (at > 0) {
      const above = (at - 1) >> 1;
      const other = sinks[above] as number;
      if (!this.isBefore(sink, other)) break;
      sinks[at] = other;
      place[other] = at;
      at = above;
    }
    sinks[at] = sink;
    place[sink] = at;
  }

  /** Removes and returns the nearest sink; the heap must not be empty. */
  pop(): number {
    const first = this.sinks[0] as number;
    const last = this.sinks[--this.count] as number;
    this.place[first] = -1;
    if (this.count > 0) this.fall(last);
    return first;
  }

  clear(): void {
    for (let at = 0; at < this.count; at++) this.place[this.sinks[at] as number] = -1;
    this.count = 0;
  }

  /** Lets `sink` fall from the top to where it belongs. */
  private fall(sink: number): void {
    const { sinks, place, count } = this;
    let at = 0;
    for (let below = 1; below < count; below = 2 * at + 1) {
      if (below + 1 < count && this.isBefore(sinks[below + 1] as number, sinks[below] as number)) below++;
      const other = sinks[below] as number;
      if (!this.isBefore(other, sink)) break;
      sinks[at] = other;
      place[other] = at;
      at = below;
    }
    sinks[at] = sink;
    place[sink] = at;
  }

  private isBefore(a: number, b: number): boolean {
    const da = this.distance[a] as number;
    const db = this.distance[b] as number;
    return da < db || (da === db && a < b);
  }
}
