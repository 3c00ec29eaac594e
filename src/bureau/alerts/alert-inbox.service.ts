import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.js';
import type { BatchLoad } from '../../platform/auth/request-context.js';
import type { BureauViewer } from '../../platform/auth/viewer.js';
import { Clock } from '../../platform/clock/clock.js';
import { groupBy } from '../../platform/collections/group-by.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { notFound, orRefuse, refuse, refuseTransition } from '../../platform/errors/index.js';
import { type Page, pageOf } from '../../platform/graphql/connection.js';
import { newId } from '../../platform/ids/ids.js';
import { bureauMessages } from '../bureau.messages.js';
import { Alert, type AlertAction, AlertStep } from './alert.entity.js';
import type { AlertInput, AlertListArgs, AssignAlertInput } from './alert.input.js';
import { alertTransitions } from './alert.states.js';
import type { ListedStep } from './alert.view.js';

/** What a bureau does about the alerts of its rules. A bureau above reads all of those below it. */
@Injectable()
export class AlertInbox {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  readonly stepsOf: BatchLoad<readonly ListedStep[]> = async (ids) => {
    const rows = await this.db.rows<ListedStep>(
      `SELECT s.id, s.alert_id AS "alertId", s.action, s.account_id AS "accountId", a.login, s.reading, s.note, s.at
       FROM alert_step s LEFT JOIN account a ON a.id = s.account_id WHERE s.alert_id = ANY($1) ORDER BY s.id`,
      [ids],
    );
    return groupBy(rows, ({ alertId }) => alertId);
  };

  readonly loginsOf: BatchLoad<string> = async (ids) => {
    const rows = await this.db.rows<{ id: string; login: string }>('SELECT id, login FROM account WHERE id = ANY($1)', [
      ids,
    ]);
    return new Map(rows.map(({ id, login }) => [id, login]));
  };

  /** Newest first: those of the viewer's bureau, and of bureaus whose region lies inside its own. */
  async page({ regionId }: BureauViewer, { state, ...page }: AlertListArgs): Promise<Page<Alert>> {
    const query = this.db.reader.createQueryBuilder(Alert, 'alert').where(visible, { regionId });
    return pageOf(state === undefined ? query : query.andWhere('alert.state = :state', { state }), page);
  }

  /** An alert that the viewer may see; NOT_FOUND otherwise. */
  async require({ regionId }: BureauViewer, id: string, field?: string): Promise<Alert> {
    const query = this.db.reader.createQueryBuilder(Alert, 'alert').where(visible, { regionId });
    return orRefuse(await query.andWhere('alert.id = :id', { id }).getOne(), notFound(field));
  }

  async acknowledge(viewer: BureauViewer, input: AlertInput): Promise<Alert> {
    return this.step(viewer, input, 'acknowledged', () => ({ ...this.answered(), assigneeId: viewer.accountId }));
  }

  /** To somebody of the same bureau: VALIDATION_FAILED at input.login otherwise. Whoever assigns has answered. */
  async assign(viewer: BureauViewer, input: AssignAlertInput): Promise<Alert> {
    const [found] = await this.db.rows<{ id: string }>(
      'SELECT id FROM account WHERE login = lower($1) AND bureau_id = $2 AND disabled_at IS NULL',
      [input.login, viewer.bureauId],
    );
    const noColleague = {
      code: 'VALIDATION_FAILED' as const,
      message: bureauMessages.noColleague,
      field: 'input.login',
    };
    const { id: assigneeId } = orRefuse(found, noColleague);
    return this.step(viewer, input, 'assigned', ({ state }) => ({
      ...(state === 'open' && this.answered()),
      assigneeId,
    }));
  }

  async note(viewer: BureauViewer, input: AlertInput): Promise<Alert> {
    refuse(
      input.note.trim() === ''
        ? { code: 'VALIDATION_FAILED', message: bureauMessages.noteNeeded, field: 'input.note' }
        : undefined,
    );
    return this.step(viewer, input, 'noted', () => undefined);
  }

  /** Before the figure does. It may be raised again as soon as its rule is looked at. */
  async close(viewer: BureauViewer, input: AlertInput): Promise<Alert> {
    return this.step(viewer, input, 'closed', () => ({ state: 'closed', closedAt: this.clock.now() }));
  }

  private answered(): Partial<Alert> {
    return { state: 'acknowledged', acknowledgedAt: this.clock.now() };
  }

  /** Whatever is done is done while the alert is not closed, and is kept. */
  private async step(
    viewer: BureauViewer,
    { alertId, note }: AlertInput,
    action: AlertAction,
    changeOf: (alert: Alert) => Partial<Alert> | undefined,
  ): Promise<Alert> {
    await this.db.transaction(async (tx) => {
      const alert = await this.lock(tx, viewer, alertId);
      const change = changeOf(alert);
      refuse(refuseTransition(alertTransitions, alert.state, change?.state ?? 'closed'));
      if (change) await tx.update(Alert, alertId, change);
      const { accountId } = viewer;
      await tx.insert(AlertStep, {
        ...{ id: newId(), alertId, action, accountId, reading: alert.reading, note, at: this.clock.now() },
      });
      await tx.query(`SELECT pg_notify('live', 'indicators')`);
      await this.audit.record(tx, viewer, { action: `alert.${action}`, subjectType: 'alert', subjectId: alertId });
    });
    return this.require(viewer, alertId);
  }

  /** Only the bureau whose rule raised it acts; NOT_FOUND at input.alertId for others. */
  private async lock(tx: Tx, { bureauId }: BureauViewer, id: string): Promise<Alert> {
    const lock = { mode: 'for_no_key_update' as const };
    return orRefuse(await tx.findOne(Alert, { where: { id, bureauId }, lock }), notFound('input.alertId'));
  }
}

const visible = `alert.bureauId IN (SELECT b.id FROM bureau b JOIN region_ancestor a ON a.region_id = b.region_id WHERE a.ancestor_id = :regionId)`;
