import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { Live, useLiveQuery } from '../../api/live';
import { dayFrom } from '../../api/local-day';
import { useFormats } from '../../i18n/formats';
import { useAddress } from '../../shell/address';
import { ButtonLink } from '../../ui/button';
import { Card } from '../../ui/card';
import { Choice } from '../../ui/choice';
import { Page, Stack } from '../../ui/layout';
import { Answer } from '../../ui/state';
import { Change } from './change';
import {
  IndicatorBoardDocument,
  type IndicatorBoardQuery,
  IndicatorsChangedDocument,
  IndicatorsDocument,
} from './indicators.graphql.ts';
import styles from './indicators.module.css';
import { type Span, spans, stepOf, writeValue } from './indicators.rules';
import { Sparkline } from './sparkline';

type Report = IndicatorBoardQuery['indicatorReports'][number];

/** Every indicator of the jurisdiction at a look: its figure, how it went, and against before. It follows what happens. */
export function BoardPage(): ReactNode {
  const { t } = useTranslation('indicators');
  const [address, go] = useAddress();
  const span = spans.find((days) => String(days) === address.get('days')) ?? 91;
  const [catalogue, ask] = useQuery({ query: IndicatorsDocument, variables: {} });
  return (
    <Page
      title={t('title')}
      width="wall"
      actions={
        <>
          <Choice
            label={t('span')}
            value={String(span)}
            onChange={(days) => go({ days })}
            options={spans.map((days) => ({ value: String(days), label: t(`spans.${days}`) }))}
          />
          <ButtonLink to="/bureau">{t('wall')}</ButtonLink>
        </>
      }
    >
      <Answer of={catalogue} onRetry={() => ask({ requestPolicy: 'network-only' })}>
        {({ indicators }) => (
          <Live of={IndicatorsChangedDocument} variables={{}}>
            <Board key={span} codes={indicators.map(({ code }) => code)} span={span} />
          </Live>
        )}
      </Answer>
    </Page>
  );
}

interface BoardProps {
  readonly codes: string[];
  readonly span: Span;
}

function Board({ codes, span }: BoardProps): ReactNode {
  const { t } = useTranslation('indicators');
  const { period } = useFormats();
  const [now] = useState(() => Date.now());
  const variables = useMemo(
    () => ({ input: { codes, from: dayFrom(now, 1 - span), until: dayFrom(now, 0), step: stepOf[span] } }),
    [codes, span, now],
  );
  const [answer, ask] = useLiveQuery({ query: IndicatorBoardDocument, variables });
  return (
    <Answer of={answer} onRetry={() => ask({ requestPolicy: 'network-only' })}>
      {({ indicatorReports: reports }) => (
        <Stack>
          {reports[0] && (
            <p className="soft">
              {t('of', { region: reports[0].region.name, period: period(reports[0].now.from, reports[0].now.until) })}
            </p>
          )}
          <div className={styles.board}>
            {reports.map((report) => (
              <IndicatorCard key={report.indicator.code} report={report} span={span} />
            ))}
          </div>
        </Stack>
      )}
    </Answer>
  );
}

function IndicatorCard({ report, span }: { readonly report: Report; readonly span: Span }): ReactNode {
  const { t } = useTranslation('indicators');
  const formats = useFormats();
  const { indicator, now, before, yearAgo, series } = report;
  return (
    <Card
      as="article"
      title={<Link to={`/bureau/indicators/${indicator.code}?days=${String(span)}`}>{indicator.name}</Link>}
    >
      <p>
        <span className={`number ${styles.figure ?? ''}`}>{writeValue(indicator.unit, now.value, formats)}</span>{' '}
        {indicator.unit !== 'SHARE' && <span className={styles.made}>{t(`unit.${indicator.unit}`)}</span>}
      </p>
      {now.denominator !== null && (
        <p className={styles.made}>
          {t('made', { numerator: formats.number(now.numerator), denominator: formats.number(now.denominator) })}
        </p>
      )}
      <Sparkline values={series.map(({ value }) => value)} />
      <Change indicator={indicator} now={now.value} than={before.value} against="before" />
      <Change indicator={indicator} now={now.value} than={yearAgo.value} against="yearAgo" />
      <details className={styles.made}>
        <summary>{t('definition')}</summary>
        <p>{indicator.definition}</p>
      </details>
    </Card>
  );
}
