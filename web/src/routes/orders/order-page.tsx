import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { useLiveQuery } from '../../api/live';
import { useFormats } from '../../i18n/formats';
import { ButtonLink } from '../../ui/button';
import { Card, Stat, Stats } from '../../ui/card';
import { Page, Stack } from '../../ui/layout';
import { PartsBar } from '../../ui/parts/parts-bar';
import { Answer, Empty } from '../../ui/state';
import { StandingTag, useDueWords } from './order-card';
import { OrderSteps, SecureStep } from './order-steps';
import { type NeedFragment, OneOrderDocument, OrderPlanDocument } from './orders.graphql.ts';
import { coverOf, daysUntil, type Order, type Plan } from './orders.rules';
import styles from './orders.module.css';
import { ProposalCard } from './proposal-card';
import { Timeline } from './timeline';
import { useTimelineRows } from './timeline-rows';
import { useAmount } from './words';

const changing = { additionalTypenames: ['ProductionOrder', 'MaterialTransfer', 'CapacityBooking', 'Offer'] };

/** One order: what it takes, what of it is there, the best plan for the rest, and what can be done. */
export function OrderPage(): ReactNode {
  const { t } = useTranslation('orders');
  const { id = '' } = useParams();
  const [answer, ask] = useLiveQuery({ query: OneOrderDocument, variables: { id }, context: changing });
  const order = answer.data?.productionOrder;
  return (
    <Page
      title={order ? `${order.reference} · ${order.product}` : t('title')}
      actions={<ButtonLink to="/orders">{t('tab.orders')}</ButtonLink>}
    >
      <Answer of={answer} onRetry={() => ask({ requestPolicy: 'network-only' })}>
        {({ productionOrder }) => (productionOrder ? <Shown order={productionOrder} /> : <Empty>{t('gone')}</Empty>)}
      </Answer>
    </Page>
  );
}

function Shown({ order }: { readonly order: Order }): ReactNode {
  const { t } = useTranslation('orders');
  return (
    <Stack>
      <Facts order={order} />
      <ProposalCard order={order} />
      <div className={styles.two}>
        <Card title={t('needs.title')}>
          <Stack>
            {order.requirements.map((need) => (
              <NeedBar key={need.id} need={need} />
            ))}
          </Stack>
        </Card>
        {order.actions.includes('SECURE') ? <ToSecure order={order} /> : <Secured order={order} />}
      </div>
      <OrderSteps order={order} />
    </Stack>
  );
}

function Facts({ order }: { readonly order: Order }): ReactNode {
  const { t } = useTranslation('orders');
  const { number, money, date } = useFormats();
  const due = useDueWords();
  const { quantity, valueFen, customer, dueDate, earliestStart, state, missedBecause, enterprise, region } = order;
  const words = [
    ...(state === 'OPEN' ? [] : [due(order)]),
    ...(customer === null || customer === '' ? [] : [t('customer', { name: customer })]),
    ...(missedBecause === null ? [] : [t(`missed.${missedBecause}`)]),
  ];
  return (
    <Card title={`${enterprise.name} · ${region.name}`} actions={<StandingTag order={order} />}>
      <Stack>
        <Stats>
          <Stat label={t('stat.quantity')} value={number(Number(quantity))} />
          <Stat label={t('stat.value')} value={money(valueFen)} />
          <Stat label={t('stat.start')} value={date(earliestStart)} />
          <Stat
            label={t('stat.due')}
            value={date(dueDate)}
            {...(state === 'OPEN' && { note: t('stat.left', { count: Math.max(0, daysUntil(dueDate)) }) })}
          />
        </Stats>
        {words.length > 0 && <p className="soft">{words.join(' ')}</p>}
      </Stack>
    </Card>
  );
}

/** What a requirement is met with, in one bar. */
function NeedBar({ need }: { readonly need: NeedFragment }): ReactNode {
  const { t } = useTranslation('orders');
  const amount = useAmount();
  const cover = coverOf(need);
  const title = t('needs.of', { name: need.name, amount: amount(need.quantity, need.unit) });
  return (
    <section>
      <h3>{title}</h3>
      <PartsBar
        label={title}
        parts={(['confirmed', 'own', 'reserved', 'missing'] as const).map((part) => ({
          ...{ name: t(`cover.${part}`), value: cover[part], text: amount(cover[part], need.unit) },
          isMissing: part === 'missing',
        }))}
      />
    </section>
  );
}

/** The best plan for what is missing, as it would be reserved. */
function ToSecure({ order }: { readonly order: Order }): ReactNode {
  const { t } = useTranslation('orders');
  const [answer, ask] = useQuery({ query: OrderPlanDocument, variables: { id: order.id }, context: changing });
  return (
    <Card title={t('plan.title')}>
      <Answer of={answer} onRetry={() => ask({ requestPolicy: 'network-only' })}>
        {({ orderPlan }) => (
          <Stack>
            <SecureStep order={order} plan={orderPlan} />
            <OrderTimeline order={order} plan={orderPlan} />
          </Stack>
        )}
      </Answer>
    </Card>
  );
}

function Secured({ order }: { readonly order: Order }): ReactNode {
  const { t } = useTranslation('orders');
  return (
    <Card title={t('plan.reserved')}>
      <OrderTimeline order={order} plan={nothing} />
    </Card>
  );
}

const nothing: Plan = { costFen: 0, items: [], missing: [] };

function OrderTimeline({ order, plan }: { readonly order: Order; readonly plan: Plan }): ReactNode {
  const { t } = useTranslation('orders');
  const rowsOf = useTimelineRows();
  const rows = useMemo(() => rowsOf(order, plan), [rowsOf, order, plan]);
  return <Timeline label={t('plan.timeline')} startsOn={order.earliestStart} endsOn={order.dueDate} rows={rows} />;
}
