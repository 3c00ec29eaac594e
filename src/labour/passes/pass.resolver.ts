import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Allow, everyone } from '../../platform/auth/allow.decorator.js';
import type { RequestContext } from '../../platform/auth/request-context.js';
import { Ctx, Me } from '../../platform/auth/request-viewer.js';
import type { EnterpriseViewer, Viewer, WorkerViewer } from '../../platform/auth/viewer.js';
import { Config } from '../../platform/config/config.js';
import { PublicLimits } from '../../platform/limits/public-limits.service.js';
import { PassGate, PassLooks } from './pass-gate.service.js';
import { WorkPassIssue } from './pass-issue.service.js';
import { IssueWorkPassInput, ScanWorkPassInput, VerifyWorkPassInput } from './pass.input.js';
import {
  toWorkPassCheckView,
  toWorkPassScanView,
  toWorkPassView,
  WorkPassCheckView,
  WorkPassScanView,
  WorkPassView,
} from './pass.view.js';

// A whole shift may come through one gate, behind one address.
const looks = { name: 'work-pass', calls: 600, seconds: 60 };

@Resolver()
export class WorkPassResolver {
  private readonly gateUrl: string;

  constructor(
    { settings }: Config,
    private readonly issuing: WorkPassIssue,
    private readonly looks: PassLooks,
    private readonly gate: PassGate,
    private readonly limits: PublicLimits,
  ) {
    this.gateUrl = new URL('/gate', settings.PUBLIC_URL).href;
  }

  @Mutation(() => WorkPassView, {
    description:
      'Gives your phone a certificate for a placement that has begun. Certificates of other phones end with it.',
  })
  @Allow({ to: ['worker'], owns: 'the viewer’s own placements' })
  async issueWorkPass(
    @Me() viewer: WorkerViewer,
    @Args('input', { description: 'For which placement, and the phone’s key.' }) input: IssueWorkPassInput,
  ): Promise<WorkPassView> {
    return toWorkPassView(await this.issuing.issue(viewer, input), this.gateUrl);
  }

  @Mutation(() => WorkPassCheckView, {
    description: 'Says whether a work pass holds now. Anyone may ask; nothing changes.',
  })
  @Allow({ to: everyone, owns: 'nothing; names go to the pass’s host only', scope: 'labour:read' })
  async verifyWorkPass(
    @Me() viewer: Viewer,
    @Ctx() { ip, language }: RequestContext,
    @Args('input', { description: 'The pass.' }) input: VerifyWorkPassInput,
  ): Promise<WorkPassCheckView> {
    await this.limits.count(looks, ip);
    return toWorkPassCheckView(await this.looks.look(viewer, input.pass), language);
  }

  @Mutation(() => WorkPassScanView, { description: 'Lets a worker in or out by their work pass, and keeps the time.' })
  @Allow({ to: ['enterprise'], owns: 'placements at the viewer’s enterprise', scope: 'labour:write' })
  async scanWorkPass(
    @Me() viewer: EnterpriseViewer,
    @Args('input', { description: 'The pass, and which way.' }) input: ScanWorkPassInput,
  ): Promise<WorkPassScanView> {
    return toWorkPassScanView(await this.gate.scan(viewer, input));
  }
}
