import { Args, Field, ID, Mutation, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/auth/allow.decorator.js';
import type { RequestContext } from '../../platform/auth/request-context.js';
import { Ctx, Me } from '../../platform/auth/request-viewer.js';
import type { EnterpriseViewer } from '../../platform/auth/viewer.js';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';
import { SurplusHeadView } from '../surplus/surplus-head.view.js';
import type { Employment } from './employment.entity.js';
import { RecordEmploymentInput } from './employment.input.js';
import { Employments } from './employment.service.js';

@ObjectType('Employment', { description: 'A labour contract, as the employer states it.' })
export class EmploymentView {
  @Field(() => ID, { description: 'Id of the record.' }) id: string;
  @Field({ description: 'Number of the contract.' }) contractNumber: string;
  @Field(() => LocalDateScalar, { description: 'First day.' }) startsOn: string;
  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day; null: open-ended.' }) endsOn: string | null;
  @Field({ description: 'Whether an agency dispatches the worker to the employer.' }) isDispatched: boolean;
}

function toEmploymentView({ id, contractNumber, startsOn, endsOn, isDispatched }: Employment): EmploymentView {
  return { id, contractNumber, startsOn, endsOn, isDispatched };
}

const own = { to: ['enterprise'], owns: 'workers of the viewer’s enterprise' } as const;

@Resolver(() => SurplusHeadView)
export class EmploymentResolver {
  constructor(private readonly employments: Employments) {}

  @Mutation(() => EmploymentView, {
    description: 'States the labour contract with a worker of yours, or corrects it. A loan needs one (R1, R2).',
  })
  @Allow({ ...own, scope: 'labour:write' })
  async recordEmployment(@Me() viewer: EnterpriseViewer, @Args('input') input: RecordEmploymentInput) {
    return toEmploymentView(await this.employments.record(viewer, input));
  }

  @ResolveField(() => EmploymentView, { nullable: true, description: 'The labour contract, if you have stated it.' })
  @Allow({ ...own, scope: 'labour:read' })
  async employment(@Parent() head: SurplusHeadView, @Ctx() ctx: RequestContext): Promise<EmploymentView | undefined> {
    const found = await ctx.load(this.employments.ofWorkers, head.workerId);
    return found && toEmploymentView(found);
  }
}
