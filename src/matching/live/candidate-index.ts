import type { EdgeEnd } from '../../engine/index.js';
import type { Demand, Substitutes, Supply } from '../edges/candidate.js';
import { doableBesides } from '../edges/fits.js';
import type { PairJudge } from '../edges/pair-judge.js';

/** Who may come into question for whom, by occupation: indices of sources and sinks with their facts. */
export class CandidateIndex {
  private readonly besides: Substitutes;
  private readonly seekers = new Map<string, Map<number, Supply>>();
  private readonly openings = new Map<string, Map<number, Demand>>();

  constructor(
    private readonly substitutes: Substitutes,
    private readonly judge: PairJudge,
  ) {
    this.besides = doableBesides(substitutes);
  }

  addSource(source: number, supply: Supply): void {
    for (const { occupationId } of supply.skills) listIn(this.seekers, occupationId).set(source, supply);
  }

  removeSource(source: number, supply: Supply): void {
    for (const { occupationId } of supply.skills) this.seekers.get(occupationId)?.delete(source);
  }

  addSink(sink: number, demand: Demand): void {
    listIn(this.openings, demand.occupationId).set(sink, demand);
  }

  removeSink(sink: number, demand: Demand): void {
    this.openings.get(demand.occupationId)?.delete(sink);
  }

  /** Edges of a supply to the sinks that it fits. */
  sinksFor(supply: Supply): EdgeEnd[] {
    const occupations = supply.skills.flatMap(({ occupationId }) => [
      occupationId,
      ...(this.besides.get(occupationId) ?? []).map((doable) => doable.occupationId),
    ]);
    return this.fitting(this.openings, occupations, (demand) => this.judge.judge(supply, demand)?.score);
  }

  /** Edges of a demand to the sources that fit it. */
  sourcesFor(demand: Demand): EdgeEnd[] {
    const standIns = (this.substitutes.get(demand.occupationId) ?? []).map(({ occupationId }) => occupationId);
    const score = (supply: Supply): number | undefined => this.judge.judge(supply, demand)?.score;
    return this.fitting(this.seekers, [demand.occupationId, ...standIns], score);
  }

  private fitting<T>(
    lists: ReadonlyMap<string, ReadonlyMap<number, T>>,
    occupations: readonly string[],
    scoreOf: (one: T) => number | undefined,
  ): EdgeEnd[] {
    const edges = new Map<number, number>();
    for (const occupation of new Set(occupations)) {
      for (const [node, one] of lists.get(occupation) ?? []) {
        const score = edges.has(node) ? undefined : scoreOf(one);
        if (score !== undefined) edges.set(node, score);
      }
    }
    return [...edges].map(([node, score]) => ({ node, score }));
  }
}

function listIn<T>(lists: Map<string, Map<number, T>>, key: string): Map<number, T> {
  const known = lists.get(key);
  if (known) return known;
  const list = new Map<number, T>();
  lists.set(key, list);
  return list;
}
