import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import type { BatchLoad } from '../../platform/auth/request-context.js';
import type { EnterpriseViewer, Viewer } from '../../platform/auth/viewer.js';
import { Database, rowsOf, type Tx } from '../../platform/database/database.js';
import { Exact } from '../../platform/decimal/decimal.js';
import { notFound, orRefuse } from '../../platform/errors/index.js';
import { type Page, pageOf } from '../../platform/graphql/connection.js';
import { PooledPurchase, PooledPurchaseMember } from './pooled-purchase.entity.js';
import type { PooledPurchaseArgs } from './pooled-purchase.input.js';

/** How far a pool has come; everybody may know. */
export interface PoolProgress {
  readonly total: Exact;
  readonly members: number;
}

interface ProgressRow {
  readonly id: string;
  readonly total: string;
  readonly members: number;
}

const progressSql = `SELECT pool_id AS id, sum(quantity) AS total, count(*)::int AS members
  FROM pooled_purchase_member WHERE pool_id = ANY($1) GROUP BY pool_id`;

export const noProgress: PoolProgress = { total: new Exact(0), members: 0 };

/** Pooled purchases as they are read and locked; what happens to them is in PoolMembership and PoolClosing. */
@Injectable()
export class PooledPurchases {
  constructor(private readonly db: Database) {}

  /** By pool: what is ordered, by how many; pools without members are missing. */
  readonly progressOf: BatchLoad<PoolProgress> = async (ids) =>
    new Map((await this.db.rows<ProgressRow>(progressSql, [ids])).map((row) => [row.id, toProgress(row)]));

  /** By pool: its members, the earliest first. */
  readonly membersOf: BatchLoad<readonly PooledPurchaseMember[]> = async (ids) => {
    const members = new Map<string, PooledPurchaseMember[]>();
    for (const member of await membersAmong(this.db.reader, ids))
      members.set(member.poolId, [...(members.get(member.poolId) ?? []), member]);
    return members;
  };

  async progress(tx: Tx, id: string): Promise<PoolProgress> {
    const [row] = await rowsOf<ProgressRow>(tx, progressSql, [[id]]);
    return row ? toProgress(row) : noProgress;
  }

  /** The members of a pool that the caller has locked, the earliest first. */
  async members(tx: Tx, id: string): Promise<PooledPurchaseMember[]> {
    return membersAmong(tx, [id]);
  }

  /** A pool, its row locked: members come and go one after the other. NOT_FOUND at input.poolId. */
  async lock(tx: Tx, id: string): Promise<PooledPurchase> {
    const pool = await tx.findOne(PooledPurchase, { where: { id }, lock: { mode: 'for_no_key_update' } });
    return orRefuse(pool, notFound('input.poolId'));
  }

  /** The same for its organiser; for everybody else there is none to act on. */
  async lockOwn(tx: Tx, viewer: EnterpriseViewer, id: string): Promise<PooledPurchase> {
    const pool = await this.lock(tx, id);
    return orRefuse(pool.organiserId === viewer.enterpriseId ? pool : null, notFound('input.poolId'));
  }

  /** Every enterprise may look at every pool. */
  async require(id: string): Promise<PooledPurchase> {
    return orRefuse(await this.db.reader.findOneBy(PooledPurchase, { id }), notFound());
  }

  /** Pooled purchases, newest first. */
  async list(
    viewer: Viewer,
    { kindId, regionId, state, mine, ...page }: PooledPurchaseArgs,
  ): Promise<Page<PooledPurchase>> {
    const query = this.db.reader.createQueryBuilder(PooledPurchase, 'pool').where('TRUE');
    if (kindId) query.andWhere('pool.kindId = :kindId', { kindId });
    if (regionId)
      query.andWhere('pool.region_id IN (SELECT region_id FROM region_ancestor WHERE ancestor_id = :regionId)', {
        regionId,
      });
    if (state) query.andWhere('pool.state = :state', { state });
    if (mine)
      query.andWhere(
        `(pool.organiserId = :enterpriseId OR EXISTS (SELECT 1 FROM pooled_purchase_member m
           WHERE m.pool_id = pool.id AND m.enterprise_id = :enterpriseId))`,
        { enterpriseId: viewer.kind === 'enterprise' ? viewer.enterpriseId : null },
      );
    return pageOf(query, page);
  }
}

async function membersAmong(tx: EntityManager, ids: readonly string[]): Promise<PooledPurchaseMember[]> {
  return tx.find(PooledPurchaseMember, {
    where: { poolId: In([...ids]) },
    order: { joinedAt: 'ASC', enterpriseId: 'ASC' },
  });
}

function toProgress({ total, members }: ProgressRow): PoolProgress {
  return { total: new Exact(total), members };
}
