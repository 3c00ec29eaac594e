import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
  Certificates,
  CertificateView,
  Occupations,
  OccupationView,
  Regions,
  RegionView,
  toCertificateView,
  toOccupationView,
  toRegionView,
} from '../../directory/index.js';
import { Allow, everyone, members, type Policy } from '../../platform/auth/allow.decorator.js';
import type { RequestContext } from '../../platform/auth/request-context.js';
import { Ctx, Me } from '../../platform/auth/request-viewer.js';
import type { Viewer } from '../../platform/auth/viewer.js';
import { type Connection, toConnection } from '../../platform/graphql/connection.js';
import { Reviews } from '../reviews/review.service.js';
import { HostScorecardView, toScorecardView } from '../reviews/review.view.js';
import { OpenWorkArgs } from './open-work.input.js';
import { OpenWork } from './open-work.service.js';
import { OpenWorkConnection, OpenWorkView, toOpenWorkView } from './open-work.view.js';

const anyone: Policy = { to: everyone, owns: 'open needs, as far as they are public', scope: 'labour:read' };

@Resolver(() => OpenWorkView)
export class OpenWorkResolver {
  constructor(
    private readonly work: OpenWork,
    private readonly occupations: Occupations,
    private readonly regions: Regions,
    private readonly certificatesOf: Certificates,
    private readonly reviews: Reviews,
  ) {}

  @Query(() => OpenWorkConnection, { description: 'Work that looks for people now; nobody needs to log in to look.' })
  @Allow(anyone)
  async openWork(@Args() args: OpenWorkArgs): Promise<Connection<OpenWorkView>> {
    return toConnection(await this.work.list(args), toOpenWorkView);
  }

  @ResolveField(() => OccupationView, { description: 'What work it is.' })
  @Allow(anyone)
  async occupation(@Parent() work: OpenWorkView, @Ctx() ctx: RequestContext): Promise<OccupationView | undefined> {
    const occupation = await ctx.load(this.occupations.byIds, work.occupationId);
    return occupation && toOccupationView(occupation, ctx.language);
  }

  @ResolveField(() => RegionView, { description: 'Where the site lies.' })
  @Allow(anyone)
  async region(@Parent() work: OpenWorkView, @Ctx() ctx: RequestContext): Promise<RegionView | undefined> {
    const region = await ctx.load(this.regions.byIds, work.regionId);
    return region && toRegionView(region, ctx.language);
  }

  @ResolveField(() => [CertificateView], { description: 'Certificates that the work legally requires.' })
  @Allow(anyone)
  async certificates(@Parent() work: OpenWorkView, @Ctx() ctx: RequestContext): Promise<CertificateView[]> {
    const rows = await Promise.all(work.certificateCodes.map((code) => ctx.load(this.certificatesOf.byCodes, code)));
    return rows.filter((row) => row !== undefined).map((row) => toCertificateView(row, ctx.language));
  }

  @ResolveField(() => Boolean, {
    description:
      'Whether the law, or what you stated yourself, keeps this work from you: then you cannot apply. False for all but workers.',
  })
  @Allow(anyone)
  async isBarredToMe(
    @Parent() { id }: OpenWorkView,
    @Me() viewer: Viewer,
    @Ctx() ctx: RequestContext,
  ): Promise<boolean> {
    return (await ctx.load(this.work.barredByKey, OpenWork.key(viewer, id))) ?? false;
  }

  @ResolveField(() => HostScorecardView, {
    nullable: true,
    description: 'How the host treats workers and lenders, by those who were there.',
  })
  @Allow({ to: members, owns: 'hosts of open needs, which every member may look up', scope: 'labour:read' })
  async hostScorecard(
    @Parent() { hostId }: OpenWorkView,
    @Ctx() ctx: RequestContext,
  ): Promise<HostScorecardView | undefined> {
    const scores = await ctx.load(this.reviews.scoresOf, hostId);
    return scores && toScorecardView(scores);
  }
}
