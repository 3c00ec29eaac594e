import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, everyone } from '../../platform/auth/allow.decorator.js';
import type { RequestContext } from '../../platform/auth/request-context.js';
import { Ctx, Me } from '../../platform/auth/request-viewer.js';
import { type Connection, toConnection } from '../../platform/graphql/connection.js';
import { AddMaterialKindInput, MaterialKindArgs, RetireMaterialKindInput } from './material-kind.input.js';
import { type CatalogueKeeper, MaterialKinds } from './material-kind.service.js';
import { MaterialKindConnection, MaterialKindView, toMaterialKindView } from './material-kind.view.js';

const keepers = { to: ['bureau', 'operator'], owns: 'the shared catalogue of materials' } as const;

@Resolver(() => MaterialKindView)
export class MaterialKindResolver {
  constructor(private readonly kinds: MaterialKinds) {}

  @Query(() => MaterialKindConnection, { description: 'Kinds of raw materials, in the order of their codes.' })
  @Allow({ to: everyone, owns: 'nothing: a public catalogue', scope: 'materials:read' })
  async materialKinds(
    @Args() args: MaterialKindArgs,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<MaterialKindView>> {
    return toConnection(await this.kinds.page(args), (kind) => toMaterialKindView(kind, ctx.language));
  }

  @Mutation(() => MaterialKindView, { description: 'Adds a kind of raw material to the catalogue.' })
  @Allow(keepers)
  async addMaterialKind(
    @Me() viewer: CatalogueKeeper,
    @Args('input') input: AddMaterialKindInput,
    @Ctx() ctx: RequestContext,
  ): Promise<MaterialKindView> {
    return toMaterialKindView(await this.kinds.add(viewer, input), ctx.language);
  }

  @Mutation(() => MaterialKindView, {
    description: 'Retires a kind: nothing new is published of it; what is published goes on.',
  })
  @Allow(keepers)
  async retireMaterialKind(
    @Me() viewer: CatalogueKeeper,
    @Args('input') input: RetireMaterialKindInput,
    @Ctx() ctx: RequestContext,
  ): Promise<MaterialKindView> {
    return toMaterialKindView(await this.kinds.retire(viewer, input.kindId), ctx.language);
  }
}
