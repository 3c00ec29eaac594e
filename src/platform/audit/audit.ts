import { Injectable } from '@nestjs/common';
import { actorOf, tenantOf, type Viewer } from '../auth/viewer.js';
import type { Tx } from '../database/database.js';

/** What was done, in the words of the trail: `offer.accept` on an `offer`. Details hold ids and states, never personal data. */
export interface AuditEntry {
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

/** Writes the append-only trail, in the transaction that it describes. Call it last: it holds the tenant's chain until the commit. */
@Injectable()
export class Audit {
  async record(tx: Tx, viewer: Viewer, entry: AuditEntry): Promise<void> {
    await tx.query(
      'INSERT INTO audit_log (chain, actor, action, subject_type, subject_id, details) VALUES ($1, $2, $3, $4, $5, $6)',
      [
        tenantOf(viewer),
        actorOf(viewer),
        entry.action,
        entry.subjectType,
        entry.subjectId,
        JSON.stringify(entry.details ?? {}),
      ],
    );
  }
}
