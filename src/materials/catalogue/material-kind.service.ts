import { Injectable } from '@nestjs/common';
import { type EntityManager, In, IsNull } from 'typeorm';
import { escapeLike, searchText } from '../../directory/index.js';
import { Audit } from '../../platform/audit/audit.js';
import type { BatchLoad } from '../../platform/auth/request-context.js';
import type { BureauViewer, OperatorViewer } from '../../platform/auth/viewer.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { notFound, orRefuse, refuse } from '../../platform/errors/index.js';
import { idOf, type Page } from '../../platform/graphql/connection.js';
import { Idempotency } from '../../platform/idempotency/idempotency.js';
import { materialMessages } from '../materials.messages.js';
import { MaterialKind } from './material-kind.entity.js';
import type { AddMaterialKindInput, MaterialKindArgs } from './material-kind.input.js';
import { refuseConversions } from './unit.rules.js';

/** Who keeps the catalogue. */
export type CatalogueKeeper = BureauViewer | OperatorViewer;

/** The catalogue of raw materials. Kinds are added and retired, never changed: prices and quantities stand on them. */
@Injectable()
export class MaterialKinds {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly idempotency: Idempotency,
    private readonly audit: Audit,
  ) {}

  readonly byIds: BatchLoad<MaterialKind> = (ids) => this.among(this.db.reader, ids);

  /** Those of the ids that exist. */
  async among(tx: EntityManager, ids: readonly string[]): Promise<ReadonlyMap<string, MaterialKind>> {
    const rows = await tx.findBy(MaterialKind, { id: In([...new Set(ids)]) });
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** Every kind that is current, in the order of their codes. */
  async all(tx: EntityManager): Promise<MaterialKind[]> {
    return tx.find(MaterialKind, { where: { retiredAt: IsNull() }, order: { id: 'ASC' } });
  }

  /** A kind that something was published of: it is never deleted. */
  async get(tx: EntityManager, id: string): Promise<MaterialKind> {
    return tx.findOneByOrFail(MaterialKind, { id });
  }

  /** Adds a kind; CONFLICT at input.code where the code is taken. */
  async add(viewer: CatalogueKeeper, input: AddMaterialKindInput): Promise<MaterialKind> {
    const id = await this.db.transaction((tx) =>
      this.idempotency.once(tx, viewer, 'addMaterialKind', input, async () => {
        refuse(refuseConversions(input, 'input.conversions'));
        const { idempotencyKey: _key, code, ...facts } = input;
        await tx.insert(MaterialKind, { ...facts, id: code, shipped: false, retiredAt: null });
        await this.audit.record(tx, viewer, {
          action: 'material-kind.add',
          subjectType: 'material-kind',
          subjectId: code,
        });
        return code;
      }),
    );
    return this.get(this.db.reader, id);
  }

  /** Nothing new is published of a kind from now on; what is published goes on. */
  async retire(viewer: CatalogueKeeper, kindId: string): Promise<MaterialKind> {
    await this.db.transaction(async (tx) => {
      const kind = orRefuse(
        await tx.findOne(MaterialKind, { where: { id: kindId }, lock: { mode: 'for_no_key_update' } }),
        notFound('input.kindId'),
      );
      refuse(
        kind.retiredAt
          ? { code: 'CONFLICT', message: materialMessages.kindRetired, params: { kind: kindId }, field: 'input.kindId' }
          : undefined,
      );
      await tx.update(MaterialKind, kindId, { retiredAt: this.clock.now() });
      await this.audit.record(tx, viewer, {
        action: 'material-kind.retire',
        subjectType: 'material-kind',
        subjectId: kindId,
      });
    });
    return this.get(this.db.reader, kindId);
  }

  /** Kinds by a search in both languages and the code, in the order of their codes. */
  async page({ search, family, withRetired, first, after }: MaterialKindArgs): Promise<Page<MaterialKind>> {
    const query = this.db.reader.createQueryBuilder(MaterialKind, 'kind').where('TRUE');
    const text = searchText(search);
    if (text)
      query.andWhere('(kind.nameZh ILIKE :like OR kind.nameEn ILIKE :like OR kind.id ILIKE :like)', {
        like: `%${escapeLike(text)}%`,
      });
    if (family) query.andWhere('kind.family = :family', { family });
    if (!withRetired) query.andWhere('kind.retiredAt IS NULL');
    if (after) query.andWhere('kind.id > :after', { after: idOf(after) });
    const rows = await query
      .orderBy('kind.id', 'ASC')
      .take(first + 1)
      .getMany();
    return { rows: rows.slice(0, first), hasNextPage: rows.length > first, hasPreviousPage: Boolean(after) };
  }
}
