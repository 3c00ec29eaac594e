import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/act';
import { usePolledQuery } from '../../api/polled';
import { useFormats } from '../../i18n/formats';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Choice } from '../../ui/choice';
import { Row, Stack } from '../../ui/layout';
import { Notice } from '../../ui/notice';
import { Answer } from '../../ui/state';
import { PlanRegionDocument, RegionPlansDocument } from './region.graphql.ts';
import { RegionOutcome } from './region-outcome';
import { isUnderWay, type RegionPlan } from './region.rules';

const [soonMs, seldomMs] = [1_500, 60_000];
const plans = { additionalTypenames: ['RegionPlan'] };

/** Asks for the joint plan of a region, follows its job, and shows what it came to. */
export function RegionPlanCard({ regionId }: { readonly regionId: string }): ReactNode {
  const { t } = useTranslation('orders');
  const [isBusy, setBusy] = useState(false);
  const query = { query: RegionPlansDocument, variables: { regionId }, context: plans };
  const [answer, ask] = usePolledQuery(query, isBusy ? soonMs : seldomMs);
  const newest = answer.data?.regionPlans.edges[0]?.node;
  const isAtWork = newest !== undefined && isUnderWay(newest);
  if (isAtWork !== isBusy) setBusy(isAtWork);
  return (
    <Card title={t('region.plan.title')}>
      <Stack>
        <p className="soft">{t('region.plan.explain')}</p>
        <AskPlan regionId={regionId} isUnderWay={isAtWork} />
        <Answer of={answer} onRetry={() => ask({ requestPolicy: 'network-only' })}>
          {() => newest && <Newest plan={newest} />}
        </Answer>
      </Stack>
    </Card>
  );
}

interface AskPlanProps {
  readonly regionId: string;
  readonly isUnderWay: boolean;
}

function AskPlan({ regionId, isUnderWay: isOn }: AskPlanProps): ReactNode {
  const { t } = useTranslation('orders');
  const { act, isBusy, problem } = useAct(PlanRegionDocument);
  const [by, setBy] = useState<'value' | 'number'>('number');
  return (
    <>
      {problem && <Notice tone="bad">{problem.message}</Notice>}
      <Row>
        <Choice
          label={t('region.plan.by')}
          value={by}
          onChange={(chosen) => setBy(chosen === 'value' ? 'value' : 'number')}
          options={(['number', 'value'] as const).map((value) => ({ value, label: t(`region.plan.most.${value}`) }))}
        />
        <Button
          kind="main"
          isBusy={isBusy || isOn}
          onClick={() =>
            void act({ input: { idempotencyKey: crypto.randomUUID(), regionId, byNumber: by === 'number' } })
          }
        >
          {t('region.plan.ask')}
        </Button>
      </Row>
    </>
  );
}

function Newest({ plan }: { readonly plan: RegionPlan }): ReactNode {
  const { t } = useTranslation('orders');
  const { ago, duration } = useFormats();
  const { state, outcome, requestedAt } = plan;
  if (isUnderWay(plan))
    return (
      <div role="status">
        <p>{t(state === 'QUEUED' ? 'region.plan.queued' : 'region.plan.running')}</p>
        <progress aria-label={t('region.plan.running')} />
      </div>
    );
  if (!outcome) return <Notice tone="bad">{t('region.plan.failed', { ago: ago(requestedAt) })}</Notice>;
  return (
    <Stack>
      <p className="soft">
        {t('region.plan.made', { ago: ago(requestedAt), took: duration(outcome.solveMs), count: outcome.openOrders })}
      </p>
      <RegionOutcome outcome={outcome} byNumber={plan.byNumber} />
    </Stack>
  );
}
