import type { Type } from '@nestjs/common';
import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';
import { IsOptional, isUUID, IsString, Max, Min } from 'class-validator';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { platformMessages, type Refusal, RefusedError } from '../errors/index.js';

/** Arguments of every list: forward paging, at most 100 a page. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: 20, description: 'How many, 1 to 100.' })
  @Min(1)
  @Max(100)
  first: number;

  @Field(() => String, { nullable: true, description: 'The cursor after which to go on: a page’s endCursor.' })
  @IsOptional()
  @IsString()
  after?: string;
}

/** Relay’s page information. */
@ObjectType({ description: 'Where a page stands in its list.' })
export class PageInfo {
  @Field({ description: 'Whether there is more after this page.' })
  hasNextPage: boolean;

  @Field({ description: 'Whether there is something before this page.' })
  hasPreviousPage: boolean;

  @Field(() => String, { nullable: true, description: 'Cursor of the first item.' })
  startCursor: string | null;

  @Field(() => String, { nullable: true, description: 'Cursor of the last item; pass it as `after`.' })
  endCursor: string | null;
}

export interface Connection<T> {
  readonly edges: { readonly cursor: string; readonly node: T }[];
  readonly pageInfo: PageInfo;
}

/** Makes the Relay connection types of a node type: `XEdge` and `XConnection`. */
export function ConnectionOf<T extends object>(node: Type<T>, name: string): Type<Connection<T>> {
  @ObjectType(`${name}Edge`, { description: `One ${name} in a list.` })
  class Edge {
    @Field({ description: 'Its place in the list.' })
    cursor: string;

    @Field(() => node, { description: 'The item.' })
    node: T;
  }

  @ObjectType(`${name}Connection`, { description: `A page of a list of ${name}.` })
  class ConnectionType {
    @Field(() => [Edge], { description: 'The items of this page.' })
    edges: Edge[];

    @Field(() => PageInfo, { description: 'Where this page stands.' })
    pageInfo: PageInfo;
  }
  return ConnectionType;
}

export interface Page<Row> {
  readonly rows: Row[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
}

/** One page of a query, newest first: ids are UUIDv7, so the id is the order and the cursor. */
export async function pageOf<Row extends ObjectLiteral & { id: string }>(
  query: SelectQueryBuilder<Row>,
  { first, after }: PageArgs,
): Promise<Page<Row>> {
  if (after !== undefined) query.andWhere(`${query.alias}.id < :after`, { after: rowIdOf(after) });
  const rows = await query
    .orderBy(`${query.alias}.id`, 'DESC')
    .take(first + 1)
    .getMany();
  return { rows: rows.slice(0, first), hasNextPage: rows.length > first, hasPreviousPage: after !== undefined };
}

/** A page of rows as the connection that the API shows. */
export function toConnection<Row extends { id: string }, View>(
  page: Page<Row>,
  view: (row: Row) => View,
): Connection<View> {
  const edges = page.rows.map((row) => ({ cursor: cursorOf(row.id), node: view(row) }));
  return {
    edges,
    pageInfo: {
      hasNextPage: page.hasNextPage,
      hasPreviousPage: page.hasPreviousPage,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

export function cursorOf(id: string): string {
  return Buffer.from(id).toString('base64url');
}

/** The row id that a cursor of `pageOf` stands for. */
export function rowIdOf(cursor: string): string {
  const id = idOf(cursor);
  if (!isUUID(id)) throw new RefusedError(badCursor);
  return id;
}

export function idOf(cursor: string): string {
  const id = Buffer.from(cursor, 'base64url').toString();
  if (!/^[\w:.-]{1,80}$/.test(id)) throw new RefusedError(badCursor);
  return id;
}

/** What a cursor of another list, or none at all, is answered. */
export const badCursor: Refusal = {
  code: 'VALIDATION_FAILED',
  message: platformMessages.invalidValue,
  params: { field: 'after' },
  field: 'after',
};
