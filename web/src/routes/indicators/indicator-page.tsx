import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Live, useLiveQuery } from '../../api/live';
import { dayFrom } from '../../api/local-day';
import { useFormats } from '../../i18n/formats';
import { type Go, useAddress } from '../../shell/address';
import { Button, ButtonLink } from '../../ui/button';
import { Card, Stat, Stats } from '../../ui/card';
import { SeriesChart } from '../../ui/chart/series-chart';
import { Choice } from '../../ui/choice';
import { Columns, Page, Row, Stack } from '../../ui/layout';
import { Answer, Empty } from '../../ui/state';
import { Change } from './change';
import { CountyNeeds } from './county-needs';
import {
  IndicatorsChangedDocument,
  OneIndicatorDocument,
  type OneIndicatorQuery,
  type OneIndicatorQueryVariables,
} from './indicators.graphql.ts';
import { groupings, groupingsOf, spans, stepOf, writeValue } from './indicators.rules';
import { Parts } from './parts';

type Report = OneIndicatorQuery['indicatorReports'][number];

/** One indicator: its figure against before, step by step, and split into parts, from the province down to the county. */
export function IndicatorPage(): ReactNode {
  const { t } = useTranslation('indicators');
  const { code = '' } = useParams();
  const [address, go] = useAddress();
  const span = spans.find((days) => String(days) === address.get('days')) ?? 91;
  const groupBy = groupings.find((by) => by === address.get('by')) ?? 'REGION';
  const regionId = address.get('region');
  const [now] = useState(() => Date.now());
  const variables = useMemo(
    () => ({
      input: {
        ...{ codes: [code], groupBy, step: stepOf[span] },
        ...(regionId !== null && { regionId }),
        ...{ from: dayFrom(now, 1 - span), until: dayFrom(now, 0) },
      },
    }),
    [code, groupBy, regionId, span, now],
  );
  return (
    <Live of={IndicatorsChangedDocument} variables={{}}>
      <OneIndicator variables={variables}>
        {(report) => (
          <Page
            title={`${report.indicator.name} · ${report.region.name}`}
            actions={
              <>
                <Choice
                  label={t('span')}
                  value={String(span)}
                  onChange={(days) => go({ days })}
                  options={spans.map((days) => ({ value: String(days), label: t(`spans.${days}`) }))}
                />
                <ButtonLink to="/matching/what-if">{t('whatIf')}</ButtonLink>
                <ButtonLink to={`/bureau/indicators?days=${String(span)}`}>{t('title')}</ButtonLink>
              </>
            }
          >
            <Report report={report} go={go} isPart={regionId !== null} groupBy={groupBy} />
          </Page>
        )}
      </OneIndicator>
    </Live>
  );
}

interface OneIndicatorProps {
  readonly variables: OneIndicatorQueryVariables;
  readonly children: (report: Report) => ReactNode;
}

function OneIndicator({ variables, children }: OneIndicatorProps): ReactNode {
  const { t } = useTranslation('indicators');
  const [answer, ask] = useLiveQuery({ query: OneIndicatorDocument, variables });
  const report = answer.data?.indicatorReports[0];
  if (report) return children(report);
  return (
    <Page title={t('title')}>
      <Answer of={answer} onRetry={() => ask({ requestPolicy: 'network-only' })}>
        {() => <Empty>{t('unknown')}</Empty>}
      </Answer>
    </Page>
  );
}

interface ReportProps {
  readonly report: Report;
  readonly go: Go;
  readonly isPart: boolean;
  readonly groupBy: (typeof groupings)[number];
}

function Report({ report, go, isPart, groupBy }: ReportProps): ReactNode {
  const { t } = useTranslation('indicators');
  const { indicator } = report;
  return (
    <Stack>
      {isPart && (
        <Row>
          <Button onClick={() => go({ region: '' })}>{t('allRegions')}</Button>
        </Row>
      )}
      <Columns least="l">
        <Figures report={report} />
        <Card title={t('series')}>
          <Series report={report} />
        </Card>
      </Columns>
      <Card
        title={t('parts.title')}
        actions={
          <Choice
            label={t('parts.by')}
            value={groupBy}
            onChange={(by) => go({ by })}
            options={groupingsOf(indicator).map((by) => ({ value: by, label: t(`parts.${by}`) }))}
          />
        }
      >
        <Parts
          indicator={indicator}
          rows={report.rows}
          onRegion={groupBy === 'REGION' ? (id) => go({ region: id }) : undefined}
          here={report.region.id}
        />
      </Card>
      {report.region.level === 'COUNTY' && <CountyNeeds key={report.region.id} regionId={report.region.id} />}
    </Stack>
  );
}

function Figures({ report: { indicator, now, before, yearAgo } }: Pick<ReportProps, 'report'>): ReactNode {
  const { t } = useTranslation('indicators');
  const formats = useFormats();
  const write = (value: number | null): string => writeValue(indicator.unit, value, formats);
  const made = ({ numerator, denominator }: Report['now']): string | undefined =>
    denominator === null
      ? undefined
      : t('made', { numerator: formats.number(numerator), denominator: formats.number(denominator) });
  return (
    <Card title={t('figures')}>
      <Stack>
        <Stats>
          <Stat label={formats.period(now.from, now.until)} value={write(now.value)} note={made(now)} />
          <Stat label={t('before')} value={write(before.value)} note={made(before)} />
          <Stat label={t('yearAgo')} value={write(yearAgo.value)} note={made(yearAgo)} />
        </Stats>
        <div>
          <Change indicator={indicator} now={now.value} than={before.value} against="before" />
          <Change indicator={indicator} now={now.value} than={yearAgo.value} against="yearAgo" />
        </div>
        <p>{indicator.definition}</p>
        <p className="soft">
          {indicator.follows !== null && `${t('follows', { statistic: indicator.follows })} `}
          {t('sources', { tables: indicator.sources.join(', ') })}
        </p>
      </Stack>
    </Card>
  );
}

function Series({ report: { indicator, series } }: Pick<ReportProps, 'report'>): ReactNode {
  const formats = useFormats();
  const { dayAndMonth } = formats;
  const categories = useMemo(() => series.map(({ from }) => dayAndMonth(from)), [series, dayAndMonth]);
  const lines = useMemo(
    () => [{ name: indicator.name, values: series.map(({ value }) => value) }],
    [indicator.name, series],
  );
  const write = useMemo(() => (value: number) => writeValue(indicator.unit, value, formats), [indicator.unit, formats]);
  return <SeriesChart kind="line" label={indicator.name} categories={categories} series={lines} format={write} />;
}
