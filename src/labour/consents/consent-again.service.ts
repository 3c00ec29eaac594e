import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.js';
import type { BatchLoad } from '../../platform/auth/request-context.js';
import type { EnterpriseViewer } from '../../platform/auth/viewer.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { notFound, orRefuse, refuse } from '../../platform/errors/index.js';
import { Idempotency } from '../../platform/idempotency/idempotency.js';
import { Consent } from './consent.entity.js';
import type { AskConsentAgainInput } from './consent.input.js';
import { askingFacts } from './consent.loader.js';
import { type AskingFacts, refuseAskingAgain } from './consent.rules.js';
import { Consents } from './consent.service.js';

/** Asking a worker once more, without pestering them. */
@Injectable()
export class ConsentsAgain {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly idempotency: Idempotency,
    private readonly audit: Audit,
    private readonly consents: Consents,
  ) {}

  /** A new request of the same scope; the same key again answers the same request. NOT_FOUND where it is not the viewer's. */
  async ask(viewer: EnterpriseViewer, input: AskConsentAgainInput): Promise<Consent> {
    const id = await this.db.transaction((tx) =>
      this.idempotency.once(tx, viewer, 'askConsentAgain', input, async () => {
        const asked = orRefuse(
          await tx.findOne(Consent, {
            where: { id: input.consentId, lenderId: viewer.enterpriseId },
            lock: { mode: 'pessimistic_write' },
          }),
          notFound('input.consentId'),
        );
        const { workerId, lenderId, startsOn, endsOn, radiusM } = asked;
        const facts = orRefuse((await askingFacts(tx, [asked.id])).get(asked.id), notFound('input.consentId'));
        refuse(refuseAskingAgain(asked, facts, this.clock.now(), this.clock.today()));
        const again = await this.consents.request(tx, { workerId, lenderId, startsOn, endsOn, radiusM });
        await this.audit.record(tx, viewer, {
          action: 'consent.ask-again',
          subjectType: 'consent',
          subjectId: again,
          details: { before: asked.id },
        });
        return again;
      }),
    );
    return this.consents.require(viewer, id);
  }

  /** By consent: what decides whether its employer may ask again. */
  readonly factsOf: BatchLoad<AskingFacts> = (ids) => askingFacts(this.db.reader, ids);
}
