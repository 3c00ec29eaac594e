import { Injectable } from '@nestjs/common';
import { Certificates, Sanctions } from '../../directory/index.js';
import { Audit, type AuditEntry } from '../../platform/audit/audit.js';
import { type BureauViewer, type EnterpriseViewer, system, type Viewer } from '../../platform/auth/viewer.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { notFound, orRefuse, RefusedError, refuse, refuseAll, refuseTransition } from '../../platform/errors/index.js';
import { type Page, type PageArgs, pageOf } from '../../platform/graphql/connection.js';
import { Idempotency } from '../../platform/idempotency/idempotency.js';
import { newId } from '../../platform/ids/ids.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { needChanged, needEnded, needPublished } from '../labour.events.js';
import { LabourNeed } from './need.entity.js';
import type { ChangeNeedInput, PublishNeedInput } from './need.input.js';
import { inJurisdiction, visibleTo } from './need.policy.js';
import {
  refuseBackwardPeriod,
  refuseChange,
  refuseDiscrimination,
  refuseHeadcountBelowTaken,
  refuseLongPeriod,
  refusePastStart,
} from './need.rules.js';
import { type NeedState, needTransitions } from './need.states.js';

export interface NeedFilter {
  readonly occupationId?: string;
  readonly regionId?: string;
  readonly mine?: boolean;
}

/** What a need says. */
export type NewNeed = Omit<PublishNeedInput, 'idempotencyKey'>;

