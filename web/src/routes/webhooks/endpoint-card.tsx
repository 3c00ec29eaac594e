import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/formats';
import { Card, Tag } from '../../ui/card';
import { Stack } from '../../ui/layout';
import { Notice } from '../../ui/notice';
import { DeliveryLog } from './delivery-log';
import { EndpointActions } from './endpoint-actions';
import type { EndpointFragment } from './webhooks.graphql.ts';
import styles from './webhooks.module.css';

/** One endpoint: where to, how it stands, what can be done with it, and its log when asked for. */
export function EndpointCard({ endpoint }: { readonly endpoint: EndpointFragment }): ReactNode {
  const { t } = useTranslation('webhooks');
  const { dateTime } = useFormats();
  const [isOpen, setOpen] = useState(false);
  const { id, url, description, topics, pause, failedInRow, formerSecretUntil } = endpoint;
  return (
    <Card
      title={<span className={styles.url}>{url}</span>}
      actions={
        <Tag tone={pause === null ? 'good' : pause === 'OWNER' ? 'plain' : 'bad'}>
          {t(`state.${pause ?? 'active'}`)}
        </Tag>
      }
    >
      <Stack>
        {description !== '' && <p>{description}</p>}
        <p className="soft">{topics.map((topic) => t(`topic.${topic}`)).join(' · ')}</p>
        {failedInRow > 0 && <Notice tone="call">{t('failedInRow', { count: failedInRow })}</Notice>}
        {formerSecretUntil !== null && <p className="soft">{t('former', { when: dateTime(formerSecretUntil) })}</p>}
        <EndpointActions endpoint={endpoint} />
        <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
          <summary>{t('log.open')}</summary>
          {isOpen && <DeliveryLog endpointId={id} />}
        </details>
      </Stack>
    </Card>
  );
}
