import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, members } from '../../platform/auth/allow.decorator.js';
import type { RequestContext } from '../../platform/auth/request-context.js';
import { Ctx, Me } from '../../platform/auth/request-viewer.js';
import type { BureauViewer, EnterpriseViewer, OperatorViewer, Viewer } from '../../platform/auth/viewer.js';
import { notFound, orRefuse } from '../../platform/errors/index.js';
import { type Connection, PageArgs, toConnection } from '../../platform/graphql/connection.js';
import { Industries } from '../industries/industry.service.js';
import { IndustryView, toIndustryView } from '../industries/industry.view.js';
import { Regions } from '../regions/region.service.js';
import { RegionView, toRegionView } from '../regions/region.view.js';
import { EnterpriseRegister } from './enterprise-register.service.js';
import { EnterpriseVerification } from './enterprise-verification.service.js';
import {
  DecideEnterpriseInput,
  EnterpriseArgs,
  EnterpriseListArgs,
  ResubmitMyEnterpriseInput,
} from './enterprise.input.js';
import { actionsOn } from './enterprise.policy.js';
import type { EnterpriseAction } from './enterprise.rules.js';
import { Enterprises } from './enterprise.service.js';
import { EnterpriseActionEnum, EnterpriseConnection, EnterpriseView, toEnterpriseView } from './enterprise.view.js';

@Resolver(() => EnterpriseView)
export class EnterpriseResolver {
  constructor(
    private readonly catalogue: Enterprises,
    private readonly register: EnterpriseRegister,
    private readonly verification: EnterpriseVerification,
    private readonly regions: Regions,
    private readonly industries: Industries,
  ) {}

  @Query(() => EnterpriseView, { description: 'The viewer’s own enterprise.' })
  @Allow({ to: ['enterprise'], owns: 'the viewer’s own enterprise', scope: 'directory:read' })
  async myEnterprise(@Me() viewer: EnterpriseViewer): Promise<EnterpriseView> {
    return toEnterpriseView(await this.catalogue.mine(viewer), viewer);
  }

  @Query(() => EnterpriseView, { description: 'One enterprise by its id.' })
  @Allow({
    to: members,
    owns: 'verified enterprises, the viewer’s own, and those in a bureau’s jurisdiction',
    scope: 'directory:read',
  })
  async enterprise(@Args() { id }: EnterpriseArgs, @Me() viewer: Viewer): Promise<EnterpriseView> {
    return toEnterpriseView(await this.catalogue.visible(viewer, id), viewer);
  }

  @Query(() => EnterpriseConnection, { description: 'Enterprises that wait for the viewer’s bureau, newest first.' })
  @Allow({ to: ['bureau'], owns: 'enterprises in the bureau’s jurisdiction' })
  async enterprisesToVerify(@Args() page: PageArgs, @Me() viewer: BureauViewer): Promise<Connection<EnterpriseView>> {
    return toConnection(await this.verification.toVerify(viewer, page), (row) => toEnterpriseView(row, viewer));
  }

  @Query(() => EnterpriseConnection, { description: 'Enterprises of every state, newest first.' })
  @Allow({ to: ['bureau', 'operator'], owns: 'enterprises in the bureau’s jurisdiction; an operator all' })
  async enterprises(
    @Args() args: EnterpriseListArgs,
    @Me() viewer: BureauViewer | OperatorViewer,
  ): Promise<Connection<EnterpriseView>> {
    return toConnection(await this.register.page(viewer, args), (row) => toEnterpriseView(row, viewer));
  }

  @Mutation(() => EnterpriseView, { description: 'Verifies, rejects or suspends an enterprise.' })
  @Allow({ to: ['bureau'], owns: 'enterprises in the bureau’s jurisdiction' })
  async decideEnterprise(
    @Args('input', { description: 'The decision.' }) input: DecideEnterpriseInput,
    @Me() viewer: BureauViewer,
  ): Promise<EnterpriseView> {
    return toEnterpriseView(await this.verification.decide(viewer, input), viewer);
  }

  @Mutation(() => EnterpriseView, {
    description: 'Corrects the viewer’s rejected enterprise and submits it again; owners only.',
  })
  @Allow({ to: ['enterprise'], owns: 'the viewer’s own enterprise' })
  async resubmitMyEnterprise(
    @Args('input', { description: 'The corrected registration.' }) input: ResubmitMyEnterpriseInput,
    @Me() viewer: EnterpriseViewer,
  ): Promise<EnterpriseView> {
    return toEnterpriseView(await this.verification.resubmit(viewer, input), viewer);
  }

  @ResolveField(() => [EnterpriseActionEnum], { description: 'What you may do to its registration now.' })
  @Allow({ to: members, owns: 'an enterprise that the viewer was shown', scope: 'directory:read' })
  async actions(
    @Parent() enterprise: EnterpriseView,
    @Me() viewer: Viewer,
    @Ctx() ctx: RequestContext,
  ): Promise<EnterpriseAction[]> {
    const above = await ctx.load(this.regions.ancestorsOf, enterprise.regionId);
    return actionsOn(viewer, enterprise, viewer.kind === 'bureau' && above?.has(viewer.regionId) === true);
  }

  @ResolveField(() => IndustryView, { nullable: true, description: 'Its industry, where given.' })
  @Allow({ to: members, owns: 'an enterprise that the viewer was shown', scope: 'directory:read' })
  async industry(@Parent() { industryId }: EnterpriseView, @Ctx() ctx: RequestContext): Promise<IndustryView | null> {
    const row = industryId === null ? undefined : await ctx.load(this.industries.byIds, industryId);
    return row ? toIndustryView(row, ctx.language) : null;
  }

  @ResolveField(() => RegionView, { description: 'The region it is in.' })
  @Allow({ to: members, owns: 'an enterprise that the viewer was shown', scope: 'directory:read' })
  async region(@Parent() { regionId }: EnterpriseView, @Ctx() ctx: RequestContext): Promise<RegionView> {
    return toRegionView(orRefuse(await ctx.load(this.regions.byIds, regionId), notFound()), ctx.language);
  }
}