/** Use cases of labour needs: publish, change, end, find. */
@Injectable()
export class Needs {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly idempotency: Idempotency,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly sanctions: Sanctions,
    private readonly certificates: Certificates,
  ) {}

  /** Publishes a need of the viewer's enterprise; the same key again answers the same need. */
  async publish(viewer: EnterpriseViewer, input: PublishNeedInput): Promise<LabourNeed> {
    const { idempotencyKey: _key, ...facts } = input;
    const id = await this.db.transaction((tx) =>
      this.idempotency.once(tx, viewer, 'publishNeed', input, async () => {
        const published = await this.publishIn(tx, viewer, facts);
        await this.audit.record(tx, viewer, published);
        return published.subjectId;
      }),
    );
    return this.require(viewer, id);
  }

  /** The same in the caller's transaction, who records the entry that it answers in the audit trail, last. */
  async publishIn(tx: Tx, viewer: EnterpriseViewer, facts: NewNeed): Promise<AuditEntry> {
    refuse(await this.sanctions.refuseDealing(tx, [viewer.enterpriseId]));
    refuseAll([
      refuseBackwardPeriod(facts) ?? refuseLongPeriod(facts),
      refusePastStart(facts, this.clock.today()),
      refuseDiscrimination(facts.description),
    ]);
    await this.certificates.require(tx, facts.certificateCodes, 'input.certificateCodes');
    const need = {
      ...facts,
      id: newId(),
      hostId: viewer.enterpriseId,
      state: 'open' as const,
      publishedAt: this.clock.now(),
    };
    await tx.insert(LabourNeed, need);
    await this.outbox.record(tx, needPublished({ needId: need.id, hostId: need.hostId, regionId: need.regionId }));
    const details = { headcount: need.headcount };
    return { action: 'need.publish', subjectType: 'need', subjectId: need.id, details };
  }

  /** Changes an open need of the viewer's enterprise. */
  async change(viewer: EnterpriseViewer, { needId, ...changes }: ChangeNeedInput): Promise<LabourNeed> {
    await this.db.transaction(async (tx) => {
      const need = await this.lockOwn(tx, viewer, needId);
      refuse(refuseChange(need));
      refuseAll([
        changes.headcount === undefined ? undefined : refuseHeadcountBelowTaken(changes.headcount, need.seatsTaken),
        changes.description === undefined ? undefined : refuseDiscrimination(changes.description),
      ]);
      const given = Object.fromEntries(
        Object.entries(changes).filter(([, value]: [string, unknown]) => value !== undefined && value !== null),
      );
      if (Object.keys(given).length === 0) return;
      await tx.update(LabourNeed, needId, given);
      await this.outbox.record(tx, needChanged({ needId, hostId: need.hostId, regionId: need.regionId }));
      await this.audit.record(tx, viewer, {
        action: 'need.change',
        subjectType: 'need',
        subjectId: needId,
        details: { fields: Object.keys(given) },
      });
    });
    return this.require(viewer, needId);
  }

  /** Ends a need of the viewer's enterprise: closed (placements go on) or cancelled. */
  async end(viewer: EnterpriseViewer, needId: string, state: 'closed' | 'cancelled'): Promise<LabourNeed> {
    await this.db.transaction((tx) => this.endIn(tx, viewer, needId, state));
    return this.require(viewer, needId);
  }

  /** The same in the caller's transaction; call it late, because it records its audit entry. */
  async endIn(tx: Tx, viewer: EnterpriseViewer, needId: string, state: 'closed' | 'cancelled'): Promise<void> {
    const need = await this.lockOwn(tx, viewer, needId);
    await this.finish(tx, viewer, need, state);
  }

  /** Expires needs whose last day has passed; safe to repeat. Returns how many. */
  async expirePast(): Promise<number> {
    return this.db.transaction(async (tx) => {
      const past = await tx
        .createQueryBuilder(LabourNeed, 'need')
        .where(`need.state = 'open' AND need.endsOn < :today`, { today: this.clock.today() })
        .setLock('pessimistic_write')
        .take(500)
        .getMany();
      for (const need of past) await this.finish(tx, system, need, 'expired');
      return past.length;
    });
  }

  /**
   * A bureau takes an open need of its jurisdiction down, in the caller's transaction, who records the entry that it
   * answers in the audit trail, last. NOT_FOUND at input.needId outside the jurisdiction.
   */
  async remove(tx: Tx, viewer: BureauViewer, id: string, reason: string): Promise<AuditEntry> {
    const query = inJurisdiction(tx.createQueryBuilder(LabourNeed, 'need').where('need.id = :id', { id }), viewer);
    const need = orRefuse(await query.setLock('pessimistic_write').getOne(), notFound('input.needId'));
    refuse(refuseTransition(needTransitions, need.state, 'cancelled'));
    await tx.update(LabourNeed, id, { state: 'cancelled', removalNote: reason });
    await this.outbox.record(tx, needEnded({ needId: id, hostId: need.hostId, regionId: need.regionId }));
    return { action: 'need.removed', subjectType: 'need', subjectId: id };
  }

  /** A need the viewer may see; NOT_FOUND otherwise, at `field` if it is given. */
  async require(viewer: Viewer, id: string, field?: string): Promise<LabourNeed> {
    const query = this.db.reader.createQueryBuilder(LabourNeed, 'need').where('need.id = :id', { id });
    return orRefuse(await visibleTo(query, viewer).getOne(), notFound(field));
  }

  /** Refuses with NOT_FOUND when the need is not the viewer's. */
  async requireOwn(viewer: EnterpriseViewer, id: string): Promise<void> {
    if (!(await this.db.reader.existsBy(LabourNeed, { id, hostId: viewer.enterpriseId })))
      throw new RefusedError(notFound());
  }

  /** Needs the viewer may see, newest first. */
  async list(viewer: Viewer, filter: NeedFilter, page: PageArgs): Promise<Page<LabourNeed>> {
    const query = visibleTo(this.db.reader.createQueryBuilder(LabourNeed, 'need').where('TRUE'), viewer);
    if (filter.occupationId) query.andWhere('need.occupationId = :occupationId', filter);
    if (filter.regionId)
      query.andWhere('need.region_id IN (SELECT region_id FROM region_ancestor WHERE ancestor_id = :regionId)', filter);
    if (filter.mine)
      query.andWhere('need.hostId = :own', { own: viewer.kind === 'enterprise' ? viewer.enterpriseId : null });
    return pageOf(query, page);
  }

  /** Needs by id, for lists that name them. */
  readonly byIds = async (ids: readonly string[]): Promise<Map<string, LabourNeed>> => {
    const rows = await this.db.reader
      .createQueryBuilder(LabourNeed, 'need')
      .whereInIds([...ids])
      .getMany();
    return new Map(rows.map((need) => [need.id, need]));
  };

  private async lockOwn(tx: Tx, viewer: EnterpriseViewer, id: string): Promise<LabourNeed> {
    const need = await tx.findOne(LabourNeed, {
      where: { id, hostId: viewer.enterpriseId },
      lock: { mode: 'pessimistic_write' },
    });
    return orRefuse(need, notFound('input.needId'));
  }

  private async finish(tx: Tx, viewer: Viewer, need: LabourNeed, state: NeedState): Promise<void> {
    refuse(refuseTransition(needTransitions, need.state, state));
    await tx.update(LabourNeed, need.id, { state });
    await this.outbox.record(tx, needEnded({ needId: need.id, hostId: need.hostId, regionId: need.regionId }));
    await this.audit.record(tx, viewer, { action: `need.${state}`, subjectType: 'need', subjectId: need.id });
  }
}
