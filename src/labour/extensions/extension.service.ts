import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.js';
import { type EnterpriseViewer, system, type Viewer, type WorkerViewer } from '../../platform/auth/viewer.js';
import { Clock, HOUR_MS } from '../../platform/clock/clock.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { notFound, orRefuse, refuse } from '../../platform/errors/index.js';
import { type Page, pageOf } from '../../platform/graphql/connection.js';
import { Idempotency } from '../../platform/idempotency/idempotency.js';
import { newId } from '../../platform/ids/ids.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { Consents } from '../consents/consent.service.js';
import { extensionAgreed, extensionEnded, extensionProposed } from '../life.events.js';
import { Placement } from '../placements/placement.entity.js';
import { PlacementLives } from '../placements/placement-life.service.js';
import type { OfPlacementArgs } from '../placements/placement.input.js';
import { lockedForParty, rowsOfParty, rowsOfPlacement } from '../placements/placement-party.policy.js';
import { awaitedOf, nobodyYet, partyOf, withYes } from '../placements/placement-party.rules.js';
import { type ExtensionAction, extensionActions } from './extension-action.rules.js';
import { PlacementExtension } from './extension.entity.js';
import type { ProposeExtensionInput } from './extension.input.js';
import { contractEnd } from './extension.loader.js';
import {
  answerHours,
  refuseAgreement,
  refuseBeyondAgreement,
  refuseBeyondContract,
  refuseEnd,
  refuseExtension,
  refuseNo,
} from './extension.rules.js';

const field = 'input.extensionId';

