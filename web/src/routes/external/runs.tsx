import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/formats';
import { ActButton } from '../../ui/act/act-button';
import { Card, Tag } from '../../ui/card';
import { Row, Stack } from '../../ui/layout';
import { Pages } from '../../ui/pages';
import { Table } from '../../ui/table';
import {
  ExternalRunsDocument,
  type ExternalRunFragment,
  type ExternalTermsFragment,
  FetchExternalDocument,
} from './external.graphql.ts';
import styles from './external.module.css';

const tones = { QUEUED: 'plain', RUNNING: 'call', SUCCEEDED: 'good', FAILED: 'bad' } as const;

/** What brought the values, newest first: files, looks at the department's address, and why some brought nothing. */
export function Runs({ series: { id, source, isOn } }: { readonly series: ExternalTermsFragment }): ReactNode {
  const { t } = useTranslation('external');
  const [turn, setTurn] = useState(0);
  const [key] = useState(() => crypto.randomUUID());
  return (
    <Card
      title={t('runs.title')}
      actions={
        source === 'HTTP' &&
        isOn && (
          <ActButton
            label={t('runs.fetch')}
            document={FetchExternalDocument}
            variables={{ input: { idempotencyKey: `${key}-${String(turn)}`, externalSeriesId: id } }}
            done={t('runs.asked')}
            onDone={() => setTurn(turn + 1)}
          />
        )
      }
    >
      <Stack>
        <Pages
          query={ExternalRunsDocument}
          variables={{ externalSeriesId: id }}
          of={['ExternalImport']}
          pick={({ externalImports }) => externalImports}
          empty={t('runs.none')}
        >
          {(runs) => (
            <Table caption={t('runs.title')}>
              <thead>
                <tr>
                  <th scope="col">{t('runs.when')}</th>
                  <th scope="col">{t('runs.origin')}</th>
                  <th scope="col">{t('runs.state')}</th>
                  <th scope="col">{t('runs.rows')}</th>
                </tr>
              </thead>
              <tbody>
                {runs.map((run) => (
                  <Run key={run.id} run={run} />
                ))}
              </tbody>
            </Table>
          )}
        </Pages>
      </Stack>
    </Card>
  );
}

function Run({ run }: { readonly run: ExternalRunFragment }): ReactNode {
  const { t } = useTranslation('external');
  const { dateTime, number } = useFormats();
  const { origin, isByClock, state, failureText, rowsRead, rowsNew, rowsChanged, faultCount, faults, requestedAt } =
    run;
  return (
    <tr>
      <th scope="row" className={styles.line}>
        {dateTime(requestedAt)}
        <div className={styles.small}>{t(isByClock ? 'runs.byClock' : 'runs.byHand')}</div>
      </th>
      <td className={styles.name}>{origin}</td>
      <td className={styles.tags}>
        <Row>
          <Tag tone={tones[state]}>{t(`runs.stateOf.${state}`)}</Tag>
          {failureText}
        </Row>
      </td>
      <td className={styles.tags}>
        {t('runs.counts', { read: number(rowsRead), added: number(rowsNew), changed: number(rowsChanged) })}
        {faultCount > 0 && (
          <details>
            <summary>{t('runs.faults', { count: faultCount })}</summary>
            <ul className={styles.faults}>
              {faults.map(({ line, column, value, message }) => (
                <li key={`${String(line)} ${column}`}>{t('runs.fault', { line, value, message })}</li>
              ))}
            </ul>
          </details>
        )}
      </td>
    </tr>
  );
}
