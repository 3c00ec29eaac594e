import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.js';
import type { EnterpriseViewer, Viewer, WorkerViewer } from '../../platform/auth/viewer.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { notFound, orRefuse, refuse } from '../../platform/errors/index.js';
import { type Page, pageOf } from '../../platform/graphql/connection.js';
import { Idempotency } from '../../platform/idempotency/idempotency.js';
import { newId } from '../../platform/ids/ids.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { injuryReported } from '../life.events.js';
import { PlacementLives } from '../placements/placement-life.service.js';
import type { OfPlacementArgs } from '../placements/placement.input.js';
import { lockedForParty, rowsInside, rowsOfParty, rowsOfPlacement } from '../placements/placement-party.policy.js';
import { partyOf } from '../placements/placement-party.rules.js';
import { employerOf, injuryActions, stepFacts } from './injury-action.rules.js';
import { Injury } from './injury.entity.js';
import type { AdvanceInjuryInput, ReportInjuryInput } from './injury.input.js';
import {
  injuryClock,
  type InjuryStep,
  instantOf,
  refuseAccident,
  refuseIncomplete,
  refuseStep,
  refuseWithoutSplit,
  splitCost,
} from './injury.rules.js';

/** Accidents at work: reported by anyone concerned, dealt with by the employer, within the time the law gives (R13, R14). */
@Injectable()
export class Injuries {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly idempotency: Idempotency,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly lives: PlacementLives,
  ) {}

  /** Host, lender or worker report an accident; an employer that reports it has taken it on. */
  async report(viewer: EnterpriseViewer | WorkerViewer, input: ReportInjuryInput): Promise<Injury> {
    const id = await this.db.transaction((tx) =>
      this.idempotency.once(tx, viewer, 'reportInjury', input, async () => {
        const placement = await this.lives.lock(tx, viewer, input.placementId);
        const reportedBy = orRefuse(partyOf(viewer, placement), notFound('input.placementId'));
        const { occurredOn, time, place, task, description, protection, hospital, witness } = input;
        const atMs = instantOf(occurredOn, time);
        refuse(refuseAccident(placement, { occurredOn, atMs }, this.clock.now()));
        const { id: placementId, workerId, hostId, lenderId } = placement;
        const isKnown = viewer.kind === 'enterprise' && viewer.enterpriseId === employerOf(placement);
        const injury = {
          ...{ id: newId(), placementId, workerId, hostId, lenderId, reportedBy, accountId: viewer.accountId },
          ...{ regionId: await this.lives.regionOf(tx, placement), occurredAt: this.clock.at(atMs ?? 0), occurredOn },
          ...{ place, task, description, protection, hospital, witness, decisionNumber: '' },
          ...{ state: isKnown ? ('lender_notified' as const) : ('reported' as const) },
          ...{ ...injuryClock(occurredOn), notifiedAt: isKnown ? this.clock.now() : null },
        };
        await tx.insert(Injury, injury);
        await this.outbox.record(tx, injuryReported(eventOf(injury)));
        await this.record(tx, viewer, injury, 'report');
        return injury.id;
      }),
    );
    return this.db.reader.findOneByOrFail(Injury, { id });
  }

  /** The employer takes the next step; a worker who filed themself may record that. A repeat changes nothing. */
  async advance(viewer: EnterpriseViewer | WorkerViewer, input: AdvanceInjuryInput): Promise<Injury> {
    return this.db.transaction(async (tx) => {
      const injury = await lockedForParty(tx, Injury, viewer, input.injuryId, 'input.injuryId');
      const facts = orRefuse(stepFacts(injury, viewer), notFound('input.injuryId'));
      if (injury.state === input.step && (facts.isEmployer || input.step === 'applied')) return injury;
      refuse(refuseStep(facts, input.step) ?? refuseIncomplete(input));
      const changes = { state: input.step, ...(await this.changesOf(tx, injury, input)) };
      await tx.update(Injury, injury.id, changes);
      const advanced = Object.assign(injury, changes);
      await this.record(tx, viewer, advanced, input.step);
      return advanced;
    });
  }

  /** Injuries that the viewer is party to; for a bureau those of its jurisdiction. Newest first. */
  async list(viewer: Viewer, page: OfPlacementArgs): Promise<Page<Injury>> {
    const all = this.db.reader.createQueryBuilder(Injury, 'injury').where('TRUE');
    const query = rowsOfPlacement(all, page.placementId);
    if (viewer.kind === 'bureau') return pageOf(rowsInside(query, viewer.regionId), page);
    return pageOf(rowsOfParty(query, viewer), page);
  }

  actionsOf(viewer: Viewer, injury: Injury): InjuryStep[] {
    return injuryActions(injury, viewer);
  }

  private async changesOf(
    tx: Tx,
    injury: Injury,
    { step, decisionNumber, isRecognised, costFen }: AdvanceInjuryInput,
  ): Promise<Partial<Injury>> {
    const now = this.clock.now();
    switch (step) {
      case 'lender_notified':
        return { notifiedAt: now };
      case 'applied':
        return { notifiedAt: injury.notifiedAt ?? now, appliedAt: now };
      case 'decided':
        return { decidedAt: now, decisionNumber, isRecognised: isRecognised ?? null };
      case 'compensated':
        return { compensatedAt: now, ...(await this.sharesOf(tx, injury, costFen ?? 0)) };
      case 'closed':
        return { closedAt: now };
    }
  }

  /** The cost as the agreement splits it; an employer of its own worker bears all. */
  private async sharesOf(tx: Tx, { placementId, lenderId }: Injury, costFen: number): Promise<Partial<Injury>> {
    if (lenderId === null) return { costFen, ...splitCost(costFen, 0) };
    const agreed = await this.lives.agreed(tx, placementId);
    const hostPercent = agreed?.terms.injuryHostPercent ?? null;
    refuse(refuseWithoutSplit('loan', hostPercent));
    return { costFen, hostPercent, ...splitCost(costFen, hostPercent ?? 0) };
  }

  private async record(
    tx: Tx,
    viewer: Viewer,
    { id, placementId, state }: Pick<Injury, 'id' | 'placementId' | 'state'>,
    step: string,
  ): Promise<void> {
    const entry = { action: `injury.${step}`, subjectType: 'injury', subjectId: id, details: { placementId, state } };
    await this.audit.record(tx, viewer, entry);
  }
}

/** What every event of an injury tells: ids alone. */
export function eventOf(injury: Pick<Injury, 'id' | 'placementId' | 'workerId' | 'hostId' | 'lenderId' | 'regionId'>) {
  const { id: injuryId, placementId, workerId, hostId, lenderId, regionId } = injury;
  return { injuryId, placementId, workerId, hostId, lenderId, regionId };
}
