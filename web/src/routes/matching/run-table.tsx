import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormats } from '../../i18n/formats';
import { Pages } from '../../ui/pages';
import { Table } from '../../ui/table';
import { type RunFragment, RunsDocument } from './matching.graphql.ts';
import styles from './matching.module.css';
import { tookMs } from './matching.rules';
import { Proof, RunState } from './run-state';

const columns = [
  'when',
  'state',
  'cause',
  'took',
  'positions',
  'filled',
  'proof',
  'added',
  'kept',
  'withdrawn',
] as const;

/** Every run of a market, newest first. */
export function RunTable({ marketId }: { readonly marketId: string }): ReactNode {
  const { t } = useTranslation('matching');
  return (
    <Pages
      query={RunsDocument}
      variables={{ marketId }}
      of={['MatchRun']}
      pick={({ matchRuns }) => matchRuns}
      empty={t('runs.nothing')}
    >
      {(runs) => (
        <Table caption={t('runs.title')} of="figures">
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {t(`column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {runs.map((run) => (
              <RunRow key={run.id} run={run} />
            ))}
          </tbody>
        </Table>
      )}
    </Pages>
  );
}

function RunRow({ run }: { readonly run: RunFragment }): ReactNode {
  const { t } = useTranslation('matching');
  const { number, dateTime, duration } = useFormats();
  const figure = (value: number | null): string => (value === null ? '–' : number(value));
  const took = tookMs(run);
  return (
    <tr>
      <th scope="row" className={styles.nowrap}>
        <Link to={`/matching/${run.id}`}>{dateTime(run.requestedAt)}</Link>
      </th>
      <td>
        <RunState state={run.state} />
      </td>
      <td>{t(`cause.${run.cause}`, { defaultValue: run.cause })}</td>
      <td>{took === null ? '–' : duration(took)}</td>
      <td>{figure(run.positions)}</td>
      <td>{figure(run.filled)}</td>
      <td>{run.proven === null ? '–' : <Proof proven={run.proven} />}</td>
      <td>{figure(run.added)}</td>
      <td>{figure(run.kept)}</td>
      <td>{figure(run.withdrawn)}</td>
    </tr>
  );
}
