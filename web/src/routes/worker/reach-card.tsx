import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useFormats } from '../../i18n/formats';
import { Bar, Card } from '../../ui/card';
import { Stack } from '../../ui/layout';
import { MyReachDocument, type MyReachQuery } from './worker.graphql.ts';

type Opening = NonNullable<MyReachQuery['myWorkReach']>['openings'][number];

/** What one change each would open, so that a worker can choose. Nothing while they are not looking for work. */
export function ReachCard(): ReactNode {
  const { t } = useTranslation('worker');
  const [{ data }] = useQuery({ query: MyReachDocument });
  const reach = data?.myWorkReach;
  if (!reach) return null;
  const most = Math.max(1, ...reach.openings.map(({ seats }) => seats));
  return (
    <Card title={t('reach.title', { count: reach.needs })}>
      <Stack>
        <p className="soft">{t(reach.openings.length > 0 ? 'reach.more' : 'reach.nothing')}</p>
        {reach.openings.map((opening) => (
          <Measure key={opening.code} opening={opening} most={most} />
        ))}
      </Stack>
    </Card>
  );
}

function Measure({ opening, most }: { readonly opening: Opening; readonly most: number }): ReactNode {
  const { t } = useTranslation('worker');
  const { money, distance } = useFormats();
  const { code, label, seats, least } = opening;
  const amount = { WAGE: money(least), DISTANCE: distance(least / 1000), LEVEL: String(least) }[code];
  return (
    <Bar
      label={amount === undefined ? label : t('reach.from', { label, amount })}
      share={seats / most}
      text={t('reach.seats', { count: seats })}
    />
  );
}
