import { Injectable } from '@nestjs/common';
import { Occupations, toOccupationView } from '../../directory/index.js';
import type { BureauViewer, OperatorViewer } from '../../platform/auth/viewer.js';
import { Database } from '../../platform/database/database.js';
import type { Language } from '../../platform/i18n/message.js';
import { Jurisdictions } from './jurisdiction.service.js';
import type { OccupationBalanceInput } from './occupation-balance.input.js';
import type { OccupationBalance } from './occupation-balance.view.js';

interface BalanceRow {
  readonly occupationId: string;
  readonly openSeats: number;
  readonly availableWorkers: number;
  readonly gap: number;
}

/**
 * $1 region, $2 day, $3 how many. Open seats and free workers as matching sees them (labour_demand, labour_supply),
 * less workers whom a booking holds on that day. The region filter runs through region_ancestor_below.
 */
const balanceSql = `
  WITH below AS (SELECT region_id FROM region_ancestor WHERE ancestor_id = $1),
  demand AS (
    SELECT d.occupation_id, sum(d.seats_open) AS seats FROM labour_demand d
    WHERE d.region_id IN (SELECT region_id FROM below) AND $2::date BETWEEN d.starts_on AND d.ends_on
    GROUP BY d.occupation_id),
  free AS (
    SELECT DISTINCT s.worker_id FROM labour_supply s
    WHERE s.region_id IN (SELECT region_id FROM below) AND $2::date BETWEEN s.starts_on AND s.ends_on
      AND NOT EXISTS (SELECT 1 FROM worker_booking b WHERE b.worker_id = s.worker_id AND b.period @> $2::date)),
  supply AS (
    SELECT k.occupation_id, count(*) AS workers FROM free JOIN worker_skill k USING (worker_id) GROUP BY k.occupation_id)
  SELECT occupation_id AS "occupationId", coalesce(seats, 0)::int AS "openSeats", coalesce(workers, 0)::int AS "availableWorkers",
         (coalesce(seats, 0) - coalesce(workers, 0))::int AS gap
  FROM demand FULL JOIN supply USING (occupation_id)
  ORDER BY abs(coalesce(seats, 0) - coalesce(workers, 0)) DESC, coalesce(seats, 0) DESC, occupation_id LIMIT $3`;

/** Where workers are short and where they are over, by occupation. */
@Injectable()
export class OccupationBalances {
  constructor(
    private readonly db: Database,
    private readonly jurisdictions: Jurisdictions,
    private readonly occupations: Occupations,
  ) {}

  /** A region outside the viewer's jurisdiction does not exist for them: NOT_FOUND at input.regionId. */
  async rows(
    viewer: BureauViewer | OperatorViewer,
    { regionId, on, first }: OccupationBalanceInput,
    language: Language,
  ): Promise<OccupationBalance[]> {
    const region = await this.jurisdictions.region(viewer, regionId, language);
    const rows = await this.db.rows<BalanceRow>(balanceSql, [region.id, on, first]);
    const occupations = await this.occupations.byIds(rows.map(({ occupationId }) => occupationId));
    return rows.flatMap(({ occupationId, ...counts }) => {
      const occupation = occupations.get(occupationId);
      return occupation ? [{ occupation: toOccupationView(occupation, language), ...counts }] : [];
    });
  }
}
