import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/auth/allow.decorator.js';
import { Me } from '../../platform/auth/request-viewer.js';
import type { EnterpriseViewer, Viewer, WorkerViewer } from '../../platform/auth/viewer.js';
import { type Connection, toConnection } from '../../platform/graphql/connection.js';
import { OfPlacementArgs } from '../placements/placement.input.js';
import { AdvanceInjuryInput, InjuryStepEnum, ReportInjuryInput } from './injury.input.js';
import type { InjuryStep } from './injury.rules.js';
import { Injuries } from './injury.service.js';
import { InjuryConnection, InjuryView, toInjuryView } from './injury.view.js';

const parties = {
  to: ['enterprise', 'worker'],
  owns: 'injuries in placements whose host, lender or worker the viewer is',
  scope: 'labour:write',
} as const;
const readers = {
  to: ['enterprise', 'worker', 'bureau'],
  owns: 'injuries that the viewer is party to; for bureaus those of their jurisdiction',
  scope: 'labour:read',
} as const;

@Resolver(() => InjuryView)
export class InjuryResolver {
  constructor(private readonly injuries: Injuries) {}

  @Mutation(() => InjuryView, { description: 'Reports an accident at work, as host, lender or worker.' })
  @Allow(parties)
  async reportInjury(
    @Me() viewer: EnterpriseViewer | WorkerViewer,
    @Args('input') input: ReportInjuryInput,
  ): Promise<InjuryView> {
    return toInjuryView(await this.injuries.report(viewer, input));
  }

  @Mutation(() => InjuryView, {
    description: 'Takes the next step of an injury, as the employer; a worker may record that they filed themself.',
  })
  @Allow(parties)
  async advanceInjury(
    @Me() viewer: EnterpriseViewer | WorkerViewer,
    @Args('input') input: AdvanceInjuryInput,
  ): Promise<InjuryView> {
    return toInjuryView(await this.injuries.advance(viewer, input));
  }

  @Query(() => InjuryConnection, {
    name: 'injuries',
    description: 'Injuries that you are party to, newest first; for a bureau those of its jurisdiction.',
  })
  @Allow(readers)
  async list(@Me() viewer: Viewer, @Args() page: OfPlacementArgs): Promise<Connection<InjuryView>> {
    return toConnection(await this.injuries.list(viewer, page), toInjuryView);
  }

  @ResolveField(() => [InjuryStepEnum], { description: 'The steps that you may take now.' })
  @Allow(readers)
  actions(@Parent() { row }: InjuryView, @Me() viewer: Viewer): InjuryStep[] {
    return this.injuries.actionsOf(viewer, row);
  }
}
