import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useFormats } from '../../i18n/formats';
import { Button } from '../../ui/button';
import { Card, Stat, Stats, Tag } from '../../ui/card';
import { Page, Stack } from '../../ui/layout';
import { Answer } from '../../ui/state';
import { Table } from '../../ui/table';
import { FailedJobs } from './failed-jobs';
import { SystemHealthDocument, type SystemHealthQuery } from './operator.graphql.ts';

const lookEveryMs = 5_000;

/** Whether the installation is well, and what waits or has failed; it looks again by itself. */
export function SystemPage(): ReactNode {
  const { t } = useTranslation('operator');
  const [answer, ask] = useQuery({ query: SystemHealthDocument, variables: {} });
  useEffect(() => {
    const timer = window.setInterval(() => ask({ requestPolicy: 'network-only' }), lookEveryMs);
    return () => window.clearInterval(timer);
  }, [ask]);
  return (
    <Page title={t('system.title')}>
      <Answer of={answer} onRetry={() => ask({ requestPolicy: 'network-only' })}>
        {({ systemHealth, jobQueues }) => (
          <>
            <Health health={systemHealth} />
            <Queues queues={jobQueues} />
          </>
        )}
      </Answer>
    </Page>
  );
}

type Health = SystemHealthQuery['systemHealth'];
const tones = { OK: 'good', DEGRADED: 'call', DOWN: 'bad' } as const;

function Health({ health }: { readonly health: Health }): ReactNode {
  const { t } = useTranslation('operator');
  const { number, ago } = useFormats();
  const known = (value: number | null): string => (value === null ? '–' : number(value));
  const { databaseSizeBytes: bytes } = health;
  return (
    <Card
      title={t('system.health')}
      actions={<Tag tone={tones[health.status]}>{t(`system.status.${health.status}`)}</Tag>}
    >
      <Stack>
        <Stats>
          <Stat
            label={t('system.version')}
            value={health.version}
            note={t('system.since', { when: ago(health.startedAt) })}
          />
          <Stat
            label={t('system.database')}
            value={bytes === null ? '–' : t('system.megabytes', { size: number(Math.round(bytes / 1e6)) })}
            note={health.databaseVersion ?? '–'}
          />
          <Stat label={t('system.outbox')} value={known(health.outboxWaiting)} note={health.queueBackend} />
          <Stat label={t('system.failed')} value={known(health.failedJobs)} />
        </Stats>
        <Table caption={t('system.checks')}>
          <tbody>
            {health.checks.map(({ name, status, detail }) => (
              <tr key={name}>
                <th scope="row">{t(`system.check.${name}`, { defaultValue: name })}</th>
                <td>
                  <Tag tone={tones[status]}>{t(`system.status.${status}`)}</Tag>
                </td>
                <td>{detail}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      </Stack>
    </Card>
  );
}

const counts = ['waiting', 'active', 'delayed', 'completed', 'failed', 'workers'] as const;

function Queues({ queues }: { readonly queues: SystemHealthQuery['jobQueues'] }): ReactNode {
  const { t } = useTranslation('operator');
  const { number } = useFormats();
  const [shown, show] = useState<string>();
  return (
    <Card title={t('queues.title')}>
      <Stack>
        <Table caption={t('queues.title')} of="figures">
          <thead>
            <tr>
              <th scope="col">{t('queues.name')}</th>
              {counts.map((count) => (
                <th key={count} scope="col">
                  {t(`queues.${count}`)}
                </th>
              ))}
              <th scope="col">{t('queues.action')}</th>
            </tr>
          </thead>
          <tbody>
            {queues.map((queue) => (
              <tr key={queue.name}>
                <th scope="row">{queue.name}</th>
                {counts.map((count) => (
                  <td key={count} className="number">
                    {number(queue[count])}
                  </td>
                ))}
                <td>
                  <Button aria-expanded={shown === queue.name} onClick={() => show(queue.name)}>
                    {t('queues.show')}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
        {shown !== undefined && <FailedJobs key={shown} queue={shown} />}
      </Stack>
    </Card>
  );
}
