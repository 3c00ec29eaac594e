import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, type Policy } from '../../platform/auth/allow.decorator.js';
import type { RequestContext } from '../../platform/auth/request-context.js';
import { Ctx, Me } from '../../platform/auth/request-viewer.js';
import type { BureauViewer } from '../../platform/auth/viewer.js';
import { type Connection, toConnection } from '../../platform/graphql/connection.js';
import { ImportSanctionsInput, LiftSanctionInput, SanctionListArgs } from './sanction.input.js';
import { Sanctions } from './sanction.service.js';
import {
  SanctionConnection,
  SanctionOutcomeView,
  SanctionView,
  toOutcomeView,
  toSanctionView,
} from './sanction.view.js';

const own: Policy = { to: ['bureau'], owns: 'entries that the viewer’s bureau brought' };

@Resolver(() => SanctionView)
export class SanctionResolver {
  constructor(private readonly sanctions: Sanctions) {}

  @Mutation(() => [SanctionOutcomeView], {
    description:
      'Takes in rows of lists of dishonest, penalised and wage-owing enterprises. While a row is in force, the enterprise ' +
      'of your jurisdiction that it names cannot deal and is out of the matching. One outcome per row, in their order.',
  })
  @Allow(own)
  async importSanctions(
    @Me() viewer: BureauViewer,
    @Ctx() { language }: RequestContext,
    @Args('input', { description: 'The rows.' }) input: ImportSanctionsInput,
  ): Promise<SanctionOutcomeView[]> {
    const outcomes = await this.sanctions.import(viewer, input);
    return outcomes.map((outcome, row) => toOutcomeView(outcome, row, language));
  }

  @Mutation(() => SanctionView, { description: 'Takes an entry of your bureau back: it bars nobody from now on.' })
  @Allow(own)
  async liftSanction(
    @Me() viewer: BureauViewer,
    @Args('input', { description: 'Which, and why.' }) input: LiftSanctionInput,
  ): Promise<SanctionView> {
    return toSanctionView(await this.sanctions.lift(viewer, input), viewer);
  }

  @Query(() => SanctionConnection, {
    name: 'sanctions',
    description: 'Entries that your bureau brought, newest first.',
  })
  @Allow(own)
  async list(@Me() viewer: BureauViewer, @Args() args: SanctionListArgs): Promise<Connection<SanctionView>> {
    return toConnection(await this.sanctions.list(viewer, args), (row) => toSanctionView(row, viewer));
  }
}
