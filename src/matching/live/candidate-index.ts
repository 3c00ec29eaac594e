import type { EdgeEnd } from '../../engine/index.js';
import type { Demand, Substitutes, Supply } from '../edges/candidate.js';
import { agreementM, halfLineSquared, type Point, pointOf } from '../edges/distance.js';
import { doableBesides } from '../edges/fits.js';
import type { PairJudge } from '../edges/pair-judge.js';

/** A supply, with what tells most of those that are too far or too dear at a glance. */
interface Seeker extends Point {
  readonly supply: Supply;
  /** Half the straight line to the farthest site, squared. */
  readonly limit: number;
}
interface Opening extends Point {
  readonly demand: Demand;
}

/** Who may come into question for whom, by occupation: indices of sources and sinks with their facts. */
export class CandidateIndex {
  private readonly besides: Substitutes;
  private readonly seekers = new Map<string, Map<number, Seeker>>();
  private readonly openings = new Map<string, Map<number, Opening>>();

  constructor(
    private readonly substitutes: Substitutes,
    private readonly judge: PairJudge,
  ) {
    this.besides = doableBesides(substitutes);
  }

  addSource(source: number, supply: Supply): void {
    const seeker = seekerOf(supply);
    for (const { occupationId } of supply.skills) listIn(this.seekers, occupationId).set(source, seeker);
  }

  removeSource(source: number, supply: Supply): void {
    for (const { occupationId } of supply.skills) this.seekers.get(occupationId)?.delete(source);
  }

  addSink(sink: number, demand: Demand): void {
    listIn(this.openings, demand.occupationId).set(sink, { demand, ...pointOf(demand) });
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
    const seeker = seekerOf(supply);
    return fitting(this.openings, occupations, (opening) => this.scoreOf(seeker, opening));
  }

  /** Edges of a demand to the sources that fit it. */
  sourcesFor(demand: Demand): EdgeEnd[] {
    const standIns = (this.substitutes.get(demand.occupationId) ?? []).map(({ occupationId }) => occupationId);
    const opening = { demand, ...pointOf(demand) };
    return fitting(this.seekers, [demand.occupationId, ...standIns], (seeker) => this.scoreOf(seeker, opening));
  }

  private scoreOf(seeker: Seeker, opening: Opening): number | undefined {
    const { supply, limit } = seeker;
    const { demand } = opening;
    if (demand.wageFen < supply.wageFloorFen && demand.wageUnit === supply.wageUnit) return undefined;
    const dx = seeker.x - opening.x;
    const dy = seeker.y - opening.y;
    const dz = seeker.z - opening.z;
    if ((dx * dx + dy * dy + dz * dz) / 4 > limit) return undefined;
    return this.judge.judge(supply, demand)?.score;
  }
}

function seekerOf(supply: Supply): Seeker {
  const farthestM = Math.max(supply.radiusM, supply.relocationRadiusM ?? 0);
  const limit = supply.shuttles ? 1 : halfLineSquared(farthestM + 1 + agreementM);
  return { supply, ...pointOf(supply), limit };
}

function fitting<T>(
  lists: ReadonlyMap<string, ReadonlyMap<number, T>>,
  occupations: readonly string[],
  scoreOf: (one: T) => number | undefined,
): EdgeEnd[] {
  const edges = new Map<number, number>();
  for (const occupation of new Set(occupations)) {
    for (const [node, one] of lists.get(occupation) ?? []) {
      const score = scoreOf(one);
      if (score !== undefined) edges.set(node, score);
    }
  }
  return [...edges].map(([node, score]) => ({ node, score }));
}

function listIn<T>(lists: Map<string, Map<number, T>>, key: string): Map<number, T> {
  const known = lists.get(key);
  if (known) return known;
  const list = new Map<number, T>();
  lists.set(key, list);
  return list;
}
