import { Field, ID, ObjectType } from '@nestjs/graphql';
import { ConnectionOf } from '../../platform/graphql/connection.js';
import type { Block } from './block.entity.js';

@ObjectType('Block', { description: 'Somebody whom you do not want to deal with. They are not told.' })
export class BlockView {
  @Field(() => ID, { description: 'Its id.' }) id: string;
  @Field({ description: 'Since when.' }) createdAt: Date;

  /** For extension fields only; not part of the API. */
  workerId: string;
  enterpriseId: string;
  blockedBy: 'worker' | 'enterprise';
}

export const BlockConnection = ConnectionOf(BlockView, 'Block');

export function toBlockView({ id, createdAt, workerId, enterpriseId, blockedBy }: Block): BlockView {
  return { id, createdAt, workerId, enterpriseId, blockedBy };
}