/** A later end of a placement: proposed by one side, in effect when all have said yes (R22). */
@Injectable()
export class PlacementExtensions {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly idempotency: Idempotency,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly lives: PlacementLives,
    private readonly consents: Consents,
  ) {}

  /** The host or the lender proposes a later end; proposing is their yes. */
  async propose(viewer: EnterpriseViewer, input: ProposeExtensionInput): Promise<PlacementExtension> {
    const id = await this.db.transaction((tx) =>
      this.idempotency.once(tx, viewer, 'proposeExtension', input, async () => {
        const placement = await this.lives.lock(tx, viewer, input.placementId);
        refuse(refuseExtension(placement, await this.lives.factsIn(tx, placement.id)));
        await this.refuseTooLate(tx, placement, input.newEndsOn);
        const { id: placementId, workerId, hostId, lenderId } = placement;
        const proposedBy = viewer.enterpriseId === hostId ? ('host' as const) : ('lender' as const);
        const extension = {
          ...{ id: newId(), placementId, workerId, hostId, lenderId, endsOn: input.newEndsOn, proposedBy },
          ...{ accountId: viewer.accountId, state: 'waiting' as const },
          ...withYes(nobodyYet, proposedBy, this.clock.now()),
          ...{ expiresAt: this.clock.in(answerHours * HOUR_MS), createdAt: this.clock.now() },
        };
        await tx.insert(PlacementExtension, extension);
        await this.outbox.record(tx, extensionProposed(eventOf(extension)));
        await this.record(tx, viewer, extension, 'propose');
        return extension.id;
      }),
    );
    return this.db.reader.findOneByOrFail(PlacementExtension, { id });
  }

  /** A side says yes; with the last yes the placement ends later. */
  async agree(viewer: EnterpriseViewer | WorkerViewer, extensionId: string): Promise<PlacementExtension> {
    return this.db.transaction(async (tx) => {
      const extension = await lockedForParty(tx, PlacementExtension, viewer, extensionId, field);
      const party = orRefuse(partyOf(viewer, extension), notFound(field));
      refuse(refuseAgreement(extension, party, this.clock.now()));
      const { hostAgreedAt, lenderAgreedAt, workerAgreedAt } = withYes(extension, party, this.clock.now());
      const answers = { hostAgreedAt, lenderAgreedAt, workerAgreedAt };
      const isAgreed = awaitedOf(extension, answers).length === 0;
      const changes = { ...answers, ...(isAgreed && { state: 'agreed' as const, decidedAt: this.clock.now() }) };
      const agreed = Object.assign(extension, changes);
      if (isAgreed) await this.takeEffect(tx, agreed);
      await tx.update(PlacementExtension, extensionId, changes);
      await this.record(tx, viewer, agreed, 'agree');
      return agreed;
    });
  }

  /** Any side says no while it waits, also after its own yes. */
  async decline(viewer: EnterpriseViewer | WorkerViewer, extensionId: string): Promise<PlacementExtension> {
    return this.db.transaction(async (tx) => {
      const extension = await lockedForParty(tx, PlacementExtension, viewer, extensionId, field);
      const by = orRefuse(partyOf(viewer, extension), notFound(field));
      refuse(refuseNo(extension));
      const declined = { state: 'declined' as const, decidedAt: this.clock.now() };
      await tx.update(PlacementExtension, extensionId, declined);
      await this.outbox.record(tx, extensionEnded({ ...eventOf(extension), state: 'declined', by }));
      await this.record(tx, viewer, extension, 'decline');
      return Object.assign(extension, declined);
    });
  }

  /** Ends what nobody answered in time, or whose placement is over; safe to repeat. Returns how many. */
  async expirePast(): Promise<number> {
    return this.db.transaction(async (tx) => {
      const past = await tx
        .createQueryBuilder(PlacementExtension, 'extension')
        .where(
          `extension.state = 'waiting' AND (extension.expiresAt <= :now OR EXISTS (SELECT 1 FROM placement p
             WHERE p.id = extension.placement_id AND p.state NOT IN ('planned', 'active')))`,
          { now: this.clock.now() },
        )
        .setLock('pessimistic_write')
        .setOnLocked('skip_locked')
        .take(100)
        .getMany();
      for (const extension of past) {
        await tx.update(PlacementExtension, extension.id, { state: 'expired', decidedAt: this.clock.now() });
        await this.outbox.record(tx, extensionEnded({ ...eventOf(extension), state: 'expired', by: null }));
        await this.record(tx, system, extension, 'expire');
      }
      return past.length;
    });
  }

  /** Extensions that the viewer is party to, newest first. */
  async list(viewer: Viewer, page: OfPlacementArgs): Promise<Page<PlacementExtension>> {
    const all = this.db.reader.createQueryBuilder(PlacementExtension, 'extension').where('TRUE');
    const query = rowsOfPlacement(all, page.placementId);
    return pageOf(rowsOfParty(query, viewer), page);
  }

  actionsOf(viewer: Viewer, extension: PlacementExtension): ExtensionAction[] {
    return extensionActions(extension, viewer, this.clock.now());
  }

  private async refuseTooLate(tx: Tx, placement: Placement, newEndsOn: string): Promise<void> {
    const { id, kind, workerId, lenderId } = placement;
    refuse(
      refuseEnd(newEndsOn, placement) ??
        refuseBeyondAgreement(kind, newEndsOn, await this.lives.agreed(tx, id)) ??
        (lenderId === null ? undefined : refuseBeyondContract(newEndsOn, await contractEnd(tx, workerId, lenderId))),
    );
  }

  /** The days move; what the extension was proposed on may have changed since, so it is looked at again. */
  private async takeEffect(tx: Tx, extension: PlacementExtension): Promise<void> {
    const placement = await this.lives.lockById(tx, extension.placementId);
    refuse(refuseExtension(placement, { hasOpenExtension: false }));
    await this.refuseTooLate(tx, placement, extension.endsOn);
    // The worker's yes to the extension is their consent for these days.
    if (placement.consentId !== null) await this.consents.extend(tx, placement.consentId, extension.endsOn);
    await tx.update(Placement, placement.id, { endsOn: extension.endsOn });
    await this.outbox.record(tx, extensionAgreed(eventOf(extension)));
  }

  private async record(
    tx: Tx,
    viewer: Viewer,
    { id, placementId, endsOn }: Pick<PlacementExtension, 'id' | 'placementId' | 'endsOn'>,
    step: string,
  ): Promise<void> {
    await this.audit.record(tx, viewer, {
      ...{ action: `extension.${step}`, subjectType: 'placement-extension', subjectId: id },
      details: { placementId, endsOn },
    });
  }
}

function eventOf(extension: Pick<PlacementExtension, 'id' | 'placementId' | 'workerId' | 'hostId' | 'lenderId'>) {
  const { id: extensionId, placementId, workerId, hostId, lenderId } = extension;
  return { extensionId, placementId, workerId, hostId, lenderId };
}
