import type { Plan } from '../plan.js';

/** Sinks that together ask for more than all the sources together have that could serve any of them; or the reverse. */
export interface Block {
  readonly sinks: readonly number[];
  readonly sources: readonly number[];
  readonly demand: number;
  readonly supply: number;
}

/**
 * Why sink `t` is short: the first of ever wider circles of competitors, starting with itself alone, which asks for more
 * than all its candidates have. Whoever is in it has a class at least as high, or the plan would have given way.
 */
export function blockOfSink(plan: Plan, t: number): Block {
  const { columns, rows, links } = plan;
  const circle = new Circle(plan);
  circle.addSink(t);
  for (let next = 0; next < circle.sinks.length;) {
    for (const end = circle.sinks.length; next < end; next++) {
      const sink = circle.sinks[next];
      for (let i = columns.start[sink]; i < columns.end[sink]; i++) {
        const isOpen = !columns.capacity || columns.capacity[i] > links.unitsBetween(columns.node[i], sink);
        if (isOpen) circle.addSource(columns.node[i]);
      }
    }
    if (!rows.capacity && circle.supply < circle.demand) break;
    for (const s of circle.sources)
      for (let link = links.firstAtSource[s]; link >= 0; link = links.nextAtSource[link])
        circle.addSink(links.sink[link]);
  }
  return circle.block;
}

/** Why source `s` is left over: the first of ever wider circles of rivals that has more than all their sinks ask for. */
export function blockOfSource(plan: Plan, s: number): Block {
  const { rows, links } = plan;
  const circle = new Circle(plan);
  circle.addSource(s);
  for (let next = 0; next < circle.sources.length;) {
    for (const end = circle.sources.length; next < end; next++) {
      const source = circle.sources[next];
      for (let e = rows.start[source]; e < rows.end[source]; e++) {
        const isOpen = !rows.capacity || rows.capacity[e] > links.unitsBetween(source, rows.node[e]);
        if (isOpen) circle.addSink(rows.node[e]);
      }
    }
    if (!rows.capacity && circle.demand < circle.supply) break;
    for (const t of circle.sinks)
      for (let link = links.firstAtSink[t]; link >= 0; link = links.nextAtSink[link])
        circle.addSource(links.source[link]);
  }
  return circle.block;
}

class Circle {
  readonly sinks: number[] = [];
  readonly sources: number[] = [];
  supply = 0;
  demand = 0;
  private readonly knownSinks = new Set<number>();
  private readonly knownSources = new Set<number>();

  constructor(private readonly plan: Plan) {}

  get block(): Block {
    const { sinks, sources, demand, supply } = this;
    return { sinks, sources, demand, supply };
  }

  addSink(t: number): void {
    if (this.knownSinks.has(t) || this.plan.netPrice[t] === Infinity) return;
    this.knownSinks.add(t);
    this.sinks.push(t);
    this.demand += this.plan.short[t];
    const { links } = this.plan;
    for (let link = links.firstAtSink[t]; link >= 0; link = links.nextAtSink[link]) this.demand += links.units[link];
  }

  addSource(s: number): void {
    if (this.knownSources.has(s) || this.plan.sourcePrice[s] === Infinity) return;
    this.knownSources.add(s);
    this.sources.push(s);
    this.supply += this.plan.spare[s];
    const { links } = this.plan;
    for (let link = links.firstAtSource[s]; link >= 0; link = links.nextAtSource[link])
      this.supply += links.units[link];
  }
}
