import { Injectable } from '@nestjs/common';
import { Audit, type AuditEntry } from '../../platform/audit/audit.js';
import type { EnterpriseViewer } from '../../platform/auth/viewer.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { notFound, orRefuse, type Refusal, RefusedError } from '../../platform/errors/index.js';
import { Idempotency } from '../../platform/idempotency/idempotency.js';
import { LabourNeed } from '../needs/need.entity.js';
import { Proposals } from '../proposals/proposal.service.js';
import { type BatchOutcome, freeSeats, refusalAt, takingOrder, unplaced } from './offer-batch.rules.js';
import { Offer } from './offer.entity.js';
import type { MakeOffersInput, OfferProposalsInput } from './offer.input.js';
import { type OfferChoice, Offers } from './offer.service.js';

/** What became of the proposals that were taken up, in their order. */
export interface ProposalOutcomes {
  readonly items: readonly { readonly proposalId: string }[];
  readonly outcomes: readonly BatchOutcome[];
}

/** Many offers at once: what can be sent is sent, and what cannot says why. */
@Injectable()
export class OfferBatches {
  constructor(
    private readonly db: Database,
    private readonly idempotency: Idempotency,
    private readonly audit: Audit,
    private readonly offers: Offers,
    private readonly proposals: Proposals,
  ) {}

  /** One outcome per item, in their order. The same key again answers the same outcomes, refusals included. */
  async make(viewer: EnterpriseViewer, input: MakeOffersInput): Promise<BatchOutcome[]> {
    return this.db.transaction((tx) =>
      this.idempotency.once(tx, viewer, 'makeOffers', input, () => this.sendAll(tx, viewer, input.items, refusalAt)),
    );
  }

  /**
   * Offers the free seats of a need to the workers proposed for it, the best first. One outcome per worker; the same key
   * again answers the same outcomes. NOT_FOUND at input.needId when the need is not the viewer's.
   */
  async makeFromProposals(viewer: EnterpriseViewer, input: OfferProposalsInput): Promise<ProposalOutcomes> {
    return this.db.transaction((tx) =>
      this.idempotency.once(tx, viewer, 'offerProposals', input, async () => {
        // Two at once would offer each free seat twice. Inserting an offer elsewhere does not wait for this lock.
        const need = orRefuse(
          await tx.findOne(LabourNeed, {
            where: { id: input.needId, hostId: viewer.enterpriseId },
            lock: { mode: 'for_no_key_update' },
          }),
          notFound('input.needId'),
        );
        const waiting = await tx.countBy(Offer, { needId: need.id, state: 'sent' });
        const best = await this.proposals.bestOf(tx, need.id, Math.min(input.limit, freeSeats(need, waiting)));
        const items = best.map((proposalId) => ({ proposalId }));
        return { items, outcomes: await this.sendAll(tx, viewer, items, (_, refusal) => unplaced(refusal)) };
      }),
    );
  }

  /** Sends what can be sent; `placed` says of each refusal where in the input it belongs. */
  private async sendAll(
    tx: Tx,
    viewer: EnterpriseViewer,
    items: readonly OfferChoice[],
    placed: (index: number, refusal: Refusal) => Refusal,
  ): Promise<BatchOutcome[]> {
    const entries: AuditEntry[] = [];
    const outcomes = new Map<number, BatchOutcome>();
    for (const index of takingOrder(items)) {
      const sent = await this.attempt(tx, viewer, items[index] ?? {});
      if (sent instanceof RefusedError) outcomes.set(index, { refusal: placed(index, sent.refusals[0]) });
      else {
        outcomes.set(index, { offerId: sent.subjectId });
        entries.push(sent);
      }
    }
    // Last: the first entry holds the enterprise's chain until the commit.
    for (const entry of entries) await this.audit.record(tx, viewer, entry);
    return [...outcomes].sort(([a], [b]) => a - b).map(([, outcome]) => outcome);
  }

  private attempt(tx: Tx, viewer: EnterpriseViewer, choice: OfferChoice): Promise<AuditEntry | RefusedError> {
    return this.db.attempt(tx, (inner) => this.offers.send(inner, viewer, choice));
  }
}
