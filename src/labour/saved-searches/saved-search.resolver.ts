import { Args, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, type Policy } from '../../platform/auth/allow.decorator.js';
import type { RequestContext } from '../../platform/auth/request-context.js';
import { Ctx, Me } from '../../platform/auth/request-viewer.js';
import type { WorkerViewer } from '../../platform/auth/viewer.js';
import { type Connection, PageArgs, toConnection } from '../../platform/graphql/connection.js';
import { SavedSearchInput, SaveSearchInput, UpdateSavedSearchInput } from './saved-search.input.js';
import { SavedSearches } from './saved-search.service.js';
import { SavedSearchConnection, SavedSearchView, toSavedSearchView } from './saved-search.view.js';

const own: Policy = { to: ['worker'], owns: 'the viewer’s own searches' };

@Resolver(() => SavedSearchView)
export class SavedSearchResolver {
  constructor(private readonly searches: SavedSearches) {}

  @Mutation(() => SavedSearchView, { description: 'Keeps a search for work, at most ten of them.' })
  @Allow(own)
  async saveSearch(
    @Me() viewer: WorkerViewer,
    @Args('input', { description: 'The search.' }) input: SaveSearchInput,
  ): Promise<SavedSearchView> {
    return toSavedSearchView(await this.searches.save(viewer, input));
  }

  @Mutation(() => SavedSearchView, { description: 'Changes a search that you keep.' })
  @Allow(own)
  async updateSavedSearch(
    @Me() viewer: WorkerViewer,
    @Args('input', { description: 'What to change.' }) input: UpdateSavedSearchInput,
  ): Promise<SavedSearchView> {
    return toSavedSearchView(await this.searches.update(viewer, input));
  }

  @Mutation(() => SavedSearchView, { description: 'You looked at what a search finds: nothing of it is new any more.' })
  @Allow(own)
  async lookAtSavedSearch(
    @Me() viewer: WorkerViewer,
    @Args('input', { description: 'Which search.' }) input: SavedSearchInput,
  ): Promise<SavedSearchView> {
    return toSavedSearchView(await this.searches.look(viewer, input.searchId));
  }

  @Mutation(() => Boolean, { description: 'Keeps a search no longer.' })
  @Allow(own)
  async deleteSavedSearch(
    @Me() viewer: WorkerViewer,
    @Args('input', { description: 'Which search.' }) input: SavedSearchInput,
  ): Promise<boolean> {
    await this.searches.remove(viewer, input.searchId);
    return true;
  }

  @Query(() => SavedSearchConnection, { description: 'The searches that you keep, newest first.' })
  @Allow(own)
  async savedSearches(@Me() viewer: WorkerViewer, @Args() page: PageArgs): Promise<Connection<SavedSearchView>> {
    return toConnection(await this.searches.mine(viewer, page), toSavedSearchView);
  }

  @ResolveField(() => Int, { description: 'How much open work was found since you last looked.' })
  @Allow(own)
  async newCount(@Parent() { id }: SavedSearchView, @Ctx() ctx: RequestContext): Promise<number> {
    return (await ctx.load(this.searches.newCounts, id)) ?? 0;
  }
}
