import { rowsOf, type Tx } from '../../platform/database/database.js';

type ReminderKind = 'agreement_signature' | 'placement_terms' | 'settlement_due' | 'settlement_draft';

/** How many reminders go out in one transaction. */
const batch = 500;

/**
 * Marks what is due as reminded of and answers it: each subject once for each kind, however often it is asked. `due`
 * selects the rows that a reminder tells of, with a column `subject`; its parameters begin at $4.
 */
export async function remindOnce<Row extends object>(
  tx: Tx,
  kind: ReminderKind,
  now: Date,
  due: string,
  parameters: readonly unknown[] = [],
): Promise<Row[]> {
  return rowsOf<Row>(
    tx,
    `WITH due AS (${due}), told AS (
       INSERT INTO reminder_sent (kind, subject_id, sent_at)
       SELECT $1, due.subject, $2 FROM due
       WHERE NOT EXISTS (SELECT 1 FROM reminder_sent r WHERE r.kind = $1 AND r.subject_id = due.subject)
       ORDER BY due.subject LIMIT $3 ON CONFLICT DO NOTHING RETURNING subject_id)
     SELECT due.* FROM due JOIN told ON told.subject_id = due.subject`,
    [kind, now, batch, ...parameters],
  );
}
