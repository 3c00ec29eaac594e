import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { usePolledQuery } from '../../api/polled';
import { useFormats } from '../../i18n/formats';
import { Card, Stat, Stats, Tag } from '../../ui/card';
import { Page, Row, Stack } from '../../ui/layout';
import { Answer } from '../../ui/state';
import { FailedDeliveries } from './failed-deliveries';
import { HealthDocument, type HealthQuery } from './operator.graphql.ts';
import styles from './operator.module.css';
import { lookEveryMs } from './operator.rules';
import { Queues } from './queues';

type Health = HealthQuery['systemHealth'];
const tones = { OK: 'good', DEGRADED: 'call', DOWN: 'bad' } as const;

/** How the installation is right now; it looks again by itself. */
export function SystemPage(): ReactNode {
  const { t } = useTranslation('operator');
  const [answer, ask] = usePolledQuery({ query: HealthDocument }, lookEveryMs);
  return (
    <Page title={t('system.title')}>
      <Answer of={answer} onRetry={() => ask({ requestPolicy: 'network-only' })}>
        {({ systemHealth }) => (
          <>
            <Card title={t('system.health')} actions={<Status status={systemHealth.status} />}>
              <Parts health={systemHealth} />
            </Card>
            <Card title={t('system.figures')}>
              <Figures health={systemHealth} />
            </Card>
          </>
        )}
      </Answer>
      <Queues />
      <FailedDeliveries />
    </Page>
  );
}

/** Read out when it changes, not at every look. */
function Status({ status }: Pick<Health, 'status'>): ReactNode {
  const { t } = useTranslation('operator');
  return (
    <span role="status">
      <Tag tone={tones[status]}>{t(`overall.${status}`)}</Tag>
    </span>
  );
}

function Parts({ health }: { readonly health: Health }): ReactNode {
  const { t } = useTranslation('operator');
  return (
    <ul className={styles.parts}>
      {health.checks.map(({ name, status, detail }) => (
        <li key={name} className={styles.part} data-tone={tones[status]}>
          <Row>
            <h3>{t(`part.${name}`, { defaultValue: name })}</h3>
            <Tag tone={tones[status]}>{t(`status.${status}`)}</Tag>
          </Row>
          <p>{detail}</p>
        </li>
      ))}
    </ul>
  );
}

function Figures({ health }: { readonly health: Health }): ReactNode {
  const { t } = useTranslation('operator');
  const { number, bytes, ago, dateTime } = useFormats();
  const { outboxWaiting, databaseSizeBytes, databaseVersion, failedJobs, queueBackend, version, startedAt } = health;
  const orUnknown = <T,>(value: T | null, write: (value: T) => string): string =>
    value === null ? t('system.unknown') : write(value);
  return (
    <Stack>
      <Stats>
        <Stat label={t('figure.outbox')} value={orUnknown(outboxWaiting, number)} />
        <Stat label={t('figure.failed')} value={orUnknown(failedJobs, number)} />
        <Stat
          label={t('figure.database')}
          value={orUnknown(databaseSizeBytes, bytes)}
          note={orUnknown(databaseVersion, (known) => `PostgreSQL ${known}`)}
        />
        <Stat label={t('figure.version')} value={version} note={t('figure.queues', { backend: queueBackend })} />
      </Stats>
      <p className="soft">{t('figure.started', { when: dateTime(startedAt), ago: ago(startedAt) })}</p>
    </Stack>
  );
}
