import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Audit } from '../../platform/audit/audit.js';
import type { BatchLoad } from '../../platform/auth/request-context.js';
import type { BureauViewer } from '../../platform/auth/viewer.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { notFound, orRefuse, type Refusal, refuse } from '../../platform/errors/index.js';
import { type Page, pageOf } from '../../platform/graphql/connection.js';
import { Idempotency } from '../../platform/idempotency/idempotency.js';
import { newId } from '../../platform/ids/ids.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { Enterprise } from '../enterprises/enterprise.entity.js';
import { usccOf } from '../enterprises/enterprise.rules.js';
import { usccScheme } from '../enterprises/enterprise.service.js';
import { EnterpriseSanction } from './sanction.entity.js';
import { sanctionImported, sanctionLifted } from './sanction.events.js';
import type { ImportSanctionsInput, LiftSanctionInput, SanctionListArgs, SanctionRowInput } from './sanction.input.js';
import { insertSanction, sanctionsInForce, targetOf } from './sanction.loader.js';
import { refuseDealing, refuseLift, refuseRow, type SanctionOutcome } from './sanction.rules.js';

/** Who may deal at all (R30): verified, and on no list of those that may not. */
@Injectable()
export class Sanctions {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly idempotency: Idempotency,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  /**
   * Why one of these enterprises may not deal now; undefined when all may. Ask it before anything that makes, widens or
   * seals a deal: publishing, offering, confirming, signing.
   */
  async refuseDealing(tx: EntityManager, enterpriseIds: readonly string[]): Promise<Refusal | undefined> {
    const refusals = await this.refusals(tx, enterpriseIds);
    return refusals.values().next().value;
  }

  /** By enterprise: why it may not deal now. Enterprises that may have no entry. */
  readonly refusalsOf: BatchLoad<Refusal> = (ids) => this.refusals(this.db.reader, ids);

  /** The enterprise, which may deal; else NOT_FOUND at `field`, or RULE_VIOLATED. */
  async requireDealer(tx: EntityManager, id: string, field: string): Promise<Enterprise> {
    const enterprise = orRefuse(await tx.findOneBy(Enterprise, { id }), notFound(field));
    refuse(await this.refuseDealing(tx, [id]));
    return enterprise;
  }

  /** Takes in rows of lists. One outcome per row, in their order; the same row again is the one that stands. */
  async import(viewer: BureauViewer, input: ImportSanctionsInput): Promise<SanctionOutcome[]> {
    return this.db.transaction((tx) =>
      this.idempotency.once(tx, viewer, 'importSanctions', input, async () => {
        const outcomes: SanctionOutcome[] = [];
        for (const [index, row] of input.rows.entries()) {
          const refusal = refuseRow(row, usccScheme, `input.rows.${index}`);
          outcomes.push(refusal ? { refusal } : await this.add(tx, viewer, row));
        }
        const added = outcomes.flatMap((outcome) => ('isNew' in outcome && outcome.isNew ? [outcome.sanctionId] : []));
        const [first] = added;
        if (first)
          await this.audit.record(tx, viewer, {
            action: 'sanction.import',
            subjectType: 'sanction',
            subjectId: first,
            details: { sanctions: added },
          });
        return outcomes;
      }),
    );
  }

  /** The bureau that brought an entry takes it back; NOT_FOUND for others. */
  async lift(viewer: BureauViewer, { sanctionId, reason }: LiftSanctionInput): Promise<EnterpriseSanction> {
    return this.db.transaction(async (tx) => {
      const sanction = orRefuse(
        await tx.findOne(EnterpriseSanction, {
          where: { id: sanctionId, bureauId: viewer.bureauId },
          lock: { mode: 'pessimistic_write' },
        }),
        notFound('input.sanctionId'),
      );
      refuse(refuseLift(sanction));
      const lifted = { liftedAt: this.clock.now(), liftReason: reason };
      await tx.update(EnterpriseSanction, sanctionId, lifted);
      const target = await targetOf(tx, sanction, viewer.regionId);
      if (target) await this.outbox.record(tx, sanctionLifted({ sanctionId, ...target }));
      await this.audit.record(tx, viewer, {
        action: 'sanction.lift',
        subjectType: 'sanction',
        subjectId: sanctionId,
      });
      return Object.assign(sanction, lifted);
    });
  }

  /** What the viewer's bureau brought, newest first. */
  async list(viewer: BureauViewer, args: SanctionListArgs): Promise<Page<EnterpriseSanction>> {
    const query = this.db.reader
      .createQueryBuilder(EnterpriseSanction, 'sanction')
      .where('sanction.bureauId = :bureauId', viewer);
    if (args.list) query.andWhere('sanction.list = :list', args);
    if (args.registrationCode) query.andWhere('sanction.registrationCode = :registrationCode', args);
    if (args.inForce) {
      query
        .andWhere('sanction.liftedAt IS NULL AND sanction.startsOn <= :today', { today: this.clock.today() })
        .andWhere('(sanction.endsOn IS NULL OR sanction.endsOn >= :today)');
    }
    return pageOf(query, args);
  }

  private async refusals(tx: EntityManager, ids: readonly string[]): Promise<Map<string, Refusal>> {
    const enterprises = await tx
      .createQueryBuilder(Enterprise, 'enterprise')
      .whereInIds([...ids])
      .getMany();
    const sanctions = await sanctionsInForce(tx, ids);
    return new Map(
      enterprises.flatMap((enterprise) => {
        const refusal = refuseDealing(enterprise, sanctions.get(enterprise.id));
        return refusal ? [[enterprise.id, refusal] as const] : [];
      }),
    );
  }

  private async add(tx: Tx, viewer: BureauViewer, row: SanctionRowInput): Promise<SanctionOutcome> {
    const { registrationScheme, list, reason, source, startsOn, endsOn = null } = row;
    const registrationCode =
      registrationScheme === usccScheme ? (usccOf(row.registrationCode) ?? '') : row.registrationCode;
    const key = { registrationScheme, registrationCode };
    const facts = { list, reason, source, startsOn, endsOn, bureauId: viewer.bureauId, importedAt: this.clock.now() };
    const { id: sanctionId, isNew } = await insertSanction(tx, { id: newId(), ...key, ...facts });
    const target = await targetOf(tx, key, viewer.regionId);
    if (isNew && target) await this.outbox.record(tx, sanctionImported({ sanctionId, ...target }));
    return { sanctionId, isNew, enterpriseId: target?.enterpriseId ?? null };
  }
}
