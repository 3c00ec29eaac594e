import { Injectable } from '@nestjs/common';
import { type FindOptionsWhere, In } from 'typeorm';
import { Workers } from '../../directory/index.js';
import { Audit } from '../../platform/audit/audit.js';
import type { BatchLoad } from '../../platform/auth/request-context.js';
import type { EnterpriseViewer, Viewer, WorkerViewer } from '../../platform/auth/viewer.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { notFound, orRefuse, refuse, refuseTransition } from '../../platform/errors/index.js';
import { type Page, type PageArgs, pageOf } from '../../platform/graphql/connection.js';
import { Idempotency } from '../../platform/idempotency/idempotency.js';
import { newId } from '../../platform/ids/ids.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { blockedAmong, isBlockedPair } from '../blocks/block.loader.js';
import { applicationSubmitted } from '../labour.events.js';
import { LabourNeed } from '../needs/need.entity.js';
import { barredAmong } from '../restrictions/restriction.loader.js';
import { Application, type ApplicationState } from './application.entity.js';
import type { ApplyInput } from './application.input.js';
import { type ApplicantFacts, applicationKind, refuseApplication } from './application.rules.js';
import { applicationTransitions } from './application.states.js';

/** A worker's own requests. Who receives one depends on its kind: the host, or the worker's employer. */
@Injectable()
export class Applications {
  constructor(
    private readonly db: Database,
    private readonly idempotency: Idempotency,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly workers: Workers,
  ) {}

  async apply(viewer: WorkerViewer, input: ApplyInput): Promise<Application> {
    const id = await this.db.transaction((tx) =>
      this.idempotency.once(tx, viewer, 'applyForNeed', input, async () => {
        const need = orRefuse(await tx.findOneBy(LabourNeed, { id: input.needId }), notFound('input.needId'));
        refuse(refuseApplication(need, await this.factsOf(tx, need, viewer.workerId)));
        const worker = await this.workers.require(tx, viewer.workerId, 'input');
        const application = {
          ...{ id: newId(), needId: need.id, workerId: worker.id, kind: applicationKind(worker) },
          ...{ employerId: worker.homeEnterpriseId, state: 'submitted' as const, note: input.note },
        };
        await tx.insert(Application, application);
        const { id: applicationId, needId, workerId, employerId } = application;
        await this.outbox.record(
          tx,
          applicationSubmitted({ applicationId, needId, workerId, employerId, hostId: need.hostId }),
        );
        await this.audit.record(tx, viewer, {
          action: 'application.submit',
          subjectType: 'application',
          subjectId: applicationId,
          details: { kind: application.kind },
        });
        return applicationId;
      }),
    );
    return this.db.reader.findOneByOrFail(Application, { id });
  }

  /** The applicant takes it back. */
  async withdraw(viewer: WorkerViewer, applicationId: string): Promise<Application> {
    return this.decide(viewer, applicationId, { workerId: viewer.workerId }, 'withdrawn');
  }

  /** The host (direct) or the employer (interest) says no. */
  async decline(viewer: EnterpriseViewer, applicationId: string): Promise<Application> {
    const { needId, employerId } = orRefuse(
      await this.db.reader.findOneBy(Application, { id: applicationId }),
      notFound('input.applicationId'),
    );
    if (employerId === null)
      orRefuse(
        await this.db.reader.findOneBy(LabourNeed, { id: needId, hostId: viewer.enterpriseId }),
        notFound('input.applicationId'),
      );
    return this.decide(
      viewer,
      applicationId,
      employerId === null ? {} : { employerId: viewer.enterpriseId },
      'declined',
    );
  }

  /** Key of `factsByKey`: the batch serves one request, so the viewer is part of it. */
  static key(viewer: Viewer, need: { readonly id: string; readonly hostId: string }): string {
    return `${viewer.kind === 'worker' ? viewer.workerId : '-'} ${need.id} ${need.hostId}`;
  }

  /** By key: what stands between the viewing worker and the need; nothing for viewers who are no worker. */
  readonly factsByKey: BatchLoad<ApplicantFacts> = async (keys) => {
    const [workerId = '-'] = keys[0]?.split(' ') ?? [];
    if (workerId === '-') return new Map();
    const needs = keys.map((key) => {
      const [, id = '', hostId = ''] = key.split(' ');
      return { key, id, hostId };
    });
    const ids = needs.map(({ id }) => id);
    const applied = await this.standing(this.db.reader, ids, workerId);
    const barred = await barredAmong(this.db.reader, workerId, ids);
    const blocked = await blockedAmong(
      this.db.reader,
      workerId,
      needs.map(({ hostId }) => hostId),
    );
    return new Map(
      needs.map(({ key, id, hostId }) => [
        key,
        { hasApplied: applied.has(id), isBlocked: blocked.has(hostId), isBarredWork: barred.has(id) },
      ]),
    );
  };

  /** Marks an application as answered by an offer, in the caller's transaction. */
  async take(tx: Tx, application: Application): Promise<void> {
    refuse(refuseTransition(applicationTransitions, application.state, 'taken'));
    await tx.update(Application, application.id, { state: 'taken' });
  }

  async mine(viewer: WorkerViewer, page: PageArgs): Promise<Page<Application>> {
    return pageOf(
      this.db.reader.createQueryBuilder(Application, 'application').where('application.workerId = :workerId', viewer),
      page,
    );
  }

  /** Interests of the viewer's own employees. */
  async interests(viewer: EnterpriseViewer, page: PageArgs): Promise<Page<Application>> {
    return pageOf(
      this.db.reader
        .createQueryBuilder(Application, 'application')
        .where('application.employerId = :enterpriseId', viewer),
      page,
    );
  }

  /** Direct applications for one need; the caller has checked that it is the viewer's. Interests are the employer's to see. */
  async ofNeed(needId: string, page: PageArgs): Promise<Page<Application>> {
    return pageOf(
      this.db.reader
        .createQueryBuilder(Application, 'application')
        .where(`application.needId = :needId AND application.kind = 'direct'`, { needId }),
      page,
    );
  }

  private async factsOf(tx: Tx, { id, hostId }: LabourNeed, workerId: string): Promise<ApplicantFacts> {
    const applied = await this.standing(tx, [id], workerId);
    const barred = await barredAmong(tx, workerId, [id]);
    return {
      hasApplied: applied.size > 0,
      isBlocked: await isBlockedPair(tx, workerId, hostId),
      isBarredWork: barred.size > 0,
    };
  }

  private async standing(tx: Tx, needIds: readonly string[], workerId: string): Promise<Set<string>> {
    const rows = await tx.findBy(Application, { needId: In([...needIds]), workerId, state: 'submitted' });
    return new Set(rows.map(({ needId }) => needId));
  }

  private async decide(
    viewer: Viewer,
    id: string,
    owned: FindOptionsWhere<Application>,
    state: ApplicationState,
  ): Promise<Application> {
    return this.db.transaction(async (tx) => {
      const application = orRefuse(
        await tx.findOne(Application, { where: { ...owned, id }, lock: { mode: 'pessimistic_write' } }),
        notFound('input.applicationId'),
      );
      refuse(refuseTransition(applicationTransitions, application.state, state));
      await tx.update(Application, id, { state });
      await this.audit.record(tx, viewer, {
        action: `application.${state}`,
        subjectType: 'application',
        subjectId: id,
      });
      return { ...application, state };
    });
  }
}
