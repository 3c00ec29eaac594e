import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { dayFrom } from '../../api/local-day';
import { useLiveQuery } from '../../api/live';
import { useFormats } from '../../i18n/formats';
import { SeriesChart } from '../../ui/chart/series-chart';
import { CountedAt } from '../../ui/counted-at';
import { Answer } from '../../ui/state';
import { WallTrendDocument, type WallTrendQuery } from './wall.graphql.ts';
import { trendDays } from './wall.rules';

interface TrendProps {
  readonly regionId: string;
  readonly occupationId: string | null;
  readonly now: number;
}

/** How demand and filling went over the past weeks, day by day. */
export function Trend({ regionId, occupationId, now }: TrendProps): ReactNode {
  const variables = useMemo(
    () => ({
      input: {
        regionId,
        ...(occupationId !== null && { occupationId }),
        from: dayFrom(now, -trendDays),
        until: dayFrom(now, 0),
        step: 'DAY' as const,
      },
    }),
    [regionId, occupationId, now],
  );
  const [answer] = useLiveQuery({ query: WallTrendDocument, variables });
  return (
    <Answer of={answer}>
      {({ fillTrend }) => (
        <>
          <TrendChart points={fillTrend.points} />
          <CountedAt at={fillTrend.countedAt} />
        </>
      )}
    </Answer>
  );
}

function TrendChart({ points }: { readonly points: WallTrendQuery['fillTrend']['points'] }): ReactNode {
  const { t } = useTranslation('bureau');
  const { dayAndMonth } = useFormats();
  const categories = useMemo(() => points.map(({ on }) => dayAndMonth(on)), [points, dayAndMonth]);
  const series = useMemo(
    () => [
      { name: t('stat.demanded'), values: points.map(({ demanded }) => demanded) },
      { name: t('stage.proposed'), values: points.map(({ proposed }) => proposed) },
      { name: t('stage.accepted'), values: points.map(({ accepted }) => accepted) },
      { name: t('stage.onSite'), values: points.map(({ onSite }) => onSite) },
    ],
    [points, t],
  );
  return <SeriesChart kind="line" label={t('trend.label')} categories={categories} series={series} />;
}
