import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/auth/allow.decorator.js';
import type { RequestContext } from '../../platform/auth/request-context.js';
import { Ctx, Me } from '../../platform/auth/request-viewer.js';
import type { BureauViewer, EnterpriseViewer } from '../../platform/auth/viewer.js';
import { toComplianceFindingView } from '../compliance/compliance.view.js';
import { DeclareLenderLostInput, EndEmploymentInput } from './employment-end.input.js';
import { EmploymentEnds } from './employment-end.service.js';
import { EmploymentEndView, LenderLossView, toLenderLossView } from './employment-end.view.js';
import { LenderLosses } from './lender-loss.service.js';

@Resolver()
export class EmploymentEndResolver {
  constructor(
    private readonly ends: EmploymentEnds,
    private readonly losses: LenderLosses,
  ) {}

  @Mutation(() => EmploymentEndView, {
    description:
      'States that the labour contract of one of your workers has ended: loans stop that day, and others may hire them (R23).',
  })
  @Allow({ to: ['enterprise'], owns: 'workers whom the viewer’s enterprise employs', scope: 'labour:write' })
  async endEmployment(
    @Me() viewer: EnterpriseViewer,
    @Args('input') input: EndEmploymentInput,
    @Ctx() ctx: RequestContext,
  ): Promise<EmploymentEndView> {
    await this.ends.endEmployment(viewer, input);
    const { workerId, endedOn, reason } = input;
    const findings = await this.ends.findings(viewer);
    return {
      workerId,
      endedOn,
      reason,
      findings: findings.map((found) => toComplianceFindingView(found, ctx.language)),
    };
  }

  @Mutation(() => LenderLossView, {
    description: 'Declares an enterprise of your jurisdiction gone: all of its loans stop that day (R24).',
  })
  @Allow({ to: ['bureau'], owns: 'enterprises of the viewer’s jurisdiction' })
  async declareLenderLost(
    @Me() viewer: BureauViewer,
    @Args('input') input: DeclareLenderLostInput,
  ): Promise<LenderLossView> {
    return toLenderLossView(await this.losses.declareLost(viewer, input));
  }
}
