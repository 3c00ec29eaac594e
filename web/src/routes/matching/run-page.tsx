import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { Live, useLiveQuery } from '../../api/live';
import { MatchRunChangedDocument } from '../../api/live.graphql.ts';
import { useFormats } from '../../i18n/formats';
import { Bar, Card, Stat, Stats } from '../../ui/card';
import { Columns, Page, Stack } from '../../ui/layout';
import { Answer, Empty } from '../../ui/state';
import { FairnessCard } from './fairness-card';
import { OneRunDocument, type RunFragment } from './matching.graphql.ts';
import { isOpen, phaseShares, tookMs } from './matching.rules';
import { CancelRun } from './run-buttons';
import { ProgressBar, RunOutcome } from './run-progress';
import { Proof, RunState } from './run-state';

/** One run, in words and figures. */
export function RunPage(): ReactNode {
  const { id = '' } = useParams();
  return (
    <Live of={MatchRunChangedDocument} variables={{ id }}>
      <RunById id={id} />
    </Live>
  );
}

function RunById({ id }: { readonly id: string }): ReactNode {
  const { t } = useTranslation('matching');
  const [answer, ask] = useLiveQuery({ query: OneRunDocument, variables: { id } });
  return (
    <Answer of={answer} onRetry={() => ask({ requestPolicy: 'network-only' })}>
      {({ matchRun }) => (matchRun ? <Run run={matchRun} /> : <Empty>{t('run.gone')}</Empty>)}
    </Answer>
  );
}

function Run({ run }: { readonly run: RunFragment }): ReactNode {
  const { t } = useTranslation('matching');
  const { market, state, timings } = run;
  return (
    <Page
      title={t('run.titleOf', { market: market.name })}
      actions={
        <>
          <RunState state={state} />
          {run.actions.includes('CANCEL') && <CancelRun runId={run.id} marketId={market.id} />}
        </>
      }
    >
      <Card title={t('run.outcome')}>
        <Stack>
          {isOpen(run) ? <ProgressBar run={run} /> : <RunOutcome run={run} />}
          {state === 'SUCCEEDED' && <Figures run={run} />}
        </Stack>
      </Card>
      {state === 'SUCCEEDED' && <FairnessCard runId={run.id} />}
      <Columns least="l">
        <Card title={t('run.times')}>
          <Times run={run} />
        </Card>
        {timings.length > 0 && (
          <Card title={t('run.phases')}>
            <Phases timings={timings} />
          </Card>
        )}
      </Columns>
      <p>
        <Link to={`/matching?market=${market.id}`}>{t('run.all')}</Link>
      </p>
    </Page>
  );
}

function Figures({ run }: { readonly run: RunFragment }): ReactNode {
  const { t } = useTranslation('matching');
  const { number, percent } = useFormats();
  const { workers, needs, positions, edges, filled, proven, added, kept, withdrawn } = run;
  const rate = positions !== null && positions > 0 ? (filled ?? 0) / positions : null;
  return (
    <>
      <p>
        {t('figures.looked', {
          needs: number(needs ?? 0),
          positions: number(positions ?? 0),
          workers: number(workers ?? 0),
          edges: number(edges ?? 0),
        })}
      </p>
      <Stats>
        <Stat label={t('column.positions')} value={number(positions ?? 0)} />
        <Stat label={t('column.filled')} value={number(filled ?? 0)} note={percent(rate)} />
        <Stat label={t('figures.workers')} value={number(workers ?? 0)} />
        <Stat label={t('figures.edges')} value={number(edges ?? 0)} />
        <Stat label={t('column.added')} value={number(added ?? 0)} />
        <Stat label={t('column.kept')} value={number(kept ?? 0)} />
        <Stat label={t('column.withdrawn')} value={number(withdrawn ?? 0)} />
      </Stats>
      {proven !== null && (
        <p>
          <Proof proven={proven} /> {proven ? t('proof.checkedText') : t('proof.openText')}
        </p>
      )}
    </>
  );
}

function Times({ run }: { readonly run: RunFragment }): ReactNode {
  const { t } = useTranslation('matching');
  const { dateTime, duration } = useFormats();
  const took = tookMs(run);
  return (
    <ul>
      <li>{t('times.cause', { cause: t(`cause.${run.cause}`, { defaultValue: run.cause }) })}</li>
      <li>{t('times.requested', { when: dateTime(run.requestedAt) })}</li>
      {run.startedAt !== null && <li>{t('times.started', { when: dateTime(run.startedAt) })}</li>}
      {run.finishedAt !== null && <li>{t('times.finished', { when: dateTime(run.finishedAt) })}</li>}
      {took !== null && <li>{t('times.took', { length: duration(took) })}</li>}
    </ul>
  );
}

function Phases({ timings }: Pick<RunFragment, 'timings'>): ReactNode {
  const { t } = useTranslation('matching');
  const { duration } = useFormats();
  return (
    <Stack>
      {phaseShares(timings).map(({ phase, ms, share }) => (
        <Bar key={phase} label={t(`timing.${phase}`, { defaultValue: phase })} share={share} text={duration(ms)} />
      ))}
    </Stack>
  );
}
