import type { EntityTarget, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { Viewer } from '../../platform/auth/viewer.js';
import type { Tx } from '../../platform/database/database.js';
import { notFound, orRefuse } from '../../platform/errors/index.js';

/** Limits a query of rows that carry the parties of a placement to those whose host, lender or worker the viewer is. */
export function rowsOfParty<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  viewer: Viewer,
): SelectQueryBuilder<Row> {
  const { alias } = query;
  if (viewer.kind === 'enterprise')
    return query.andWhere(`(${alias}.hostId = :enterpriseId OR ${alias}.lenderId = :enterpriseId)`, {
      enterpriseId: viewer.enterpriseId,
    });
  if (viewer.kind === 'worker') return query.andWhere(`${alias}.workerId = :workerId`, { workerId: viewer.workerId });
  return query.andWhere('FALSE');
}

/** Limits a query of rows with a region to those in a bureau's jurisdiction. */
export function rowsInside<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  regionId: string,
): SelectQueryBuilder<Row> {
  return query.andWhere(
    `${query.alias}.regionId IN (SELECT a.region_id FROM region_ancestor a WHERE a.ancestor_id = :jurisdiction)`,
    { jurisdiction: regionId },
  );
}

/** Limits a query of rows that name a placement to those of one, where one is asked for. */
export function rowsOfPlacement<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  placementId: string | undefined,
): SelectQueryBuilder<Row> {
  return placementId ? query.andWhere(`${query.alias}.placementId = :placementId`, { placementId }) : query;
}

/** A row that the viewer is party to, locked; what is not theirs does not exist. */
export async function lockedForParty<Row extends ObjectLiteral>(
  tx: Tx,
  entity: EntityTarget<Row>,
  viewer: Viewer,
  id: string,
  field: string,
): Promise<Row> {
  const query = tx.createQueryBuilder(entity, 'row').where('row.id = :id', { id }).setLock('pessimistic_write');
  return orRefuse(await rowsOfParty(query, viewer).getOne(), notFound(field));
}
