import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { usePolledQuery } from '../../api/polled';
import { useFormats } from '../../i18n/formats';
import { ActButton } from '../../ui/act/act-button';
import { ButtonLink } from '../../ui/button';
import { Bar, Card, Stat, Stats } from '../../ui/card';
import { Columns, Page, Row, Stack } from '../../ui/layout';
import { RegionMap } from '../../ui/map/region-map';
import { Notice } from '../../ui/notice';
import { Answer, Empty } from '../../ui/state';
import { BusCard } from './bus-card';
import { PlanState } from './plans';
import { CancelTransportDocument, OneTransportPlanDocument, PublishTransportDocument } from './transport.graphql.ts';
import { isUnderWay, type Plan, seatsIn, sparedShare, wayOf } from './transport.rules';

const [soonMs, seldomMs] = [1_000, 15_000];

/** One plan of buses: what it came to, its buses with their stops, and what is to be done with it. */
export function PlanPage(): ReactNode {
  const { t } = useTranslation('transport');
  const { date } = useFormats();
  const { id = '' } = useParams();
  const query = useMemo(() => ({ query: OneTransportPlanDocument, variables: { id } }), [id]);
  const [isBusy, setBusy] = useState(true);
  const [answer, ask] = usePolledQuery(query, isBusy ? soonMs : seldomMs);
  const plan = answer.data?.transportPlan;
  const isAtWork = plan ? isUnderWay(plan) : false;
  if (plan && isAtWork !== isBusy) setBusy(isAtWork);
  return (
    <Page
      title={plan ? `${t('way', wayOf(plan, plan.direction))} · ${date(plan.day)}` : t('title')}
      actions={<ButtonLink to="/bureau/transport">{t('title')}</ButtonLink>}
    >
      <Answer of={answer} onRetry={() => ask({ requestPolicy: 'network-only' })}>
        {({ transportPlan }) => (transportPlan ? <OnePlan plan={transportPlan} /> : <Empty>{t('plan.gone')}</Empty>)}
      </Answer>
    </Page>
  );
}

function OnePlan({ plan }: { readonly plan: Plan }): ReactNode {
  const { t } = useTranslation('transport');
  if (isUnderWay(plan))
    return (
      <Card title={t(`state.${plan.state}`)}>
        <div role="status">
          <p>{t('plan.atWork')}</p>
          <progress aria-label={t('plan.atWork')} />
        </div>
      </Card>
    );
  if (!plan.outcome) return <Notice tone="bad">{t('plan.failed')}</Notice>;
  return (
    <Stack>
      <Outcome plan={plan} />
      {plan.trips.length > 0 && (
        <Columns least="m">
          <Card title={t('plan.map')}>
            <Stops plan={plan} />
          </Card>
          {plan.trips.map((trip) => (
            <BusCard key={trip.id} trip={trip} mayName={plan.actions.length > 0} />
          ))}
        </Columns>
      )}
    </Stack>
  );
}

function Outcome({ plan }: { readonly plan: Plan }): ReactNode {
  const { t } = useTranslation('transport');
  const { money, distance, number, percent } = useFormats();
  const { outcome, trips } = plan;
  if (!outcome) return null;
  const all = trips.flatMap(({ seatsByState }) => seatsByState);
  const isAsked = plan.state === 'PUBLISHED';
  const isBest = outcome.costFen === outcome.boundFen;
  return (
    <Card title={t('plan.outcome')} actions={<PlanState state={plan.state} />}>
      <Stack>
        <Stats>
          <Stat label={t('field.heads')} value={number(outcome.heads)} />
          <Stat label={t('field.buses')} value={number(trips.length)} note={distance(outcome.km)} />
          <Stat
            label={t('field.cost')}
            value={money(outcome.costFen)}
            note={t('plan.spared', { share: percent(sparedShare(outcome)), alone: money(outcome.aloneFen) })}
          />
          {outcome.left > 0 && <Stat label={t('field.left')} value={number(outcome.left)} note={t('plan.leftHint')} />}
        </Stats>
        {outcome.boundFen > 0 && (
          <p className="soft">
            {t(isBest ? 'plan.best' : 'plan.near', { routes: number(outcome.routes), bound: money(outcome.boundFen) })}
          </p>
        )}
        {isAsked && (
          <Bar
            label={t('seat.TAKEN')}
            share={outcome.seated === 0 ? 0 : seatsIn({ seatsByState: all }, 'TAKEN') / outcome.seated}
            text={`${seatsIn({ seatsByState: all }, 'TAKEN')} / ${outcome.seated}`}
          />
        )}
        <Acts plan={plan} />
      </Stack>
    </Card>
  );
}

function Acts({ plan: { id, actions, state } }: { readonly plan: Plan }): ReactNode {
  const { t } = useTranslation('transport');
  const [keys] = useState(() => ({ publish: crypto.randomUUID(), cancel: crypto.randomUUID() }));
  return (
    <Row>
      {actions.includes('PUBLISH') && (
        <ActButton
          label={t('plan.publish')}
          kind="main"
          document={PublishTransportDocument}
          variables={{ input: { idempotencyKey: keys.publish, transportPlanId: id } }}
          done={t('plan.published')}
        />
      )}
      {state === 'PUBLISHED' && (
        <a href={`/transport-plans/${id}/manifest.pdf`} download>
          {t('plan.manifest')}
        </a>
      )}
      {actions.includes('CANCEL') && (
        <ActButton
          label={t('plan.cancel')}
          document={CancelTransportDocument}
          variables={{ input: { idempotencyKey: keys.cancel, transportPlanId: id } }}
          done={t('plan.cancelled')}
        />
      )}
    </Row>
  );
}

function Stops({ plan }: { readonly plan: Plan }): ReactNode {
  const { t } = useTranslation('transport');
  const points = plan.trips.flatMap(({ nth, stops }) =>
    stops.map(({ id, name, at, latitude, longitude, isHome }) => ({
      ...{ id, latitude, longitude, isChosen: !isHome },
      label: `${t('bus.nth', { nth })} · ${name} · ${at}`,
    })),
  );
  return (
    <RegionMap
      label={t('plan.map')}
      points={points}
      fit={[plan.origin?.id ?? '', plan.destination?.id ?? '']}
      marked={new Set([plan.origin?.id ?? '', plan.destination?.id ?? ''])}
    />
  );
}
