import type { Pairs } from '../keep-previous.js';
import { classStepOf, type Duals, scoreBound } from '../objective.js';
import { checkProblem, type Problem } from '../problem.js';
import type { Solution } from '../solve.js';
import { verify } from '../verify.js';
import { componentsOf } from './components.js';

/** A problem of its own, made of whole connected parts of a larger one, with the larger one's indices. */
export interface Part {
  readonly problem: Problem;
  readonly sources: Int32Array;
  readonly sinks: Int32Array;
}

/**
 * Splits a problem into at most `most` parts of about equally many edges that can be solved apart: no edge leads from one
 * to another. One part only where the graph is mostly one piece. Nodes without edges are left out. Throws as
 * solve() does.
 */
export function partition(problem: Problem, most: number): Part[] {
  checkProblem(problem);
  const { count, ofSource, ofSink } = componentsOf(problem);
  const edges = new Float64Array(count);
  for (let s = 0; s < ofSource.length; s++)
    if (ofSource[s] >= 0) edges[ofSource[s]] += problem.rowStart[s + 1] - problem.rowStart[s];
  const load = new Float64Array(Math.max(1, Math.min(most, count)));
  const partOf = new Int32Array(count);
  const largestFirst = Array.from(edges.keys()).sort((a, b) => edges[b] - edges[a] || a - b);
  for (const component of largestFirst) {
    const lightest = load.indexOf(Math.min(...load));
    partOf[component] = lightest;
    load[lightest] += edges[component];
  }
  return Array.from(load, (_, part) =>
    extract(problem, members(ofSource, partOf, part), members(ofSink, partOf, part)),
  );
}

/** Puts the solutions of all parts, made with one step between classes, together, and verifies the whole. */
export function assemble(problem: Problem, parts: readonly Part[], solutions: readonly Solution[]): Solution {
  const duals: Duals = {
    sourcePrice: new Float64Array(problem.supply.length),
    sinkPrice: new Float64Array(problem.demand.length),
    classStep: solutions[0]?.duals.classStep ?? commonClassStep(problem),
  };
  const filledByClass = new Array<number>(problem.priority.reduce((highest, k) => Math.max(highest, k), 0) + 1).fill(0);
  let score = 0;
  for (const [i, { sources, sinks }] of parts.entries()) {
    const solution = solutions[i];
    for (const [place, s] of sources.entries()) duals.sourcePrice[s] = solution.duals.sourcePrice[place];
    for (const [place, t] of sinks.entries()) duals.sinkPrice[t] = solution.duals.sinkPrice[place];
    for (const [k, filled] of solution.filledByClass.entries()) filledByClass[k] += filled;
    score += solution.score;
  }
  const filled = filledByClass.reduce((sum, units) => sum + units, 0);
  const allocation = { ...flowsOfAll(problem, parts, solutions), filled, filledByClass, score };
  const proven = solutions.every((solution) => solution.proven) && verify(problem, allocation, duals).ok;
  const moved = solutions.reduce((sum, solution) => sum + solution.moved, 0);
  return { ...allocation, duals, proven, moved };
}

/** What all parts send along which of the whole's edges. A source's edges keep their order in its part. */
function flowsOfAll(
  { rowStart }: Problem,
  parts: readonly Part[],
  solutions: readonly Solution[],
): { edge: Int32Array; units: Int32Array } {
  const count = solutions.reduce((sum, solution) => sum + solution.edge.length, 0);
  const edge = new Int32Array(count);
  const units = new Int32Array(count);
  const partOf = new Int32Array(rowStart.length - 1).fill(-1);
  const placeOf = new Int32Array(rowStart.length - 1);
  for (const [part, { sources }] of parts.entries())
    for (let place = 0; place < sources.length; place++) {
      partOf[sources[place]] = part;
      placeOf[sources[place]] = place;
    }
  const next = new Int32Array(parts.length);
  let written = 0;
  for (let s = 0; s < partOf.length; s++) {
    const part = partOf[s];
    if (part < 0) continue;
    const from = parts[part].problem.rowStart[placeOf[s]];
    const end = parts[part].problem.rowStart[placeOf[s] + 1];
    const flows = solutions[part];
    for (; next[part] < flows.edge.length && flows.edge[next[part]] < end; next[part]++) {
      edge[written] = rowStart[s] + flows.edge[next[part]] - from;
      units[written++] = flows.units[next[part]];
    }
  }
  return { edge, units };
}

/** The previous pairs whose source and sink are both in the part, in the part's indices. */
export function previousWithin({ sources, sinks }: Part, previous: Pairs): Pairs {
  const sourcePlace = new Map(Array.from(sources, (s, i) => [s, i]));
  const sinkPlace = new Map(Array.from(sinks, (t, i) => [t, i]));
  const within = Array.from(previous.source.keys()).filter(
    (i) => sourcePlace.has(previous.source[i]) && sinkPlace.has(previous.sink[i]),
  );
  return {
    source: Int32Array.from(within, (i) => sourcePlace.get(previous.source[i]) ?? 0),
    sink: Int32Array.from(within, (i) => sinkPlace.get(previous.sink[i]) ?? 0),
  };
}

/** What parts must be solved with for their prices to hold in the whole. */
export function commonClassStep(problem: Problem): number {
  return classStepOf(problem.supply.length, problem.demand.length, scoreBound(problem));
}

/** A step that stays wide enough until the smaller side has `times` as many nodes as now, and a few. */
export function roomyClassStep(problem: Problem, times: number): number {
  const most = (nodes: number): number => times * (nodes + 16);
  return classStepOf(most(problem.supply.length), most(problem.demand.length), scoreBound(problem));
}

function members(componentOf: Int32Array, partOf: Int32Array, part: number): Int32Array {
  const indices: number[] = [];
  for (let i = 0; i < componentOf.length; i++)
    if (componentOf[i] >= 0 && partOf[componentOf[i]] === part) indices.push(i);
  return Int32Array.from(indices);
}

function extract(problem: Problem, sources: Int32Array, sinks: Int32Array): Part {
  const { supply, demand, priority, rowStart, sink, score, capacity } = problem;
  const rows = new Int32Array(sources.length + 1);
  for (let i = 0; i < sources.length; i++) rows[i + 1] = rows[i] + rowStart[sources[i] + 1] - rowStart[sources[i]];
  const placeOf = new Int32Array(demand.length);
  for (let i = 0; i < sinks.length; i++) placeOf[sinks[i]] = i;
  const edges = rows[sources.length];
  const part = {
    supply: sources.map((s) => supply[s]),
    demand: sinks.map((t) => demand[t]),
    priority: Uint8Array.from(sinks, (t) => priority[t]),
    rowStart: rows,
    sink: new Int32Array(edges),
    score: score instanceof Uint16Array ? new Uint16Array(edges) : new Int32Array(edges),
    capacity: capacity && new Int32Array(edges),
  };
  for (let i = 0, to = 0; i < sources.length; i++) {
    const from = rowStart[sources[i]];
    const end = rowStart[sources[i] + 1];
    part.score.set(score.subarray(from, end), to);
    if (capacity) part.capacity?.set(capacity.subarray(from, end), to);
    for (let e = from; e < end; e++) part.sink[to++] = placeOf[sink[e]];
  }
  return { sources, sinks, problem: part };
}
