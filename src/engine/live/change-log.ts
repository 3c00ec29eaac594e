/** Units that a pair carries more (or, negative, fewer) than before an event. */
export interface Change {
  readonly source: number;
  readonly sink: number;
  readonly units: number;
}

/** So many sources, or sinks, may there be together over a plan's life; indices are never given out again. */
export const MAX_NODES = 2 ** 24;

/** What an event changes, netted by pair. */
export class ChangeLog {
  private readonly units = new Map<number, number>();

  note(source: number, sink: number, units: number): void {
    const pair = source * MAX_NODES + sink;
    this.units.set(pair, (this.units.get(pair) ?? 0) + units);
  }

  /** What was noted since the last time, in order of source, then sink. */
  take(): Change[] {
    const changed = [...this.units].filter(([, units]) => units !== 0).sort(([a], [b]) => a - b);
    this.units.clear();
    return changed.map(([pair, units]) => ({ source: Math.floor(pair / MAX_NODES), sink: pair % MAX_NODES, units }));
  }
}
