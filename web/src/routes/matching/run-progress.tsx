import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Live, useLiveQuery } from '../../api/live';
import { MatchRunChangedDocument } from '../../api/live.graphql.ts';
import { useFormats } from '../../i18n/formats';
import { Bar, Card } from '../../ui/card';
import { Row, Stack } from '../../ui/layout';
import { OneRunDocument, type RunFragment } from './matching.graphql.ts';
import { isOpen } from './matching.rules';
import styles from './matching.module.css';
import { CancelRun } from './run-buttons';
import { RunState } from './run-state';

/** How one run goes, as it goes. */
export function RunProgress({ run }: { readonly run: RunFragment }): ReactNode {
  return <FollowRun run={run}>{(now) => <RunCard run={now} />}</FollowRun>;
}

interface FollowRunProps {
  readonly run: RunFragment;
  readonly children: (run: RunFragment) => ReactNode;
}

/** A run that is not over is followed until it is. */
export function FollowRun({ run, children }: FollowRunProps): ReactNode {
  if (!isOpen(run)) return children(run);
  return (
    <Live of={MatchRunChangedDocument} variables={{ id: run.id }}>
      <Followed run={run}>{children}</Followed>
    </Live>
  );
}

function Followed({ run, children }: FollowRunProps): ReactNode {
  const [{ data }] = useLiveQuery({ query: OneRunDocument, variables: { id: run.id } });
  return children(data?.matchRun ?? run);
}

function RunCard({ run }: { readonly run: RunFragment }): ReactNode {
  const { t } = useTranslation('matching');
  const { ago } = useFormats();
  const when = ago(run.requestedAt);
  return (
    <Card
      title={<Link to={`/matching/${run.id}`}>{t(`run.headed.${run.state}`, { when })}</Link>}
      actions={
        <Row>
          <RunState state={run.state} />
          {run.actions.includes('CANCEL') && <CancelRun runId={run.id} marketId={run.market.id} />}
        </Row>
      }
    >
      {isOpen(run) ? <ProgressBar run={run} /> : <RunOutcome run={run} />}
    </Card>
  );
}

/** The bar tells its share by itself; only a new phase is read out. */
export function ProgressBar({ run }: { readonly run: RunFragment }): ReactNode {
  const { t } = useTranslation('matching');
  const { percent } = useFormats();
  const phase = run.state === 'QUEUED' ? 'queued' : run.phase || 'reading';
  return (
    <Stack>
      <p role="status">{t(`phase.${phase}`, { defaultValue: phase })}</p>
      <div className={styles.progress}>
        <Bar label={t('run.done')} share={run.shareDone} text={percent(Math.round(run.shareDone * 100) / 100)} />
      </div>
    </Stack>
  );
}

/** What came of a run, in one sentence or two. */
export function RunOutcome({ run }: { readonly run: RunFragment }): ReactNode {
  const { t } = useTranslation('matching');
  const { number } = useFormats();
  const { state, positions, filled, proven, added, kept, withdrawn } = run;
  if (state === 'CANCELLED' || state === 'FAILED') return <p role="status">{t(`outcome.${state}`)}</p>;
  const written = (value: number | null): string => number(value ?? 0);
  return (
    <p role="status">
      {t('outcome.filled', { positions: written(positions), filled: written(filled) })}
      {proven === true ? t('outcome.proven') : t('outcome.notProven')}
      {t('outcome.moved', { added: written(added), kept: written(kept), withdrawn: written(withdrawn) })}
    </p>
  );
}
