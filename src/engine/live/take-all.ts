import type { Links } from '../links.js';

/** Takes away all that source `s` gives; answers how much that was, by sink. */
export function takeAllFromSource(links: Links, s: number): [sink: number, units: number][] {
  const taken: [number, number][] = [];
  for (let link = links.firstAtSource[s]; link >= 0; link = links.firstAtSource[s]) {
    taken.push([links.sink[link], links.units[link]]);
    links.remove(link, links.units[link]);
  }
  return taken;
}

/** Takes away all that sink `t` gets; answers how much that was, by source. */
export function takeAllFromSink(links: Links, t: number): [source: number, units: number][] {
  const taken: [number, number][] = [];
  for (let link = links.firstAtSink[t]; link >= 0; link = links.firstAtSink[t]) {
    taken.push([links.source[link], links.units[link]]);
    links.remove(link, links.units[link]);
  }
  return taken;
}
