import { Injectable } from '@nestjs/common';
import { Needs } from '../../labour/index.js';
import { Audit } from '../../platform/audit/audit.js';
import type { BureauViewer, EnterpriseViewer, OperatorViewer } from '../../platform/auth/viewer.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { notFound, orRefuse, refuse, refuseAll } from '../../platform/errors/index.js';
import { Idempotency, type IdempotentInput } from '../../platform/idempotency/idempotency.js';
import { newId } from '../../platform/ids/ids.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { defineJob } from '../../platform/queue/job.js';
import { Markets } from '../markets/market.service.js';
import { weightsOf } from '../weights/weights.input.js';
import { refuseWeightless } from '../weights/weights.rules.js';
import { changeOf, refuseIncomplete } from './change.rules.js';
import { type Question, Scenario } from './scenario.entity.js';
import type { AskRemediesInput, AskWeightsInput, AskWhatIfInput } from './scenario.input.js';
import { ScenarioPlaces } from './scenario-places.service.js';
import { scenarioMessages } from './scenario.messages.js';

export const answerScenario = defineJob<{ readonly scenarioId: string }>({
  name: 'matching.answer-scenario',
  queue: 'matching',
  attempts: 2,
});

export type Asker = EnterpriseViewer | BureauViewer | OperatorViewer;

/** Questions under way that one account may have at a time. */
const mostOpen = 3;

/** Questions about a market, answered by a job on a copy of it. */
@Injectable()
export class Scenarios {
  constructor(
    private readonly db: Database,
    private readonly idempotency: Idempotency,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly markets: Markets,
    private readonly needs: Needs,
    private readonly places: ScenarioPlaces,
  ) {}

  /** Asks what would be if. VALIDATION_FAILED names each field that a change lacks. */
  async askWhatIf(viewer: BureauViewer | OperatorViewer, input: AskWhatIfInput): Promise<Scenario> {
    refuseAll(input.changes.flatMap((change, n) => refuseIncomplete(change, `input.changes.${n}`)));
    await this.markets.require(viewer, input.marketId, 'input.marketId');
    for (const [n, change] of input.changes.entries()) await this.places.require(change, `input.changes.${n}`);
    const question = { changes: input.changes.map(changeOf) };
    return this.ask(viewer, 'askWhatIf', input, { marketId: input.marketId, kind: 'what_if', question });
  }

  /** Asks what would fill the empty seats of a need, or of part of a market. */
  async askRemedies(viewer: Asker, input: AskRemediesInput): Promise<Scenario> {
    const { needId, regionId, occupationId } = input;
    const marketId = needId ? await this.marketOfNeed(viewer, needId) : await this.marketOf(viewer, input.marketId);
    await this.places.require({ regionId, occupationId }, 'input');
    const scope = needId ? { needId } : { ...(regionId && { regionId }), ...(occupationId && { occupationId }) };
    return this.ask(viewer, 'askRemedies', input, { marketId, kind: 'remedies', question: { scope } });
  }

  /** Asks what other weights would make of a market. */
  async askWeights(viewer: OperatorViewer, input: AskWeightsInput): Promise<Scenario> {
    const weights = weightsOf(input.weights);
    refuse(refuseWeightless(weights));
    await this.markets.require(viewer, input.marketId, 'input.marketId');
    return this.ask(viewer, 'askWeights', input, { marketId: input.marketId, kind: 'weights', question: { weights } });
  }

  private async ask(
    viewer: Asker,
    operation: string,
    input: IdempotentInput,
    asked: { readonly marketId: string; readonly kind: Scenario['kind']; readonly question: Question },
  ): Promise<Scenario> {
    const id = await this.db.transaction((tx) =>
      this.idempotency.once(tx, viewer, operation, input, async () => {
        await this.refuseTooMany(tx, viewer);
        const scenario = {
          id: newId(),
          ...asked,
          ...{ accountId: viewer.accountId, state: 'queued', phase: '', shareDone: 0 },
        };
        const hostId = viewer.kind === 'enterprise' ? viewer.enterpriseId : null;
        await tx.insert(Scenario, { ...scenario, hostId, state: 'queued' });
        await this.outbox.requestJob(tx, answerScenario, { scenarioId: scenario.id });
        await this.audit.record(tx, viewer, {
          ...{ action: 'scenario.ask', subjectType: 'market', subjectId: asked.marketId },
          details: { scenarioId: scenario.id, kind: asked.kind },
        });
        return scenario.id;
      }),
    );
    return this.db.reader.findOneByOrFail(Scenario, { id });
  }

  private async refuseTooMany(tx: Tx, { accountId }: Asker): Promise<void> {
    const open = await tx.countBy(Scenario, [
      { accountId, state: 'queued' },
      { accountId, state: 'running' },
    ]);
    const tooMany = { code: 'RATE_LIMITED', message: scenarioMessages.tooMany, params: { most: mostOpen } } as const;
    refuse(open < mostOpen ? undefined : tooMany);
  }

  private async marketOfNeed(viewer: Asker, needId: string): Promise<string> {
    const need = await this.needs.require(viewer, needId, 'input.needId');
    if (viewer.kind === 'enterprise' && need.hostId !== viewer.enterpriseId) refuse(notFound('input.needId'));
    const marketId = await this.db.transaction((tx) => this.markets.of(tx, need.regionId));
    if (viewer.kind !== 'enterprise') await this.markets.require(viewer, marketId, 'input.needId');
    return marketId;
  }

  private async marketOf(viewer: Asker, marketId: string | null | undefined): Promise<string> {
    const noScope = { code: 'VALIDATION_FAILED', message: scenarioMessages.oneScope, field: 'input.needId' } as const;
    const id = orRefuse(viewer.kind === 'enterprise' ? null : marketId, noScope);
    if (viewer.kind !== 'enterprise') await this.markets.require(viewer, id, 'input.marketId');
    return id;
  }
}
