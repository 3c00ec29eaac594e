import { Args, Field, InputType, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/auth/allow.decorator.js';
import { Me } from '../../platform/auth/request-viewer.js';
import type { WorkerViewer } from '../../platform/auth/viewer.js';
import { DateInput } from '../../platform/graphql/input-fields.js';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';
import type { WorkerRestriction } from './restriction.entity.js';
import type { WorkHazard } from './restriction.rules.js';
import { WorkHazardEnum, WorkHazardsInput } from './work-hazard.js';
import { Restrictions } from './restriction.service.js';

@InputType({ description: 'What work is not for you now. Nobody is told; you are just not proposed for it.' })
export class SetMyRestrictionsInput {
  @WorkHazardsInput({ description: 'Which work; none: nothing is barred any more.' }) hazards: WorkHazard[];
  @DateInput({ description: 'The last day; without it, until you change it.', optional: true }) until?: string;
}

@ObjectType('WorkerRestrictions', { description: 'What work is not for you, as you stated it.' })
export class WorkerRestrictionsView {
  @Field(() => [WorkHazardEnum], { description: 'Which work.' }) hazards: WorkHazard[];
  @Field(() => LocalDateScalar, { nullable: true, description: 'The last day; null: until you change it.' })
  until: string | null;
}

const own = { to: ['worker'], owns: 'the viewer’s own statement' } as const;

@Resolver()
export class RestrictionResolver {
  constructor(private readonly restrictions: Restrictions) {}

  @Mutation(() => WorkerRestrictionsView, {
    description: 'States what work is not for you, without why. It is used to leave such work out, for nothing else.',
  })
  @Allow(own)
  async setMyRestrictions(@Me() viewer: WorkerViewer, @Args('input') input: SetMyRestrictionsInput) {
    return toView(await this.restrictions.state(viewer, input.hazards, input.until ?? null));
  }

  @Query(() => WorkerRestrictionsView, { description: 'What work is not for you, as you stated it.' })
  @Allow(own)
  async myRestrictions(@Me() viewer: WorkerViewer): Promise<WorkerRestrictionsView> {
    return toView(await this.restrictions.own(viewer));
  }
}

function toView(stated: WorkerRestriction | undefined): WorkerRestrictionsView {
  return { hazards: stated?.hazards ?? [], until: stated?.until ?? null };
}
