import { Args, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/auth/allow.decorator.js';
import { Database } from '../../platform/database/database.js';
import { type Connection, pageOf, toConnection } from '../../platform/graphql/connection.js';
import { SharingRun } from './sharing-run.entity.js';
import { SharingRunConnection, SharingRunListArgs, SharingRunView, toSharingRunView } from './sharing-run.view.js';

@Resolver(() => SharingRunView)
export class SharingRunResolver {
  constructor(private readonly db: Database) {}

  @Query(() => SharingRunConnection, { description: 'Runs of the market of materials or of capacity, newest first.' })
  @Allow({ to: ['bureau', 'operator'], owns: 'figures of a whole market, which name nobody' })
  async sharingRuns(@Args() { leg, ...page }: SharingRunListArgs): Promise<Connection<SharingRunView>> {
    const runs = this.db.reader.createQueryBuilder(SharingRun, 'run').where('run.leg = :leg', { leg });
    return toConnection(await pageOf(runs, page), toSharingRunView);
  }
}
