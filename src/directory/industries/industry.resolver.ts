import { Args, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/auth/allow.decorator.js';
import type { RequestContext } from '../../platform/auth/request-context.js';
import { Ctx } from '../../platform/auth/request-viewer.js';
import { type Connection, PageArgs, toConnection } from '../../platform/graphql/connection.js';
import { publicCatalogue } from '../taxonomies/taxonomy.policy.js';
import { Industries } from './industry.service.js';
import { IndustryConnection, IndustryView, toIndustryView } from './industry.view.js';

@Resolver(() => IndustryView)
export class IndustryResolver {
  constructor(private readonly catalogue: Industries) {}

  @Query(() => IndustryConnection, { description: 'Industries, ordered by id.' })
  @Allow(publicCatalogue)
  async industries(@Args() args: PageArgs, @Ctx() ctx: RequestContext): Promise<Connection<IndustryView>> {
    return toConnection(await this.catalogue.page(args), (row) => toIndustryView(row, ctx.language));
  }
}
