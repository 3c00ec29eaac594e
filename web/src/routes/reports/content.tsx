import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/formats';
import { Card } from '../../ui/card';
import { SeriesChart } from '../../ui/chart/series-chart';
import { Columns, Stack } from '../../ui/layout';
import { Table } from '../../ui/table';
import { Change } from '../indicators/change';
import { writeValue } from '../indicators/indicators.rules';
import type { ReportContentFragment } from './reports.graphql.ts';
import styles from './reports.module.css';

type Figure = ReportContentFragment['figures'][number];

/** What a report says: its sentences, its figures with their ways, and its parts. */
export function Content({ content }: { readonly content: ReportContentFragment }): ReactNode {
  const { t } = useTranslation('reports');
  const formats = useFormats();
  const { bureau, title, region, from, until, asOf, summary, figures } = content;
  return (
    <Stack>
      <header className={styles.head}>
        <p className={styles.masthead}>{bureau}</p>
        <p className={styles.title}>{title}</p>
        <p className="soft">
          {formats.period(from, until)} · {region.name} · {t('asOf', { at: formats.dateTime(asOf) })}
        </p>
      </header>
      <ul className={styles.summary}>
        {summary.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <Columns least="s">
        {figures.map((figure) => (
          <FigureCard key={figure.indicator.code} figure={figure} />
        ))}
      </Columns>
      <PartTable figures={figures} />
    </Stack>
  );
}

function FigureCard({ figure }: { readonly figure: Figure }): ReactNode {
  const formats = useFormats();
  const { indicator, now, before, yearAgo, series } = figure;
  const { dayAndMonth } = formats;
  const categories = useMemo(() => series.map(({ from }) => dayAndMonth(from)), [series, dayAndMonth]);
  const lines = useMemo(
    () => [{ name: indicator.name, values: series.map(({ value }) => value) }],
    [indicator.name, series],
  );
  const write = useMemo(() => (value: number) => writeValue(indicator.unit, value, formats), [indicator.unit, formats]);
  return (
    <Card as="article" title={`${indicator.name} ${writeValue(indicator.unit, now.value, formats)}`}>
      <Change indicator={indicator} now={now.value} than={before.value} against="before" />
      <Change indicator={indicator} now={now.value} than={yearAgo.value} against="yearAgo" />
      <SeriesChart kind="line" label={indicator.name} categories={categories} series={lines} format={write} />
    </Card>
  );
}

function PartTable({ figures }: { readonly figures: readonly Figure[] }): ReactNode {
  const { t } = useTranslation('reports');
  const formats = useFormats();
  const labels = new Map(figures.flatMap(({ rows }) => rows.map(({ key, label }) => [key ?? '', label] as const)));
  if (labels.size === 0) return null;
  return (
    <Card title={t('parts')}>
      <Table caption={t('parts')} of="figures">
        <thead>
          <tr>
            <th scope="col">{t('part')}</th>
            {figures.map(({ indicator: { code, name } }) => (
              <th key={code} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...labels].map(([key, label]) => (
            <tr key={key}>
              <th scope="row" className={styles.part}>
                {label}
              </th>
              {figures.map(({ indicator: { code, unit }, rows }) => (
                <td key={code}>
                  {writeValue(unit, rows.find((row) => (row.key ?? '') === key)?.value ?? null, formats)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
    </Card>
  );
}
