import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/auth/allow.decorator.js';
import type { RequestContext } from '../../platform/auth/request-context.js';
import { Ctx } from '../../platform/auth/request-viewer.js';
import { notFound, orRefuse } from '../../platform/errors/index.js';
import { type Connection, toConnection } from '../../platform/graphql/connection.js';
import { publicCatalogue } from '../taxonomies/taxonomy.policy.js';
import { OccupationPageArgs } from './occupation.input.js';
import { Occupations } from './occupation.service.js';
import {
  OccupationConnection,
  OccupationSubstituteView,
  OccupationView,
  toOccupationSubstituteView,
  toOccupationView,
} from './occupation.view.js';

@Resolver(() => OccupationView)
export class OccupationResolver {
  constructor(private readonly catalogue: Occupations) {}

  @Query(() => OccupationConnection, {
    description: 'Occupations: by a search, best first; without one, ordered by id.',
  })
  @Allow(publicCatalogue)
  async occupations(@Args() args: OccupationPageArgs, @Ctx() ctx: RequestContext): Promise<Connection<OccupationView>> {
    return toConnection(await this.catalogue.page(args), (row) => toOccupationView(row, ctx.language));
  }

  @ResolveField(() => [OccupationSubstituteView], {
    description: 'Occupations that may stand in for it, the cheapest first.',
  })
  @Allow(publicCatalogue)
  async substitutes(@Parent() { id }: OccupationView, @Ctx() ctx: RequestContext): Promise<OccupationSubstituteView[]> {
    const substitutes = (await ctx.load(this.catalogue.substitutesOf, id)) ?? [];
    const rows = await Promise.all(substitutes.map(({ substituteId }) => ctx.load(this.catalogue.byIds, substituteId)));
    return substitutes.map(({ penalty }, at) =>
      toOccupationSubstituteView(orRefuse(rows[at], notFound()), penalty, ctx.language),
    );
  }
}
