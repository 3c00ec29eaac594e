import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/act';
import { useFormats } from '../../i18n/formats';
import { Button } from '../../ui/button';
import { Tag } from '../../ui/card';
import { Row } from '../../ui/layout';
import { Notice } from '../../ui/notice';
import { Pages } from '../../ui/pages';
import { useToast } from '../../ui/toast';
import { FailedDocument, type FailedQuery, RetryJobDocument } from './operator.graphql.ts';
import styles from './operator.module.css';

type FailedJob = FailedQuery['failedJobs']['edges'][number]['node'];

/** Jobs of one queue that failed for good, the latest first. */
export function FailedJobs({ queue }: { readonly queue: string }): ReactNode {
  const { t } = useTranslation('operator');
  // Pages go by place, so after a retry they begin anew.
  const [retried, setRetried] = useState(0);
  return (
    <Pages
      key={`${queue} ${String(retried)}`}
      query={FailedDocument}
      variables={{ queue }}
      of={['FailedJob', 'JobQueue']}
      pick={({ failedJobs }) => failedJobs}
      empty={t('failed.nothing')}
    >
      {(jobs) => (
        <ul>
          {jobs.map((job) => (
            <Failed key={job.id} queue={queue} job={job} onRetried={() => setRetried((count) => count + 1)} />
          ))}
        </ul>
      )}
    </Pages>
  );
}

interface FailedProps {
  readonly queue: string;
  readonly job: FailedJob;
  readonly onRetried: () => void;
}

function Failed({ queue, job, onRetried }: FailedProps): ReactNode {
  const { t } = useTranslation('operator');
  const { dateTime } = useFormats();
  const tell = useToast();
  const { act, isBusy, problem } = useAct(RetryJobDocument);
  const { id, name, attempts, failedReason, requestedAt, failedAt } = job;
  const retry = async (): Promise<void> => {
    if (!(await act({ input: { queue, jobId: id } }))) return;
    tell({ text: t('failed.retried', { job: name }) });
    onRetried();
  };
  return (
    <li className={styles.failed}>
      <div>
        <Row>
          <h3>
            <code>{name}</code>
          </h3>
          <Tag tone="bad">{t('failed.attempts', { count: attempts })}</Tag>
        </Row>
        <p className={styles.reason}>{failedReason}</p>
        <p className="soft">
          {t('failed.times', {
            requested: dateTime(requestedAt),
            failed: failedAt === null ? '–' : dateTime(failedAt),
          })}
        </p>
        {problem && <Notice tone="bad">{problem.message}</Notice>}
      </div>
      <Button isBusy={isBusy} aria-label={t('failed.retryOf', { job: name })} onClick={() => void retry()}>
        {t('failed.retry')}
      </Button>
    </li>
  );
}
