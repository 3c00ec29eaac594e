import { type Indicator, liveMeasures, measuresOf } from '../catalogue/indicator.js';
import type { Period } from '../reports/period.rules.js';

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const listed = (texts: readonly string[]): string => texts.map(quoted).join(', ');

/**
 * The SQL that reads what an indicator's figure is made of: rows of measure, bucket and amount. For an auditor, who may
 * run it as it stands; a region counts with all below it.
 */
export function sourceQuery(indicator: Indicator, regionId: string, { from, until }: Period): string {
  const measures = measuresOf(indicator);
  const isLive = measures.some((measure) => liveMeasures.some((live) => live === measure));
  const days = `day BETWEEN ${quoted(from)} AND ${quoted(until)}`;
  const what = `measure IN (${listed([...new Set(measures)])}) AND ${days}`;
  const of = isLive
    ? `indicator_live WHERE region_id IN (SELECT region_id FROM region_ancestor WHERE ancestor_id = ${quoted(regionId)})`
    : `indicator_total WHERE region_id = ${quoted(regionId)}`;
  return `SELECT measure, bucket, sum(amount) AS amount FROM ${of} AND ${what} GROUP BY measure, bucket ORDER BY measure, bucket`;
}
