import { doubled } from './doubled.js';

const NONE = -1;

/**
 * Which pairs carry how much: a list of links at every source and at every sink, in two threads through one table. A
 * source of one unit has at most one link. New links go to the front.
 */
export class Links {
  /** First link of each source and of each sink; -1 where there is none. */
  firstAtSource: Int32Array;
  firstAtSink: Int32Array;
  source = new Int32Array(1024);
  sink = new Int32Array(1024);
  units = new Int32Array(1024);
  score = new Int32Array(1024);
  nextAtSource = new Int32Array(1024);
  nextAtSink = new Int32Array(1024);
  private previousAtSink = new Int32Array(1024);
  /** Links given back, threaded through `nextAtSource`. */
  private free = NONE;
  private used = 0;
  /** Told of every change: so many units more, or fewer, from a source to a sink. */
  onChange: ((source: number, sink: number, units: number) => void) | undefined;
  private freed = 0;

  constructor(sources: number, sinks: number) {
    this.firstAtSource = new Int32Array(sources).fill(NONE);
    this.firstAtSink = new Int32Array(sinks).fill(NONE);
  }

  /** How many pairs carry anything. */
  get count(): number {
    return this.used - this.freed;
  }

  /** The link from source `s` to sink `t`, or -1. */
  between(s: number, t: number): number {
    let link = this.firstAtSource[s];
    while (link >= 0 && this.sink[link] !== t) link = this.nextAtSource[link];
    return link;
  }

  unitsBetween(s: number, t: number): number {
    const link = this.between(s, t);
    return link < 0 ? 0 : this.units[link];
  }

  /** Sends `units` more from source `s` to sink `t`, along an edge of that score. */
  add(s: number, t: number, score: number, units: number): void {
    this.onChange?.(s, t, units);
    const known = this.between(s, t);
    if (known >= 0) {
      this.units[known] += units;
      return;
    }
    const link = this.take();
    this.source[link] = s;
    this.sink[link] = t;
    this.units[link] = units;
    this.score[link] = score;
    this.nextAtSource[link] = this.firstAtSource[s];
    this.firstAtSource[s] = link;
    const after = this.firstAtSink[t];
    this.nextAtSink[link] = after;
    this.previousAtSink[link] = NONE;
    if (after >= 0) this.previousAtSink[after] = link;
    this.firstAtSink[t] = link;
  }

  /** Takes `units` back from a link, which ends when nothing is left. */
  remove(link: number, units: number): void {
    this.onChange?.(this.source[link], this.sink[link], -units);
    this.units[link] -= units;
    if (this.units[link] > 0) return;
    this.unthreadAtSource(link);
    const before = this.previousAtSink[link];
    const after = this.nextAtSink[link];
    if (before < 0) this.firstAtSink[this.sink[link]] = after;
    else this.nextAtSink[before] = after;
    if (after >= 0) this.previousAtSink[after] = before;
    this.nextAtSource[link] = this.free;
    this.free = link;
    this.freed++;
  }

  /** Makes place for that many sources and sinks; the new ones have no links. */
  growTo(sources: number, sinks: number): void {
    this.firstAtSource = withNone(this.firstAtSource, sources);
    this.firstAtSink = withNone(this.firstAtSink, sinks);
  }

  private unthreadAtSource(link: number): void {
    const s = this.source[link];
    if (this.firstAtSource[s] === link) {
      this.firstAtSource[s] = this.nextAtSource[link];
      return;
    }
    let before = this.firstAtSource[s];
    while (this.nextAtSource[before] !== link) before = this.nextAtSource[before];
    this.nextAtSource[before] = this.nextAtSource[link];
  }

  private take(): number {
    const link = this.free;
    if (link >= 0) {
      this.free = this.nextAtSource[link];
      this.freed--;
      return link;
    }
    if (this.used === this.source.length) this.grow();
    return this.used++;
  }

  private grow(): void {
    this.source = doubled(this.source);
    this.sink = doubled(this.sink);
    this.units = doubled(this.units);
    this.score = doubled(this.score);
    this.nextAtSource = doubled(this.nextAtSource);
    this.nextAtSink = doubled(this.nextAtSink);
    this.previousAtSink = doubled(this.previousAtSink);
  }
}

function withNone(values: Int32Array, length: number): Int32Array {
  const larger = new Int32Array(length).fill(NONE);
  larger.set(values);
  return larger;
}
