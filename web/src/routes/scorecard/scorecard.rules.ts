import type { HostScorecardQuery } from './scorecard.graphql.ts';

export type Scorecard = HostScorecardQuery['hostScorecard'];

/** What a worker asks of a host, the most telling first. */
const names = ['paidOnTime', 'termsKept', 'again'] as const;

/** The lines of a scorecard; none where too few reviewed the host in everything. */
export function linesOf(card: Scorecard) {
  const lines = names.map((name) => ({ name, ...card[name] }));
  return lines.every(({ tooFew }) => tooFew) ? [] : lines;
}
