import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/act';
import { useFormats } from '../../i18n/formats';
import { Button } from '../../ui/button';
import { Tag } from '../../ui/card';
import { Row } from '../../ui/layout';
import { Notice } from '../../ui/notice';
import { type Connection, Pages } from '../../ui/pages';
import { useToast } from '../../ui/toast';
import {
  ReplayWebhookDocument,
  type WebhookDeliveryState,
  WebhookLogDocument,
  type WebhookLogQuery,
} from './webhooks.graphql.ts';
import styles from './webhooks.module.css';

type Delivery = NonNullable<WebhookLogQuery['webhookEndpoint']>['deliveries']['edges'][number]['node'];

// The endpoint was deleted a moment ago.
const none: Connection<Delivery> = { edges: [], pageInfo: { hasNextPage: false, endCursor: null } };

const tones = {
  PENDING: 'call',
  DELIVERED: 'good',
  FAILED: 'bad',
  HELD: 'plain',
} as const satisfies Record<WebhookDeliveryState, string>;

/** What was sent to an endpoint and how it went, the latest first. */
export function DeliveryLog({ endpointId }: { readonly endpointId: string }): ReactNode {
  const { t } = useTranslation('webhooks');
  return (
    <Pages
      query={WebhookLogDocument}
      variables={{ id: endpointId }}
      of={['WebhookDelivery']}
      pick={({ webhookEndpoint }) => webhookEndpoint?.deliveries ?? none}
      empty={t('log.nothing')}
    >
      {(deliveries) => (
        <ul>
          {deliveries.map((delivery) => (
            <Sent key={delivery.id} delivery={delivery} />
          ))}
        </ul>
      )}
    </Pages>
  );
}

function Sent({ delivery }: { readonly delivery: Delivery }): ReactNode {
  const { t } = useTranslation('webhooks');
  const { dateTime, duration } = useFormats();
  const { event, topic, body, state, attempts, durationMs, lastError, createdAt, actions } = delivery;
  const facts = [
    dateTime(createdAt),
    ...(attempts > 0 ? [t('log.attempts', { count: attempts })] : []),
    ...(durationMs === null ? [] : [duration(durationMs)]),
  ];
  return (
    <li className={styles.sent}>
      <div>
        <Row>
          <h3>{topic === null ? t('log.test') : t(`topic.${topic}`)}</h3>
          <Tag tone={tones[state]}>{t(`log.${state}`)}</Tag>
        </Row>
        <p className="soft">{facts.join(' · ')}</p>
        {lastError !== null && <p className={styles.error}>{lastError}</p>}
        <details>
          <summary>
            {t('log.body')} <code>{event}</code>
          </summary>
          <pre className={styles.body}>{body}</pre>
        </details>
      </div>
      {actions.includes('REPLAY') && <Replay delivery={delivery} />}
    </li>
  );
}

function Replay({ delivery: { id, event, createdAt } }: { readonly delivery: Delivery }): ReactNode {
  const { t } = useTranslation('webhooks');
  const { dateTime } = useFormats();
  const tell = useToast();
  const { act, isBusy, problem } = useAct(ReplayWebhookDocument);
  const replay = async (): Promise<void> => {
    if (await act({ input: { webhookDeliveryId: id } })) tell({ text: t('log.replayed') });
  };
  return (
    <>
      {problem && <Notice tone="bad">{problem.message}</Notice>}
      <Button
        isBusy={isBusy}
        aria-label={t('log.replayOf', { event, when: dateTime(createdAt) })}
        onClick={() => void replay()}
      >
        {t('log.replay')}
      </Button>
    </>
  );
}
