import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/auth/allow.decorator.js';
import type { RequestContext } from '../../platform/auth/request-context.js';
import { Ctx, Me } from '../../platform/auth/request-viewer.js';
import type { BureauViewer } from '../../platform/auth/viewer.js';
import { type Connection, toConnection } from '../../platform/graphql/connection.js';
import { ownExternalSeries } from '../bureau.policy.js';
import { ExternalImportListArgs, FetchExternalSeriesInput, JointSeriesInput } from './external.input.js';
import { ExternalFetches } from './external-fetches.service.js';
import { ExternalImportConnection, ExternalImportView, toExternalImportView } from './external-import.view.js';
import { ExternalRegistry } from './external-registry.service.js';
import { JointSeries } from './joint-series.service.js';
import { JointSeriesView, toJointSeriesView } from './joint-series.view.js';

@Resolver(() => ExternalImportView)
export class ExternalImportResolver {
  constructor(
    private readonly registry: ExternalRegistry,
    private readonly fetches: ExternalFetches,
    private readonly joint: JointSeries,
  ) {}

  @Query(() => ExternalImportConnection, { description: 'Runs that were to bring values of a series, newest first.' })
  @Allow(ownExternalSeries)
  async externalImports(
    @Me() viewer: BureauViewer,
    @Ctx() { language }: RequestContext,
    @Args() { externalSeriesId, ...page }: ExternalImportListArgs,
  ): Promise<Connection<ExternalImportView>> {
    const rows = await this.registry.imports(viewer, externalSeriesId, page);
    return toConnection(rows, (row) => toExternalImportView(row, language));
  }

  @Query(() => JointSeriesView, {
    description:
      'An external series beside an indicator: both over the same periods, and how they go together by lag. No proof of cause.',
  })
  @Allow(ownExternalSeries)
  async jointSeries(
    @Me() viewer: BureauViewer,
    @Ctx() { language }: RequestContext,
    @Args('input') input: JointSeriesInput,
  ): Promise<JointSeriesView> {
    return toJointSeriesView(await this.joint.read(viewer, input, language), language);
  }

  @Mutation(() => ExternalImportView, { description: 'Has a job read the address of a series now.' })
  @Allow(ownExternalSeries)
  async fetchExternalSeries(
    @Me() viewer: BureauViewer,
    @Ctx() { language }: RequestContext,
    @Args('input') input: FetchExternalSeriesInput,
  ): Promise<ExternalImportView> {
    return toExternalImportView(await this.fetches.fetchNow(viewer, input), language);
  }
}
