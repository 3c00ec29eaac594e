import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Audit } from '../../platform/audit/audit.js';
import type { BatchLoad } from '../../platform/auth/request-context.js';
import type { EnterpriseViewer, Viewer, WorkerViewer } from '../../platform/auth/viewer.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { notFound, orRefuse, refuse } from '../../platform/errors/index.js';
import { type Page, type PageArgs, pageOf } from '../../platform/graphql/connection.js';
import { Idempotency } from '../../platform/idempotency/idempotency.js';
import { newId } from '../../platform/ids/ids.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { LineObjection, Settlement, SettlementLine, WorkerPayment } from './settlement.entity.js';
import { lineObjected, objectionAnswered } from './settlement.events.js';
import type { AnswerObjectionInput, ObjectToLineInput } from './settlement.input.js';
import { linesOf, objectionsOf } from './settlement.policy.js';
import { refuseAnswer, refuseObjection } from './settlement.rules.js';

/** A worker's own line: reading it, objecting to it, and the lender's answer. */
@Injectable()
export class PayLines {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly idempotency: Idempotency,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  /** A line the viewer may see; NOT_FOUND otherwise. */
  async require(viewer: Viewer, id: string): Promise<SettlementLine> {
    const query = this.db.reader.createQueryBuilder(SettlementLine, 'line').where('line.id = :id', { id });
    return orRefuse(await linesOf(query, viewer).getOne(), notFound());
  }

  /** The worker's own lines, newest first. */
  async mine(viewer: WorkerViewer, page: PageArgs): Promise<Page<SettlementLine>> {
    return pageOf(linesOf(this.db.reader.createQueryBuilder(SettlementLine, 'line').where('TRUE'), viewer), page);
  }

  /** The worker says that their line is wrong. */
  async object(viewer: WorkerViewer, input: ObjectToLineInput): Promise<LineObjection> {
    const id = await this.db.transaction((tx) =>
      this.idempotency.once(tx, viewer, 'objectToLine', input, async () => {
        const query = tx.createQueryBuilder(SettlementLine, 'line').where('line.id = :id', { id: input.lineId });
        const line = orRefuse(
          await linesOf(query, viewer).setLock('pessimistic_write').getOne(),
          notFound('input.lineId'),
        );
        refuse(refuseObjection(await tx.countBy(LineObjection, { lineId: line.id, state: 'open' })));
        const { lenderId, agreementId } = await tx.findOneByOrFail(Settlement, { id: line.settlementId });
        const key = { id: newId(), lineId: line.id, workerId: viewer.workerId, lenderId };
        const objection = {
          ...key,
          agreementId,
          state: 'open',
          reason: input.reason,
          createdAt: this.clock.now(),
        } as const;
        await tx.insert(LineObjection, objection);
        await this.outbox.record(tx, lineObjected(toEvent(objection)));
        const entry = { action: 'settlement-line.object', subjectType: 'settlement-line', subjectId: line.id };
        await this.audit.record(tx, viewer, entry);
        return objection.id;
      }),
    );
    return this.requireObjection(viewer, id);
  }

  /** The lender answers; what it grants is paid with the worker's line of the next settlement. */
  async answer(viewer: EnterpriseViewer, input: AnswerObjectionInput): Promise<LineObjection> {
    return this.db.transaction(async (tx) => {
      const where = { id: input.objectionId, lenderId: viewer.enterpriseId };
      const objection = orRefuse(
        await tx.findOne(LineObjection, { where, lock: { mode: 'pessimistic_write' } }),
        notFound('input.objectionId'),
      );
      const state = input.accept ? 'accepted' : 'rejected';
      const { answer, correctionFen } = input;
      if (objection.state === state && objection.correctionFen === correctionFen) return objection;
      refuse(refuseAnswer(objection.state, state, correctionFen));
      const changes = { state, answer, correctionFen, answeredAt: this.clock.now() } as const;
      await tx.update(LineObjection, objection.id, changes);
      await this.outbox.record(tx, objectionAnswered({ ...toEvent(objection), state }));
      const entry = { action: `settlement-line.objection-${state}`, subjectType: 'settlement-line' };
      await this.audit.record(tx, viewer, { ...entry, subjectId: objection.lineId, details: { correctionFen } });
      return Object.assign(objection, changes);
    });
  }

  readonly paymentsOf: BatchLoad<WorkerPayment[]> = async (ids) => {
    const rows = await this.db.reader.find(WorkerPayment, { where: { lineId: In([...ids]) }, order: { id: 'ASC' } });
    return new Map(ids.map((id) => [id, rows.filter(({ lineId }) => lineId === id)]));
  };

  readonly objectionsOf: BatchLoad<LineObjection[]> = async (ids) => {
    const rows = await this.db.reader.find(LineObjection, { where: { lineId: In([...ids]) }, order: { id: 'ASC' } });
    return new Map(ids.map((id) => [id, rows.filter(({ lineId }) => lineId === id)]));
  };

  /** Of a line's objections, those that the viewer may see: all to its worker and the lender, none to the host. */
  shownTo(viewer: Viewer, line: SettlementLine, objections: readonly LineObjection[]): LineObjection[] {
    return objections.filter(({ lenderId }) =>
      viewer.kind === 'worker'
        ? viewer.workerId === line.workerId
        : viewer.kind === 'enterprise' && viewer.enterpriseId === lenderId,
    );
  }

  private async requireObjection(viewer: Viewer, id: string): Promise<LineObjection> {
    const query = this.db.reader.createQueryBuilder(LineObjection, 'objection').where('objection.id = :id', { id });
    return orRefuse(await objectionsOf(query, viewer).getOne(), notFound());
  }
}

function toEvent({ id, lineId, workerId, lenderId }: Pick<LineObjection, 'id' | 'lineId' | 'workerId' | 'lenderId'>) {
  return { objectionId: id, lineId, workerId, lenderId };
}
