import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/auth/allow.decorator.js';
import type { RequestContext } from '../../platform/auth/request-context.js';
import { Ctx, Me } from '../../platform/auth/request-viewer.js';
import type { EnterpriseViewer } from '../../platform/auth/viewer.js';
import { type Connection, toConnection } from '../../platform/graphql/connection.js';
import { ownRead, ownWrite } from '../orders.policy.js';
import { thingKey, Things } from '../things.service.js';
import { RecipeListArgs, SaveRecipeInput } from './recipe.input.js';
import { Recipes } from './recipe.service.js';
import { RecipeConnection, RecipeLineView, RecipeView, toRecipeView } from './recipe.view.js';

@Resolver(() => RecipeView)
export class RecipeResolver {
  constructor(private readonly book: Recipes) {}

  @Mutation(() => RecipeView, { description: 'Makes a recipe, or a new version of one of yours.' })
  @Allow(ownWrite)
  async saveRecipe(@Me() viewer: EnterpriseViewer, @Args('input') input: SaveRecipeInput): Promise<RecipeView> {
    return toRecipeView(viewer.enterpriseId)(await this.book.save(viewer, input));
  }

  @Query(() => RecipeConnection, { description: 'Your recipes, or those that others share, newest first.' })
  @Allow(ownRead)
  async recipes(@Me() viewer: EnterpriseViewer, @Args() args: RecipeListArgs): Promise<Connection<RecipeView>> {
    return toConnection(await this.book.list(viewer, args), toRecipeView(viewer.enterpriseId));
  }
}

@Resolver(() => RecipeLineView)
export class RecipeLineResolver {
  constructor(private readonly things: Things) {}

  @ResolveField(() => String, { description: 'Its name in your language.' })
  @Allow(ownRead)
  async name(@Parent() line: RecipeLineView, @Ctx() ctx: RequestContext): Promise<string> {
    const thing = await ctx.load(this.things.byKeys, thingKey(line));
    return (ctx.language === 'en' ? thing?.nameEn : thing?.nameZh) ?? line.thingId;
  }

  @ResolveField(() => String, { description: 'What it is counted in: hour, minute, or the base unit of the material.' })
  @Allow(ownRead)
  async unit(@Parent() line: RecipeLineView, @Ctx() ctx: RequestContext): Promise<string> {
    // Of people an order counts heads, a recipe their hours.
    return line.leg === 'labour' ? 'hour' : ((await ctx.load(this.things.byKeys, thingKey(line)))?.unit ?? '');
  }
}
