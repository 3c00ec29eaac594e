import { Injectable } from '@nestjs/common';
import { Audit, type AuditEntry } from '../../platform/audit/audit.js';
import type { EnterpriseViewer, Viewer } from '../../platform/auth/viewer.js';
import { Clock, HOUR_MS } from '../../platform/clock/clock.js';
import { Config } from '../../platform/config/config.js';
import { Database, rowsOf, type Tx } from '../../platform/database/database.js';
import { notFound, orRefuse, RefusedError, refuse } from '../../platform/errors/index.js';
import { type Page, pageOf } from '../../platform/graphql/connection.js';
import { Idempotency } from '../../platform/idempotency/idempotency.js';
import { newId } from '../../platform/ids/ids.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { Application } from '../applications/application.entity.js';
import { Dealings } from '../dealings/dealing.service.js';
import { offerSent } from '../labour.events.js';
import { labourMessages } from '../labour.messages.js';
import { LabourNeed } from '../needs/need.entity.js';
import type { Period } from '../needs/need.rules.js';
import { Proposal } from '../proposals/proposal.entity.js';
import { Offer } from './offer.entity.js';
import type { MakeOfferInput, OfferListArgs } from './offer.input.js';
import { offersAs, offersOf } from './offer.policy.js';
import { commonPeriod, dealKind, refuseFullNeed, refuseLenderIsHost, refuseStaleProposal } from './offer.rules.js';

/** Whom to offer a seat: one of the two. */
export interface OfferChoice {
  readonly proposalId?: string | null;
  readonly applicationId?: string | null;
}

interface Candidate {
  readonly needId: string;
  readonly workerId: string;
  readonly proposalId: string | null;
  readonly applicationId: string | null;
}

