import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/act';
import { useFormats } from '../../i18n/formats';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { Pages } from '../../ui/pages';
import { Table } from '../../ui/table';
import { useToast } from '../../ui/toast';
import { FailedJobsDocument, type FailedJobsQuery, RetryFailedJobDocument } from './operator.graphql.ts';

/** Jobs of one queue that gave up, and a way to let them try again. */
export function FailedJobs({ queue }: { readonly queue: string }): ReactNode {
  const { t } = useTranslation('operator');
  return (
    <section>
      <h3>{t('failed.title', { queue })}</h3>
      <Pages
        query={FailedJobsDocument}
        variables={{ queue }}
        of={['FailedJob', 'JobQueue']}
        pick={({ failedJobs }) => failedJobs}
        empty={t('failed.nothing')}
      >
        {(jobs) => (
          <Table caption={t('failed.title', { queue })}>
            <tbody>
              {jobs.map((job) => (
                <FailedRow key={job.id} job={job} />
              ))}
            </tbody>
          </Table>
        )}
      </Pages>
    </section>
  );
}

function FailedRow({ job }: { readonly job: FailedJobsQuery['failedJobs']['edges'][number]['node'] }): ReactNode {
  const { t } = useTranslation('operator');
  const { ago } = useFormats();
  const tell = useToast();
  const { act, isBusy, problem } = useAct(RetryFailedJobDocument);
  const retry = async (): Promise<void> => {
    if (await act({ input: { queue: job.queue, jobId: job.id } })) tell({ text: t('failed.retried') });
  };
  return (
    <tr>
      <th scope="row">{job.name}</th>
      <td>{t('failed.attempts', { count: job.attempts })}</td>
      <td>{ago(job.failedAt ?? job.requestedAt)}</td>
      <td>
        <code>{job.failedReason}</code>
        {problem && <Notice tone="bad">{problem.message}</Notice>}
      </td>
      <td>
        <Button isBusy={isBusy} onClick={() => void retry()}>
          {t('failed.retry')}
        </Button>
      </td>
    </tr>
  );
}
