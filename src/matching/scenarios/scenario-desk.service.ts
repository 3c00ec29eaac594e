import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { notFound, orRefuse, refuse, refuseTransition } from '../../platform/errors/index.js';
import { type Page, pageOf } from '../../platform/graphql/connection.js';
import type { BureauViewer, OperatorViewer } from '../../platform/auth/viewer.js';
import { Markets } from '../markets/market.service.js';
import { Scenario } from './scenario.entity.js';
import type { ScenarioListArgs } from './scenario.input.js';
import type { Asker } from './scenario.service.js';
import { scenarioTransitions } from './scenario.states.js';

/** What askers see and do of questions: an enterprise its own, bureaus and operators those of each other. */
@Injectable()
export class ScenarioDesk {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly markets: Markets,
  ) {}

  async require(viewer: Asker, id: string, field?: string): Promise<Scenario> {
    const scenario = orRefuse(await this.db.reader.findOneBy(Scenario, { id }), notFound(field));
    if (viewer.kind !== 'enterprise') {
      if (scenario.hostId !== null) refuse(notFound(field));
      await this.markets.require(viewer, scenario.marketId, field);
    } else if (scenario.hostId !== viewer.enterpriseId) refuse(notFound(field));
    return scenario;
  }

  async list(viewer: BureauViewer | OperatorViewer, args: ScenarioListArgs): Promise<Page<Scenario>> {
    await this.markets.require(viewer, args.marketId, 'marketId');
    const query = this.db.reader.createQueryBuilder(Scenario, 'scenario');
    return pageOf(query.where('scenario.marketId = :marketId AND scenario.hostId IS NULL', args), args);
  }

  /** One that waits never starts, one under way stops soon. */
  async cancel(viewer: Asker, id: string): Promise<Scenario> {
    await this.require(viewer, id, 'input.scenarioId');
    await this.db.transaction(async (tx) => {
      const scenario = await tx.findOneOrFail(Scenario, { where: { id }, lock: { mode: 'pessimistic_write' } });
      refuse(refuseTransition(scenarioTransitions, scenario.state, 'cancelled'));
      await tx.update(Scenario, id, { state: 'cancelled', finishedAt: this.clock.now() });
      await this.audit.record(tx, viewer, {
        ...{ action: 'scenario.cancel', subjectType: 'market', subjectId: scenario.marketId },
        details: { scenarioId: id, from: scenario.state },
      });
    });
    return this.db.reader.findOneByOrFail(Scenario, { id });
  }
}