/** A host offers a seat to a proposed or applying worker. Answers to offers: offer-answer.service.ts. */
@Injectable()
export class Offers {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly idempotency: Idempotency,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly dealings: Dealings,
  ) {}

  /** Sends an offer; the same key again answers the same offer. */
  async make(viewer: EnterpriseViewer, input: MakeOfferInput): Promise<Offer> {
    const id = await this.db.transaction((tx) =>
      this.idempotency.once(tx, viewer, 'makeOffer', input, async () => {
        const sent = await this.send(tx, viewer, input);
        await this.audit.record(tx, viewer, sent);
        return sent.subjectId;
      }),
    );
    return this.require(viewer, id);
  }

  /** Sends an offer in the caller's transaction, who records the entry that it answers in the audit trail, last. */
  async send(tx: Tx, viewer: EnterpriseViewer, choice: OfferChoice): Promise<AuditEntry> {
    const candidate = await this.takeCandidate(tx, viewer, choice);
    const need = await this.ownNeed(tx, viewer, candidate.needId);
    const worker = await this.dealings.candidate(tx, need.hostId, candidate.workerId);
    const available = await availabilityFor(tx, candidate.workerId, need);
    refuse(
      refuseFullNeed(need) ??
        refuseLenderIsHost(viewer.enterpriseId, worker.homeEnterpriseId) ??
        refuseStaleProposal(candidate.proposalId, available),
    );
    const offer = {
      ...{
        id: newId(),
        ...candidate,
        hostId: need.hostId,
        lenderId: worker.homeEnterpriseId,
        kind: dealKind(worker),
      },
      ...commonPeriod(need, available),
      ...{ wageFen: need.wageFen, wageUnit: need.wageUnit, currency: need.currency },
      ...{ state: 'sent' as const, expiresAt: this.clock.in(this.config.settings.OFFER_HOURS * HOUR_MS) },
    };
    await tx.insert(Offer, offer);
    const { id, hostId, lenderId, needId, workerId } = offer;
    await this.outbox.record(
      tx,
      offerSent({ offerId: id, needId, workerId, hostId, lenderId, regionId: need.regionId }),
    );
    const details = { needId, workerId, kind: offer.kind };
    return { action: 'offer.send', subjectType: 'offer', subjectId: id, details };
  }

  /** An offer the viewer is party to; NOT_FOUND otherwise. */
  async require(viewer: Viewer, id: string): Promise<Offer> {
    const query = this.db.reader.createQueryBuilder(Offer, 'offer').where('offer.id = :id', { id });
    return orRefuse(await offersOf(query, viewer).getOne(), notFound('input.offerId'));
  }

  /** Offers the viewer is party to, newest first. */
  async list(viewer: Viewer, args: OfferListArgs): Promise<Page<Offer>> {
    const query = offersOf(this.db.reader.createQueryBuilder(Offer, 'offer').where('TRUE'), viewer);
    if (args.state) query.andWhere('offer.state = :state', args);
    if (args.role) offersAs(query, viewer, args.role);
    if (args.needId) query.andWhere('offer.needId = :needId', args);
    return pageOf(query, args);
  }

  readonly byIds = async (ids: readonly string[]): Promise<Map<string, Offer>> => {
    const rows = await this.db.reader
      .createQueryBuilder(Offer, 'offer')
      .whereInIds([...ids])
      .getMany();
    return new Map(rows.map((offer) => [offer.id, offer]));
  };

  /** The proposal or application that the offer answers, ended as taken. What is another host's does not exist. */
  private async takeCandidate(
    tx: Tx,
    viewer: EnterpriseViewer,
    { proposalId, applicationId }: OfferChoice,
  ): Promise<Candidate> {
    if (Boolean(proposalId) === Boolean(applicationId)) {
      throw new RefusedError({
        code: 'VALIDATION_FAILED',
        message: labourMessages.oneOfProposalOrApplication,
        field: 'input.proposalId',
      });
    }
    if (proposalId) {
      const proposal = orRefuse(
        await tx.findOne(Proposal, { where: { id: proposalId }, lock: { mode: 'pessimistic_write' } }),
        notFound('input.proposalId'),
      );
      await this.requireHost(tx, viewer, proposal.needId, 'input.proposalId');
      if (proposal.state !== 'proposed')
        throw new RefusedError({ code: 'CONFLICT', message: labourMessages.proposalGone, field: 'input.proposalId' });
      await tx.update(Proposal, proposalId, { state: 'taken', decidedAt: this.clock.now() });
      return { needId: proposal.needId, workerId: proposal.workerId, proposalId, applicationId: null };
    }
    const application = orRefuse(
      await tx.findOne(Application, {
        where: { id: applicationId ?? '', kind: 'direct', state: 'submitted' },
        lock: { mode: 'pessimistic_write' },
      }),
      notFound('input.applicationId'),
    );
    await this.requireHost(tx, viewer, application.needId, 'input.applicationId');
    await tx.update(Application, application.id, { state: 'taken' });
    // The worker may be proposed elsewhere at this moment; an open offer pins them here.
    await tx.update(
      Proposal,
      { workerId: application.workerId, state: 'proposed' },
      { state: 'superseded', decidedAt: this.clock.now() },
    );
    return {
      needId: application.needId,
      workerId: application.workerId,
      proposalId: null,
      applicationId: application.id,
    };
  }

  private async requireHost(tx: Tx, viewer: EnterpriseViewer, needId: string, field: string): Promise<void> {
    if (!(await tx.existsBy(LabourNeed, { id: needId, hostId: viewer.enterpriseId })))
      throw new RefusedError(notFound(field));
  }

  private async ownNeed(tx: Tx, viewer: EnterpriseViewer, id: string): Promise<LabourNeed> {
    return orRefuse(await tx.findOneBy(LabourNeed, { id, hostId: viewer.enterpriseId }), notFound());
  }
}

/** The worker's open availability that overlaps the need, if any: it bounds what can be offered. */
async function availabilityFor(tx: Tx, workerId: string, need: Period): Promise<Period | undefined> {
  const [row] = await rowsOf<Period>(
    tx,
    `SELECT starts_on::text AS "startsOn", ends_on::text AS "endsOn" FROM availability
     WHERE worker_id = $1 AND state = 'open' AND daterange(starts_on, ends_on, '[]') && daterange($2, $3, '[]')
     ORDER BY starts_on LIMIT 1`,
    [workerId, need.startsOn, need.endsOn],
  );
  return row;
}
