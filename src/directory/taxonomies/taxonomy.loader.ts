import { type EntityManager, type EntityTarget, In, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';
import { idOf, type Page, type PageArgs } from '../../platform/graphql/connection.js';

/** Rows of an entity by id, for RequestContext.load. */
export async function rowsById<Row extends ObjectLiteral & { id: string }>(
  tx: EntityManager,
  entity: EntityTarget<Row>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Row>> {
  const rows = await tx
    .getRepository(entity)
    .createQueryBuilder('row')
    .where({ id: In([...new Set(ids)]) })
    .getMany();
  return new Map(rows.map((row) => [row.id, row]));
}

/** One page of a catalogue in the order of its ids: codes are made to be read upwards. */
export async function pageByCode<Row extends ObjectLiteral & { id: string }>(
  query: SelectQueryBuilder<Row>,
  { first, after }: PageArgs,
): Promise<Page<Row>> {
  if (after) query.andWhere(`${query.alias}.id > :after`, { after: idOf(after) });
  const rows = await query
    .orderBy(`${query.alias}.id`, 'ASC')
    .take(first + 1)
    .getMany();
  return { rows: rows.slice(0, first), hasNextPage: rows.length > first, hasPreviousPage: Boolean(after) };
}

/** Rows as arrays per column, for `unnest`: one parameter a column, however many rows. */
export function columnsOf<T extends object>(rows: readonly T[], columns: readonly (keyof T)[]): unknown[][] {
  return columns.map((column) => rows.map((row) => row[column]));
}
