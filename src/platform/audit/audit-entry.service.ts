import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import type { Page } from '../graphql/connection.js';
import type { AuditEntryArgs } from './audit-entry.input.js';
import { auditPlaceOf } from './audit-entry.rules.js';
import type { AuditRow } from './audit-entry.view.js';

/**
 * $1 actor, $2 operation, $3 object, $4–$6 the place to go on after, $7 how many. Read backwards through audit_log_at,
 * or through audit_log_actor and audit_log_subject where those are asked for.
 */
const trailSql = `
  SELECT (extract(epoch FROM at) * 1000000)::bigint || ':' || chain || ':' || position AS id, chain, position::int AS position, at, actor, action,
         subject_type AS "subjectType", subject_id AS "subjectId", details
  FROM audit_log
  WHERE ($1::text IS NULL OR actor = $1)
    AND ($2::text IS NULL OR action = $2 OR starts_with(action, $2 || '.'))
    AND ($3::text IS NULL OR subject_id = $3)
    AND ($4::bigint IS NULL OR (at, chain, position) <
         (timestamptz 'epoch' + $4::bigint * interval '1 microsecond', $5::text, $6::bigint))
  ORDER BY at DESC, chain DESC, position DESC LIMIT $7`;

/** The trail as operators read it. */
@Injectable()
export class AuditTrail {
  constructor(private readonly db: Database) {}

  /** Entries of all chains, newest first. */
  async page({ actorId, operation, objectId, first, after }: AuditEntryArgs): Promise<Page<AuditRow>> {
    const place = after ? auditPlaceOf(after) : undefined;
    const rows = await this.db.rows<AuditRow>(trailSql, [
      ...[actorId ? `account:${actorId}` : null, operation ?? null, objectId ?? null],
      ...[place?.atMicros ?? null, place?.chain ?? null, place?.position ?? null, first + 1],
    ]);
    return { rows: rows.slice(0, first), hasNextPage: rows.length > first, hasPreviousPage: place !== undefined };
  }
}
