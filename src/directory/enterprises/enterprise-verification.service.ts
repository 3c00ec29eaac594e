import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.js';
import type { BureauViewer, EnterpriseViewer } from '../../platform/auth/viewer.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { forbidden, notFound, orRefuse, refuse, refuseTransition } from '../../platform/errors/index.js';
import { type Page, type PageArgs, pageOf } from '../../platform/graphql/connection.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { Bureaus } from '../bureaus/bureau.service.js';
import { Enterprise } from './enterprise.entity.js';
import { enterpriseRejected, enterpriseSuspended, enterpriseVerified } from './enterprise.events.js';
import {
  type Decision,
  refuseCompletion,
  refuseUnseenLicence,
  refuseWithoutReason,
  stateAfter,
} from './enterprise.rules.js';
import { type EnterpriseDetails, Enterprises, peopleOf } from './enterprise.service.js';
import { verificationTransitions } from './enterprise.states.js';

export interface EnterpriseDecision {
  readonly enterpriseId: string;
  readonly decision: Decision;
  readonly note: string;
}

const decisionEvents = {
  verify: enterpriseVerified,
  reject: enterpriseRejected,
  suspend: enterpriseSuspended,
} as const;

/** The steps between an enterprise and the bureau in whose jurisdiction it lies. */
@Injectable()
export class EnterpriseVerification {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly enterprises: Enterprises,
    private readonly bureaus: Bureaus,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  /** Enterprises in the bureau's jurisdiction that wait for its decision, newest first. */
  async toVerify(viewer: BureauViewer, page: PageArgs): Promise<Page<Enterprise>> {
    const query = this.db.reader
      .createQueryBuilder(Enterprise, 'enterprise')
      .where(`enterprise.verification = 'submitted'`)
      .andWhere(
        'enterprise.regionId IN (SELECT below.region_id FROM region_ancestor below WHERE below.ancestor_id = :regionId)',
        { regionId: viewer.regionId },
      );
    return pageOf(query, page);
  }

  /** NOT_FOUND outside the jurisdiction. */
  async decide(viewer: BureauViewer, { enterpriseId, decision, note }: EnterpriseDecision): Promise<Enterprise> {
    return this.db.transaction(async (tx) => {
      const enterprise = await locked(tx, enterpriseId, 'input.enterpriseId');
      const covered = await this.bureaus.covers(tx, viewer.regionId, enterprise.regionId);
      const next = stateAfter(decision);
      refuse(
        (covered ? undefined : notFound('input.enterpriseId')) ??
          refuseTransition(verificationTransitions, enterprise.verification, next) ??
          refuseWithoutReason(decision, note) ??
          refuseUnseenLicence(decision, note, enterprise),
      );
      const details = { from: enterprise.verification, to: next };
      const decided = await tx.save(Object.assign(enterprise, { verification: next, verificationNote: note || null }));
      await this.outbox.record(tx, decisionEvents[decision]({ enterpriseId }));
      await this.audit.record(tx, viewer, {
        action: `enterprise.${decision}`,
        subjectType: 'enterprise',
        subjectId: enterpriseId,
        details,
      });
      return decided;
    });
  }

  /** The owner says who stands behind the registration, while its bureau has not decided. */
  async complete(
    viewer: EnterpriseViewer,
    people: Required<Pick<EnterpriseDetails, 'legalRepresentative' | 'handlerName'>>,
  ): Promise<Enterprise> {
    return this.db.transaction(async (tx) => {
      const enterprise = await locked(tx, viewer.enterpriseId, 'input');
      refuse((viewer.role === 'owner' ? undefined : forbidden) ?? refuseCompletion(enterprise));
      const completed = await tx.save(Object.assign(enterprise, peopleOf(people)));
      await this.audit.record(tx, viewer, {
        action: 'enterprise.complete',
        subjectType: 'enterprise',
        subjectId: enterprise.id,
      });
      return completed;
    });
  }

  /** The owner puts a rejected registration right and submits it again. */
  async resubmit(viewer: EnterpriseViewer, details: EnterpriseDetails): Promise<Enterprise> {
    return this.db.transaction(async (tx) => {
      const enterprise = await locked(tx, viewer.enterpriseId, 'input');
      refuse(
        (viewer.role === 'owner' ? undefined : forbidden) ??
          refuseTransition(verificationTransitions, enterprise.verification, 'submitted'),
      );
      const columns = await this.enterprises.checked(tx, details);
      const again = { verification: 'submitted', verificationNote: null, submittedAt: this.clock.now() } as const;
      const submitted = await tx.save(Object.assign(enterprise, columns, again));
      await this.audit.record(tx, viewer, {
        action: 'enterprise.submit',
        subjectType: 'enterprise',
        subjectId: enterprise.id,
      });
      return submitted;
    });
  }
}

async function locked(tx: Tx, id: string, field: string): Promise<Enterprise> {
  return orRefuse(
    await tx.findOne(Enterprise, { where: { id }, lock: { mode: 'pessimistic_write' } }),
    notFound(field),
  );
}
