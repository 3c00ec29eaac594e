import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, type Policy } from '../../platform/auth/allow.decorator.js';
import { Me } from '../../platform/auth/request-viewer.js';
import type { WorkerViewer } from '../../platform/auth/viewer.js';
import { type Connection, PageArgs, toConnection } from '../../platform/graphql/connection.js';
import { CloseMyAvailabilityInput, SetMyAvailabilityInput } from './availability.input.js';
import { Availabilities } from './availability.service.js';
import { AvailabilityConnection, AvailabilityView, toAvailabilityView } from './availability.view.js';

const own: Policy = { to: ['worker'], owns: 'the viewer’s own availabilities' };

@Resolver(() => AvailabilityView)
export class AvailabilityResolver {
  constructor(private readonly availabilities: Availabilities) {}

  @Mutation(() => AvailabilityView, {
    description:
      'Says when you can work and on what conditions, in place of what you said before about these days. For workers without an employer.',
  })
  @Allow(own)
  async setMyAvailability(
    @Me() viewer: WorkerViewer,
    @Args('input', { description: 'Days and conditions.' }) input: SetMyAvailabilityInput,
  ): Promise<AvailabilityView> {
    return toAvailabilityView(await this.availabilities.set(viewer, input));
  }

  @Mutation(() => AvailabilityView, { description: 'Takes an availability of yours back; deals already made stand.' })
  @Allow(own)
  async closeMyAvailability(
    @Me() viewer: WorkerViewer,
    @Args('input', { description: 'Which one.' }) input: CloseMyAvailabilityInput,
  ): Promise<AvailabilityView> {
    return toAvailabilityView(await this.availabilities.close(viewer, input.availabilityId));
  }

  @Query(() => AvailabilityConnection, { description: 'When you are open to be proposed for work, newest first.' })
  @Allow(own)
  async myAvailability(@Me() viewer: WorkerViewer, @Args() page: PageArgs): Promise<Connection<AvailabilityView>> {
    return toConnection(await this.availabilities.mine(viewer, page), toAvailabilityView);
  }
}
