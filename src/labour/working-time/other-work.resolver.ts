import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/auth/allow.decorator.js';
import { Me } from '../../platform/auth/request-viewer.js';
import type { EnterpriseViewer } from '../../platform/auth/viewer.js';
import { RecordOtherWorkInput } from './other-work.input.js';
import { OtherWork } from './other-work.service.js';
import { OtherWorkDayView } from './other-work.view.js';

@Resolver(() => OtherWorkDayView)
export class OtherWorkResolver {
  constructor(private readonly work: OtherWork) {}

  @Mutation(() => OtherWorkDayView, {
    description:
      'States what an employee of yours worked for you on a day; the guard of hours sums it with work at a host.',
  })
  @Allow({ to: ['enterprise'], owns: 'employees of the viewer’s enterprise', scope: 'labour:write' })
  async recordOtherWork(
    @Me() viewer: EnterpriseViewer,
    @Args('input') input: RecordOtherWorkInput,
  ): Promise<OtherWorkDayView> {
    return this.work.record(viewer, input);
  }
}
