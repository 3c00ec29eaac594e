import type { EdgeLists } from '../edge-lists.js';
import { type EdgeEnd, NO_LIMIT } from './live-network.js';
import type { Plan } from '../plan.js';

/** What a living plan tells of itself. */
interface Live {
  readonly plan: Plan;
  isSource(s: number): boolean;
  isSink(t: number): boolean;
}

/** What source `s` gives, by sink. */
export function givenBy(
  { plan: { links } }: Pick<Live, 'plan'>,
  s: number,
): { readonly sink: number; readonly units: number }[] {
  const given = [];
  for (let link = links.firstAtSource[s]; link >= 0; link = links.nextAtSource[link])
    given.push({ sink: links.sink[link], units: links.units[link] });
  return given;
}

/** Edges of source `s` to sinks that are there. */
export function edgesOfSource(live: Live, s: number): EdgeEnd[] {
  return edgesIn(live.plan.rows, s, (t) => live.isSink(t));
}

/** Edges of sink `t` to sources that are there. */
export function edgesOfSink(live: Live, t: number): EdgeEnd[] {
  return edgesIn(live.plan.columns, t, (s) => live.isSource(s));
}

function edgesIn(lists: EdgeLists, of: number, isThere: (node: number) => boolean): EdgeEnd[] {
  const { start, end, node, score, capacity } = lists;
  const edges: EdgeEnd[] = [];
  for (let e = start[of]; e < end[of]; e++)
    if (isThere(node[e])) edges.push({ node: node[e], score: score[e], ...(capacity && { capacity: capacity[e] }) });
  return edges;
}

/** Edges that are not to be any more, and those that are to be and are not yet; one that changes is both. */
export function difference(
  before: readonly EdgeEnd[],
  after: readonly EdgeEnd[],
): { readonly gone: EdgeEnd[]; readonly added: EdgeEnd[] } {
  const old = new Map(before.map((edge) => [edge.node, edge]));
  const isSame = (edge: EdgeEnd): boolean => {
    const known = old.get(edge.node);
    return known?.score === edge.score && (known.capacity ?? NO_LIMIT) === (edge.capacity ?? NO_LIMIT);
  };
  const same = new Set(after.filter(isSame).map(({ node }) => node));
  return { gone: before.filter(({ node }) => !same.has(node)), added: after.filter(({ node }) => !same.has(node)) };
}
