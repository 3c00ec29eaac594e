import { Injectable } from '@nestjs/common';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import {
  Enterprises,
  EnterpriseView,
  Occupations,
  OccupationView,
  Regions,
  RegionView,
  toEnterpriseView,
  toOccupationView,
  toRegionView,
} from '../../directory/index.js';
import { Allow } from '../../platform/auth/allow.decorator.js';
import type { RequestContext } from '../../platform/auth/request-context.js';
import { Ctx, Me } from '../../platform/auth/request-viewer.js';
import type { BureauViewer, OperatorViewer } from '../../platform/auth/viewer.js';
import { RemedyView } from './scenario.view.js';
import { EnterpriseOutcome, MovedSeatsView, OccupationOutcome, RegionOutcome } from './seat-outcome.view.js';

const asked = {
  to: ['enterprise', 'bureau', 'operator'],
  owns: 'answers the viewer may read',
  scope: 'labour:read',
} as const;

/** Names of what answers are about. */
@Injectable()
class Names {
  constructor(
    private readonly regions: Regions,
    private readonly occupations: Occupations,
  ) {}

  protected async regionOf(id: string | null, ctx: RequestContext): Promise<RegionView | undefined> {
    const region = id ? await ctx.load(this.regions.byIds, id) : undefined;
    return region && toRegionView(region, ctx.language);
  }

  protected async occupationOf(id: string | null, ctx: RequestContext): Promise<OccupationView | undefined> {
    const occupation = id ? await ctx.load(this.occupations.byIds, id) : undefined;
    return occupation && toOccupationView(occupation, ctx.language);
  }
}

@Resolver(() => RegionOutcome)
export class RegionOutcomeResolver extends Names {
  @ResolveField(() => RegionView, { nullable: true, description: 'The county.' })
  @Allow(asked)
  async region(@Parent() { regionId }: RegionOutcome, @Ctx() ctx: RequestContext): Promise<RegionView | undefined> {
    return this.regionOf(regionId, ctx);
  }
}

@Resolver(() => OccupationOutcome)
export class OccupationOutcomeResolver extends Names {
  @ResolveField(() => OccupationView, { nullable: true, description: 'The occupation.' })
  @Allow(asked)
  async occupation(
    @Parent() { occupationId }: OccupationOutcome,
    @Ctx() ctx: RequestContext,
  ): Promise<OccupationView | undefined> {
    return this.occupationOf(occupationId, ctx);
  }
}

@Resolver(() => EnterpriseOutcome)
export class EnterpriseOutcomeResolver {
  constructor(private readonly enterprises: Enterprises) {}

  @ResolveField(() => EnterpriseView, { nullable: true, description: 'The enterprise.' })
  @Allow({ to: ['bureau', 'operator'], owns: 'answers the viewer may read' })
  async enterprise(
    @Parent() { enterpriseId }: EnterpriseOutcome,
    @Me() viewer: BureauViewer | OperatorViewer,
    @Ctx() ctx: RequestContext,
  ): Promise<EnterpriseView | undefined> {
    const enterprise = await ctx.load(this.enterprises.byIds, enterpriseId);
    return enterprise && toEnterpriseView(enterprise, viewer);
  }
}

@Resolver(() => MovedSeatsView)
export class MovedSeatsResolver extends Names {
  @ResolveField(() => RegionView, { nullable: true, description: 'The county of the site.' })
  @Allow(asked)
  async region(@Parent() { regionId }: MovedSeatsView, @Ctx() ctx: RequestContext): Promise<RegionView | undefined> {
    return this.regionOf(regionId, ctx);
  }

  @ResolveField(() => OccupationView, { nullable: true, description: 'What work it is.' })
  @Allow(asked)
  async occupation(
    @Parent() { occupationId }: MovedSeatsView,
    @Ctx() ctx: RequestContext,
  ): Promise<OccupationView | undefined> {
    return this.occupationOf(occupationId, ctx);
  }
}

@Resolver(() => RemedyView)
export class RemedyResolver extends Names {
  @ResolveField(() => RegionView, { nullable: true, description: 'SHUTTLE: where the bus starts.' })
  @Allow(asked)
  async fromRegion(
    @Parent() { fromRegionId }: RemedyView,
    @Ctx() ctx: RequestContext,
  ): Promise<RegionView | undefined> {
    return this.regionOf(fromRegionId, ctx);
  }

  @ResolveField(() => OccupationView, { nullable: true, description: 'TRAINING: what those in the class can do now.' })
  @Allow(asked)
  async fromOccupation(
    @Parent() { fromOccupationId }: RemedyView,
    @Ctx() ctx: RequestContext,
  ): Promise<OccupationView | undefined> {
    return this.occupationOf(fromOccupationId, ctx);
  }

  @ResolveField(() => OccupationView, { nullable: true, description: 'TRAINING: what they learn.' })
  @Allow(asked)
  async occupation(
    @Parent() { occupationId }: RemedyView,
    @Ctx() ctx: RequestContext,
  ): Promise<OccupationView | undefined> {
    return this.occupationOf(occupationId, ctx);
  }
}
