import { Injectable } from '@nestjs/common';
import { Audit, type AuditEntry } from '../../platform/audit/audit.js';
import type { EnterpriseViewer } from '../../platform/auth/viewer.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { RefusedError } from '../../platform/errors/index.js';
import { Idempotency } from '../../platform/idempotency/idempotency.js';
import { type BatchOutcome, refusalAt, takingOrder } from './offer-batch.rules.js';
import type { MakeOffersInput } from './offer.input.js';
import { type OfferChoice, Offers } from './offer.service.js';

/** Many offers at once: what can be sent is sent, and what cannot says why. */
@Injectable()
export class OfferBatches {
  constructor(
    private readonly db: Database,
    private readonly idempotency: Idempotency,
    private readonly audit: Audit,
    private readonly offers: Offers,
  ) {}

  /** One outcome per item, in their order. The same key again answers the same outcomes, refusals included. */
  async make(viewer: EnterpriseViewer, input: MakeOffersInput): Promise<BatchOutcome[]> {
    return this.db.transaction((tx) =>
      this.idempotency.once(tx, viewer, 'makeOffers', input, async () => {
        const entries: AuditEntry[] = [];
        const outcomes = new Map<number, BatchOutcome>();
        for (const index of takingOrder(input.items)) {
          const sent = await this.attempt(tx, viewer, input.items[index] ?? {});
          if (sent instanceof RefusedError) outcomes.set(index, { refusal: refusalAt(index, sent.refusals[0]) });
          else {
            outcomes.set(index, { offerId: sent.subjectId });
            entries.push(sent);
          }
        }
        // Last: the first entry holds the enterprise's chain until the commit.
        for (const entry of entries) await this.audit.record(tx, viewer, entry);
        return [...outcomes].sort(([a], [b]) => a - b).map(([, outcome]) => outcome);
      }),
    );
  }

  private attempt(tx: Tx, viewer: EnterpriseViewer, choice: OfferChoice): Promise<AuditEntry | RefusedError> {
    return this.db.attempt(tx, (inner) => this.offers.send(inner, viewer, choice));
  }
}
