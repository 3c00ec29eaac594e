import type { LabourFlowGrouping, LabourFlowsQuery } from './flows.graphql.ts';

export type Link = LabourFlowsQuery['labourFlows']['links'][number];
export const groupings: readonly LabourFlowGrouping[] = ['INDUSTRY', 'COUNTY', 'PREFECTURE', 'PROVINCE'];
export const spans = [28, 91, 182, 365] as const;

interface Arc {
  readonly from: string;
  readonly to: string;
  /** How wide it is drawn, 0 to 1. */
  readonly share: number;
  readonly label: string;
}

/** Flows from one region to another as arcs of a map, the widest for the most heads; who stays in a region has none. */
export function arcsOf(links: readonly Link[], label: (link: Link) => string): Arc[] {
  const between = links.filter(({ source, target }) => source.key !== null && source.key !== target.key);
  const most = Math.max(1, ...between.map(({ heads }) => heads));
  return between.flatMap((link) => {
    const { source, target, heads } = link;
    return source.key !== null && target.key !== null
      ? [{ from: source.key, to: target.key, share: heads / most, label: label(link) }]
      : [];
  });
}
