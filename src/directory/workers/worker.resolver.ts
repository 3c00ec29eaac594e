import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, type Policy } from '../../platform/auth/allow.decorator.js';
import type { RequestContext } from '../../platform/auth/request-context.js';
import { Ctx, Me } from '../../platform/auth/request-viewer.js';
import type { Viewer, WorkerViewer } from '../../platform/auth/viewer.js';
import { notFound, orRefuse } from '../../platform/errors/index.js';
import { Certificates } from '../certificates/certificate.service.js';
import { Enterprises } from '../enterprises/enterprise.service.js';
import { EnterpriseView, toEnterpriseView } from '../enterprises/enterprise.view.js';
import { Occupations } from '../occupations/occupation.service.js';
import { Regions } from '../regions/region.service.js';
import { RegionView, toRegionView } from '../regions/region.view.js';
import { WorkerProfiles } from './worker-profile.service.js';
import { SetMyCertificatesInput, SetMySkillsInput, UpdateMyWorkerInput } from './worker.input.js';
import { Workers } from './worker.service.js';
import {
  toWorkerCertificateView,
  toWorkerProfileView,
  toWorkerSkillView,
  WorkerCertificateView,
  WorkerProfileView,
  WorkerSkillView,
} from './worker.view.js';

const own: Policy = { to: ['worker'], owns: 'the viewer’s own record' };

@Resolver(() => WorkerProfileView)
export class WorkerResolver {
  constructor(
    private readonly profiles: WorkerProfiles,
    private readonly regions: Regions,
    private readonly enterprises: Enterprises,
    private readonly workers: Workers,
    private readonly occupations: Occupations,
    private readonly catalogue: Certificates,
  ) {}

  @Query(() => WorkerProfileView, { description: 'The viewer’s own profile.' })
  @Allow(own)
  async myWorker(@Me() viewer: WorkerViewer): Promise<WorkerProfileView> {
    return toWorkerProfileView(await this.profiles.mine(viewer));
  }

  @Mutation(() => WorkerProfileView, { description: 'Says where the viewer lives or starts from.' })
  @Allow(own)
  async updateMyWorker(
    @Args('input', { description: 'The new place.' }) input: UpdateMyWorkerInput,
    @Me() viewer: WorkerViewer,
  ): Promise<WorkerProfileView> {
    return toWorkerProfileView(await this.profiles.update(viewer, input));
  }

  @Mutation(() => WorkerProfileView, { description: 'Replaces the viewer’s skills.' })
  @Allow(own)
  async setMySkills(
    @Args('input', { description: 'All skills.' }) input: SetMySkillsInput,
    @Me() viewer: WorkerViewer,
  ): Promise<WorkerProfileView> {
    return toWorkerProfileView(await this.profiles.setSkills(viewer, input));
  }

  @Mutation(() => WorkerProfileView, { description: 'Replaces the viewer’s certificates.' })
  @Allow(own)
  async setMyCertificates(
    @Args('input', { description: 'All certificates.' }) input: SetMyCertificatesInput,
    @Me() viewer: WorkerViewer,
  ): Promise<WorkerProfileView> {
    return toWorkerProfileView(await this.profiles.setCertificates(viewer, input));
  }

  @ResolveField(() => RegionView, { description: 'Where the worker lives or starts from.' })
  @Allow(own)
  async region(@Parent() { regionId }: WorkerProfileView, @Ctx() ctx: RequestContext): Promise<RegionView> {
    return toRegionView(orRefuse(await ctx.load(this.regions.byIds, regionId), notFound()), ctx.language);
  }

  @ResolveField(() => EnterpriseView, {
    nullable: true,
    description: 'The employer, where there is one: then every deal is a loan.',
  })
  @Allow(own)
  async homeEnterprise(
    @Parent() { homeEnterpriseId }: WorkerProfileView,
    @Me() viewer: Viewer,
    @Ctx() ctx: RequestContext,
  ): Promise<EnterpriseView | null> {
    const row = homeEnterpriseId === null ? undefined : await ctx.load(this.enterprises.byIds, homeEnterpriseId);
    return row ? toEnterpriseView(row, viewer) : null;
  }

  @ResolveField(() => [WorkerSkillView], { description: 'What the worker can do.' })
  @Allow(own)
  async skills(@Parent() { id }: WorkerProfileView, @Ctx() ctx: RequestContext): Promise<WorkerSkillView[]> {
    const skills = (await ctx.load(this.workers.skillsOf, id)) ?? [];
    const rows = await Promise.all(skills.map(({ occupationId }) => ctx.load(this.occupations.byIds, occupationId)));
    return skills.map((skill, at) => toWorkerSkillView(skill, orRefuse(rows[at], notFound()), ctx.language));
  }

  @ResolveField(() => [WorkerCertificateView], { description: 'Certificates that the worker holds.' })
  @Allow(own)
  async certificates(
    @Parent() { id }: WorkerProfileView,
    @Ctx() ctx: RequestContext,
  ): Promise<WorkerCertificateView[]> {
    const held = (await ctx.load(this.workers.certificatesOf, id)) ?? [];
    const rows = await Promise.all(
      held.map(({ certificateCode }) => ctx.load(this.catalogue.byCodes, certificateCode)),
    );
    return held.map((one, at) => toWorkerCertificateView(one, orRefuse(rows[at], notFound()), ctx.language));
  }
}
