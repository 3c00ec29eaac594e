import { Injectable } from '@nestjs/common';
import { Fresh } from '../../platform/cache/fresh.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { RefusedError } from '../../platform/errors/index.js';
import { bureauMessages } from '../bureau.messages.js';
import { monthOf, type OpenCounts, openRow, type OpenRow } from './open-statistics.rules.js';

export type OpenGrouping = 'county' | 'occupation';

/** A row with what it stands for; all together comes first, with the key `ALL`. */
export interface NamedOpenRow extends OpenRow {
  readonly key: string;
  readonly nameZh: string;
  readonly nameEn: string;
}

interface CountRow extends OpenCounts {
  readonly key: string;
  readonly nameZh: string;
  readonly nameEn: string;
}

const maxAgeMs = 3_600_000;
/** So many answers are kept: three years of months in both groupings. */
const maxKept = 100;

const sum = (measure: string): string => `coalesce(sum(d.amount) FILTER (WHERE d.measure = '${measure}'), 0)::int`;
const counts = `${sum('wanted')} AS wanted, ${sum('seekers')} AS seekers, ${sum('seats')} AS seats, ${sum('seats_on_site')} AS "onSite",
  ${sum('person_days')} AS "personDays"`;
const measures = `d.measure IN ('wanted', 'seekers', 'seats', 'seats_on_site', 'person_days') AND d.day BETWEEN $1 AND $2`;

const rowsSql: Readonly<Record<OpenGrouping, string>> = {
  county: `SELECT r.id AS key, r.name_zh AS "nameZh", r.name_en AS "nameEn", ${counts} FROM indicator_total d JOIN region r ON r.id = d.region_id
    WHERE r.level = 'county' AND ${measures} GROUP BY r.id ORDER BY r.id`,
  occupation: `SELECT o.id AS key, o.name_zh AS "nameZh", o.name_en AS "nameEn", ${counts} FROM indicator_day d JOIN occupation o ON o.id = d.occupation_id
    WHERE d.industry_id = '*' AND d.size = '*' AND ${measures} GROUP BY o.id ORDER BY o.id`,
};
const allSql = `SELECT 'ALL' AS key, '合计' AS "nameZh", 'All' AS "nameEn", ${counts} FROM indicator_day d
  WHERE d.industry_id = '*' AND d.occupation_id = '*' AND d.size = '*' AND ${measures}`;

/** What anybody may know: a month's figures by county or occupation, in one fixed form, so that there is nothing to subtract. */
@Injectable()
export class OpenStatistics {
  private readonly kept = new Map<string, Fresh<readonly NamedOpenRow[]>>();

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** VALIDATION_FAILED at month unless it is over and of the last three years. Answers may be an hour old. */
  async rows(month: string | undefined, by: OpenGrouping): Promise<readonly NamedOpenRow[]> {
    const period = monthOf(month, this.clock.today());
    if (!period)
      throw new RefusedError({ code: 'VALIDATION_FAILED', message: bureauMessages.openMonth, field: 'month' });
    const key = `${period.from} ${by}`;
    const known = this.kept.get(key) ?? new Fresh(this.clock, maxAgeMs, () => this.read(period, by));
    if (this.kept.size >= maxKept) this.kept.clear();
    this.kept.set(key, known);
    return known.get();
  }

  private async read(
    { from, until }: { readonly from: string; readonly until: string },
    by: OpenGrouping,
  ): Promise<readonly NamedOpenRow[]> {
    const [all, parts] = await Promise.all([
      this.db.rows<CountRow>(allSql, [from, until]),
      this.db.rows<CountRow>(rowsSql[by], [from, until]),
    ]);
    return [...all, ...parts].map(({ key, nameZh, nameEn, ...row }) => ({ key, nameZh, nameEn, ...openRow(row) }));
  }
}
