import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { usePolledQuery } from '../../api/polled';
import { useFormats } from '../../i18n/formats';
import { useAddress } from '../../shell/address';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Answer, Empty } from '../../ui/state';
import { Table } from '../../ui/table';
import { FailedJobs } from './failed-jobs';
import { QueuesDocument, type QueuesQuery } from './operator.graphql.ts';
import styles from './operator.module.css';
import { lookEveryMs } from './operator.rules';

const counts = ['waiting', 'active', 'delayed', 'completed', 'failed', 'workers'] as const;

/** The queues of background jobs, and what failed in one of them. */
export function Queues(): ReactNode {
  const { t } = useTranslation('operator');
  const [address, go] = useAddress();
  const [answer, ask] = usePolledQuery({ query: QueuesDocument }, lookEveryMs);
  const chosen = address.get('queue');
  return (
    <>
      <Card title={t('queues.title')}>
        <Answer of={answer} onRetry={() => ask({ requestPolicy: 'network-only' })}>
          {({ jobQueues }) =>
            jobQueues.length === 0 ? (
              <Empty>{t('queues.nothing')}</Empty>
            ) : (
              <QueueTable queues={jobQueues} chosen={chosen} onChoose={(queue) => go({ queue })} />
            )
          }
        </Answer>
      </Card>
      {chosen !== null && (
        <Card
          title={t('failed.titleOf', { queue: t(`queue.${chosen}`, { defaultValue: chosen }) })}
          actions={<Button onClick={() => go({ queue: '' })}>{t('failed.close')}</Button>}
        >
          <FailedJobs queue={chosen} />
        </Card>
      )}
    </>
  );
}

interface QueueTableProps {
  readonly queues: QueuesQuery['jobQueues'];
  readonly chosen: string | null;
  readonly onChoose: (queue: string) => void;
}

function QueueTable({ queues, chosen, onChoose }: QueueTableProps): ReactNode {
  const { t } = useTranslation('operator');
  const { number } = useFormats();
  return (
    <Table caption={t('queues.title')} of="figures">
      <thead>
        <tr>
          <th scope="col">{t('queues.name')}</th>
          {counts.map((count) => (
            <th key={count} scope="col">
              {t(`count.${count}`)}
            </th>
          ))}
          <td />
        </tr>
      </thead>
      <tbody>
        {queues.map((queue) => {
          const name = t(`queue.${queue.name}`, { defaultValue: queue.name });
          return (
            <tr key={queue.name}>
              <th scope="row" className={styles.nowrap}>
                {name}
              </th>
              {counts.map((count) => (
                <td key={count}>{number(queue[count])}</td>
              ))}
              <td>
                {(queue.failed > 0 || queue.name === chosen) && (
                  <Button
                    aria-pressed={queue.name === chosen}
                    aria-label={t('queues.showOf', { queue: name })}
                    onClick={() => onChoose(queue.name)}
                  >
                    {t('queues.show')}
                  </Button>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}
