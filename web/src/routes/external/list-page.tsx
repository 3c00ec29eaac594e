import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormats } from '../../i18n/formats';
import { Ask } from '../../ui/act/ask';
import { Page, Stack } from '../../ui/layout';
import { Pages } from '../../ui/pages';
import { Table } from '../../ui/table';
import { Sparkline } from '../indicators/sparkline';
import { ExternalListDocument, type ExternalCardFragment } from './external.graphql.ts';
import styles from './external.module.css';
import { blankSeries, fromLeast, periodName } from './external.rules';
import { QualityTags } from './quality-tags';
import { SeriesForm } from './series-form';

/** What other departments count: the last value of each, how it went, and what is to be looked at. */
export function ExternalListPage(): ReactNode {
  const { t } = useTranslation('external');
  return (
    <Page
      title={t('title')}
      width="wall"
      actions={
        <Ask kind="main" label={t('form.new')}>
          {(close) => <SeriesForm first={blankSeries} onDone={close} />}
        </Ask>
      }
    >
      <Stack>
        <p className="soft">{t('about')}</p>
        <Pages
          query={ExternalListDocument}
          variables={{}}
          of={['ExternalSeries']}
          pick={({ externalSeries }) => externalSeries}
          empty={t('none')}
        >
          {(all) => <SeriesTable all={all} />}
        </Pages>
      </Stack>
    </Page>
  );
}

function SeriesTable({ all }: { readonly all: readonly ExternalCardFragment[] }): ReactNode {
  const { t } = useTranslation('external');
  return (
    <Table caption={t('title')}>
      <thead>
        <tr>
          <th scope="col">{t('column.name')}</th>
          <th scope="col">{t('column.last')}</th>
          <th scope="col">{t('column.quality')}</th>
          <th scope="col">{t('column.recent')}</th>
          <th scope="col">{t('column.department')}</th>
          <th scope="col">{t('column.region')}</th>
        </tr>
      </thead>
      <tbody>
        {all.map((series) => (
          <SeriesRow key={series.id} series={series} />
        ))}
      </tbody>
    </Table>
  );
}

function SeriesRow({ series }: { readonly series: ExternalCardFragment }): ReactNode {
  const formats = useFormats();
  const { id, code, name, department, unit, cadence, region, lastValue, recent } = series;
  return (
    <tr>
      <th scope="row" className={styles.name}>
        <Link to={`/bureau/external/${id}`}>{name}</Link>
        <div className={styles.small}>{code}</div>
      </th>
      <td className={styles.line}>
        {lastValue && (
          <>
            <span className="number">{formats.number(lastValue.value)}</span> {unit}
            <div className={styles.small}>{periodName(cadence, lastValue.firstDay, formats)}</div>
          </>
        )}
      </td>
      <td className={styles.tags}>
        <QualityTags series={series} />
      </td>
      <td className={styles.spark}>
        <Sparkline values={fromLeast(recent.map(({ value }) => value))} />
      </td>
      <td className={styles.line}>{department}</td>
      <td className={styles.line}>{region?.name}</td>
    </tr>
  );
}
