import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/auth/allow.decorator.js';
import type { RequestContext } from '../../platform/auth/request-context.js';
import { Ctx, Me } from '../../platform/auth/request-viewer.js';
import type { WorkerViewer } from '../../platform/auth/viewer.js';
import { EraseMyAccountInput } from './personal-data.input.js';
import { PersonalData } from './personal-data.service.js';

@Resolver()
export class PersonalDataResolver {
  constructor(private readonly data: PersonalData) {}

  @Mutation(() => Boolean, {
    description:
      'Erases your account, phone, skills and availability, for good; refused with the reason while work, offers, pay or an ' +
      'injury are open. Wage records stay as long as the law asks (R32, R45).',
  })
  @Allow({ to: ['worker'], owns: 'the viewer’s own account' })
  async eraseMyAccount(
    @Me() viewer: WorkerViewer,
    @Args('input', { description: 'The password, again.' }) input: EraseMyAccountInput,
    @Ctx() { ip }: RequestContext,
  ): Promise<boolean> {
    await this.data.erase(viewer, input.password, ip);
    return true;
  }
}
