import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Clock } from '../../platform/clock/clock.js';
import { Database, rowsOf, type Tx } from '../../platform/database/database.js';
import { newId } from '../../platform/ids/ids.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { alertEscalated, alertRaised } from '../bureau.events.js';
import { Alert, AlertRule, type AlertAction, AlertStep } from './alert.entity.js';
import { AlertReadings } from './alert-readings.service.js';
import { verdictOn } from './alert.rules.js';
import { shippedRules } from './shipped-rules.js';

interface Unanswered {
  readonly alertId: string;
  readonly bureauId: string;
  readonly regionId: string;
}

/** Raises alerts, ends them, and tells those above of what nobody answers. */
@Injectable()
export class AlertWatch {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly readings: AlertReadings,
  ) {}

  /** Looks at every rule of some kinds that is on; safe to repeat, and from several processes. */
  async watch(kinds: readonly AlertRule['kind'][]): Promise<void> {
    await this.ship();
    const rules = await this.db.reader.find(AlertRule, {
      where: { isOn: true, kind: In([...kinds]) },
      order: { id: 'ASC' },
    });
    for (const rule of rules) await this.look(rule);
    await this.escalate();
  }

  /** Gives each bureau the rules that come with the product, once: one that was turned off stays off. */
  private async ship(): Promise<void> {
    const at = this.clock.now();
    for (const { code, name, ...rule } of shippedRules)
      await this.db.rows(
        `INSERT INTO alert_rule (id, bureau_id, shipped_as, name, indicator, region_id, split_by, kind, is_above, bound, release_at, least, days,
           severity, escalate_hours, is_on, created_at)
         SELECT gen_random_uuid(), b.id, $1, $2, $3, b.region_id, $4, $5, $6, $7, $8, $9, $10, $11, $12, true, $13 FROM bureau b
         ON CONFLICT ON CONSTRAINT alert_rule_shipped_once DO NOTHING`,
        [
          ...[code, name['zh-CN'], rule.indicator, rule.splitBy, rule.kind, rule.isAbove, rule.bound, rule.releaseAt],
          ...[rule.least, rule.days, rule.severity, rule.escalateHours, at],
        ],
      );
  }

  private async look(rule: AlertRule): Promise<void> {
    const readings = await this.readings.on(rule, this.clock.today());
    await this.db.transaction(async (tx) => {
      // Of two that look at once, the second sees what the first has raised.
      await tx.query('SELECT 1 FROM alert_rule WHERE id = $1 FOR NO KEY UPDATE', [rule.id]);
      const open = await rowsOf<{ id: string; partId: string }>(
        tx,
        `SELECT id, part_id AS "partId" FROM alert WHERE rule_id = $1 AND state <> 'closed'`,
        [rule.id],
      );
      const openBy = new Map(open.map(({ partId, id }) => [partId, id]));
      let isChanged = false;
      for (const [partId, reading] of readings) {
        const alertId = openBy.get(partId);
        const verdict = verdictOn(rule, reading, alertId !== undefined);
        if (verdict === 'raise' && reading !== null) await this.raise(tx, rule, partId, reading);
        else if (verdict === 'clear' && alertId) await this.clear(tx, alertId, reading);
        else if (alertId && reading !== null) await tx.update(Alert, alertId, { reading });
        isChanged ||= verdict !== 'hold';
      }
      if (isChanged) await tx.query(`SELECT pg_notify('live', 'indicators')`);
    });
  }

  private async raise(tx: Tx, rule: AlertRule, partId: string, reading: number): Promise<void> {
    const [id, at] = [newId(), this.clock.now()];
    await tx.insert(Alert, {
      ...{ id, ruleId: rule.id, bureauId: rule.bureauId, partId, state: 'open', reading, openedAt: at },
      ...{ acknowledgedAt: null, assigneeId: null, escalatedAt: null, closedAt: null },
    });
    await this.note(tx, id, 'raised', reading);
    await this.outbox.record(tx, alertRaised({ alertId: id, bureauId: rule.bureauId }));
  }

  private async clear(tx: Tx, id: string, reading: number | null): Promise<void> {
    await tx.update(Alert, id, { state: 'closed', closedAt: this.clock.now(), ...(reading !== null && { reading }) });
    await this.note(tx, id, 'closed', reading);
  }

  /** Alerts that nobody has acknowledged in the time that their rule gives: the bureau above is told, once. */
  private async escalate(): Promise<void> {
    await this.db.transaction(async (tx) => {
      const now = this.clock.now();
      const late = await rowsOf<Unanswered>(
        tx,
        `UPDATE alert a SET escalated_at = $1 FROM alert_rule r JOIN bureau b ON b.id = r.bureau_id JOIN region g ON g.id = b.region_id
         WHERE a.rule_id = r.id AND a.state = 'open' AND a.escalated_at IS NULL AND g.parent_id IS NOT NULL
           AND a.opened_at + r.escalate_hours * interval '1 hour' <= $1
         RETURNING a.id AS "alertId", a.bureau_id AS "bureauId", g.parent_id AS "regionId"`,
        [now],
      );
      for (const one of late) {
        await this.note(tx, one.alertId, 'escalated', null);
        await this.outbox.record(tx, alertEscalated(one));
      }
    });
  }

  private async note(tx: Tx, alertId: string, action: AlertAction, reading: number | null): Promise<void> {
    const at = this.clock.now();
    await tx.insert(AlertStep, { id: newId(), alertId, action, accountId: null, reading, note: '', at });
  }
}
