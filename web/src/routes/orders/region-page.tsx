import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { dayFrom } from '../../api/local-day';
import { useLiveQuery } from '../../api/live';
import { useFormats } from '../../i18n/formats';
import { useAddress } from '../../shell/address';
import { Bar, Card, Stat, Stats } from '../../ui/card';
import { SeriesChart } from '../../ui/chart/series-chart';
import { Choice } from '../../ui/choice';
import { Columns, Stack } from '../../ui/layout';
import { Answer, Empty } from '../../ui/state';
import { OrdersFrame } from './orders-frame';
import { GuaranteeDocument, type GuaranteeQuery, MyRegionDocument } from './region.graphql.ts';
import { RegionPlanCard } from './region-plan-card';

const horizons = [30, 60, 90] as const;
const trendDays = 60;

/** How many orders of the jurisdiction are guaranteed, what is lacking, and how a joint plan would change it. */
export function RegionPage(): ReactNode {
  const { t } = useTranslation('orders');
  const [address, go] = useAddress();
  const days = horizons.find((known) => String(known) === address.get('days')) ?? 60;
  const [answer, ask] = useQuery({ query: MyRegionDocument, variables: {} });
  return (
    <OrdersFrame
      actions={
        <Choice
          label={t('region.horizon')}
          value={String(days)}
          onChange={(chosen) => go({ days: chosen })}
          options={horizons.map((known) => ({ value: String(known), label: t('region.days', { count: known }) }))}
        />
      }
    >
      <Answer of={answer} onRetry={() => ask({ requestPolicy: 'network-only' })}>
        {({ me }) =>
          me.bureau && <Region key={days} id={me.bureau.region.id} name={me.bureau.region.name} days={days} />
        }
      </Answer>
    </OrdersFrame>
  );
}

interface RegionProps {
  readonly id: string;
  readonly name: string;
  readonly days: number;
}

const changing = { additionalTypenames: ['ProductionOrder'] };

function Region({ id, name, days }: RegionProps): ReactNode {
  const [now] = useState(() => Date.now());
  const variables = useMemo(
    () => ({
      ...{ regionId: id, from: dayFrom(now, 0), until: dayFrom(now, days) },
      ...{ past: dayFrom(now, -trendDays), today: dayFrom(now, 0) },
    }),
    [id, days, now],
  );
  const [answer, ask] = useLiveQuery({ query: GuaranteeDocument, variables, context: changing });
  return (
    <Answer of={answer} onRetry={() => ask({ requestPolicy: 'network-only' })}>
      {({ orderGuarantee, orderGuaranteeTrend }) => (
        <Stack>
          <Rate name={name} days={days} rate={orderGuarantee} />
          <RegionPlanCard regionId={id} />
          <Trend points={orderGuaranteeTrend} />
        </Stack>
      )}
    </Answer>
  );
}

interface RateProps extends Pick<RegionProps, 'name' | 'days'> {
  readonly rate: GuaranteeQuery['orderGuarantee'];
}

function Rate({ name, days, rate }: RateProps): ReactNode {
  const { t } = useTranslation('orders');
  const { number, percent, money } = useFormats();
  const { orders, guaranteed, valueFen, guaranteedFen } = rate;
  const missed = orders - guaranteed;
  const causes = [
    ['LABOUR', rate.missedLabour],
    ['MATERIAL', rate.missedMaterial],
    ['CAPACITY', rate.missedCapacity],
    ['OTHER', rate.missedOther],
  ] as const;
  return (
    <Columns least="m">
      <Card title={t('region.rate', { region: name, days })}>
        <Stats>
          <Stat
            label={t('region.stat.rate')}
            value={percent(rate.rate)}
            note={t('region.stat.of', { guaranteed: number(guaranteed), orders: number(orders) })}
          />
          <Stat
            label={t('region.stat.value')}
            value={percent(valueFen === 0 ? null : guaranteedFen / valueFen)}
            note={t('region.stat.worth', { guaranteed: money(guaranteedFen), all: money(valueFen) })}
          />
        </Stats>
      </Card>
      <Card title={t('region.causes', { count: missed })}>
        {causes
          .filter(([, count]) => count > 0)
          .map(([cause, count]) => (
            <Bar key={cause} label={t(`cause.${cause}`)} share={count / missed} text={t('region.missed', { count })} />
          ))}
        {missed === 0 && <p className="soft">{t('region.nothingMissed')}</p>}
      </Card>
    </Columns>
  );
}

function Trend({ points }: { readonly points: GuaranteeQuery['orderGuaranteeTrend'] }): ReactNode {
  const { t } = useTranslation('orders');
  const { dayAndMonth, percent } = useFormats();
  const categories = useMemo(() => points.map(({ day }) => dayAndMonth(day)), [points, dayAndMonth]);
  const series = useMemo(() => [{ name: t('region.stat.rate'), values: points.map(({ rate }) => rate) }], [points, t]);
  return (
    <Card title={t('region.trend')}>
      {points.length === 0 ? (
        <Empty>{t('region.noTrend')}</Empty>
      ) : (
        <SeriesChart kind="line" label={t('region.trend')} categories={categories} series={series} format={percent} />
      )}
    </Card>
  );
}
