import type { EntityManager } from 'typeorm';
import { rowsOf } from '../../platform/database/database.js';
import type { CaseFileAttendanceView, CaseFileStepView, CaseFileView } from './case-file.view.js';

type CaseRow = Omit<CaseFileView, 'attendance' | 'trail'> & CaseFileAttendanceView;
type StepRow = CaseFileStepView & { readonly placementId: string };

const mostSteps = 200;

const caseSql = `
  SELECT p.id AS "placementId", p.kind, p.state, p.starts_on::text AS "startsOn", p.ends_on::text AS "endsOn",
         p.started_at AS "startedAt", p.ended_at AS "endedAt", o.wage_fen AS "wageFen", o.wage_unit AS "wageUnit", o.currency,
         g.number AS "agreementNumber", c.state AS "consentState", c.starts_on::text AS "consentStartsOn", c.ends_on::text AS "consentEndsOn",
         d.*
  FROM placement p
  JOIN offer o ON o.id = p.offer_id
  LEFT JOIN agreement g ON g.id = p.agreement_id
  LEFT JOIN consent c ON c.id = p.consent_id
  CROSS JOIN LATERAL (
    SELECT count(*)::int AS days, count(*) FILTER (WHERE state = 'confirmed')::int AS confirmed,
           count(*) FILTER (WHERE state = 'disputed')::int AS disputed, coalesce(sum(normal_minutes), 0)::int AS "normalMinutes",
           coalesce(sum(overtime_minutes + rest_day_minutes + holiday_minutes), 0)::int AS "extraMinutes"
    FROM attendance_day WHERE placement_id = p.id) d
  WHERE p.id = ANY($1)`;

/** Who acted is told as a side of the deal: accounts are for the operator's trail. */
const trailSql = `
  SELECT * FROM (
    SELECT p.id AS "placementId", l.at, l.action,
           CASE l.chain WHEN 'enterprise:' || p.host_id THEN 'host' WHEN 'enterprise:' || p.lender_id THEN 'lender'
             WHEN 'worker:' || p.worker_id THEN 'worker' ELSE split_part(l.chain, ':', 1) END AS by,
           row_number() OVER (PARTITION BY p.id ORDER BY l.at DESC, l.position DESC) AS place
    FROM placement p
    JOIN audit_log l ON (l.subject_type = 'placement' AND l.subject_id = p.id::text)
                     OR (l.subject_type = 'offer' AND l.subject_id = p.offer_id::text)
    WHERE p.id = ANY($1)) steps
  WHERE place <= $2 ORDER BY "placementId", place DESC`;

/** By placement: its case file. */
export async function caseFiles(
  tx: EntityManager,
  placementIds: readonly string[],
): Promise<Map<string, CaseFileView>> {
  const cases = await rowsOf<CaseRow>(tx, caseSql, [placementIds]);
  const steps = await rowsOf<StepRow>(tx, trailSql, [placementIds, mostSteps]);
  return new Map(
    cases.map(({ days, confirmed, disputed, normalMinutes, extraMinutes, ...file }) => [
      file.placementId,
      {
        ...file,
        attendance: { days, confirmed, disputed, normalMinutes, extraMinutes },
        trail: steps
          .filter(({ placementId }) => placementId === file.placementId)
          .map(({ at, action, by }) => ({ at, action, by })),
      },
    ]),
  );
}
