import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { Bureau } from './bureau.entity.js';

@ObjectType('Bureau', {
  description: '人社局: a human-resources bureau; its jurisdiction is its region and all below.',
})
export class BureauView {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field({ description: 'Its name.' })
  name: string;

  regionId: string;
}

export function toBureauView({ id, name, regionId }: Bureau): BureauView {
  return { id, name, regionId };
}
