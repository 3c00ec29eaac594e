import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/act';
import { useFormats } from '../../i18n/formats';
import { Button } from '../../ui/button';
import { Card, Tag } from '../../ui/card';
import { Row, Stack } from '../../ui/layout';
import { Notice } from '../../ui/notice';
import { Pages } from '../../ui/pages';
import { useToast } from '../../ui/toast';
import { DeliveriesDocument, type DeliveriesQuery, ResendDocument } from './operator.graphql.ts';
import styles from './operator.module.css';

type Delivery = DeliveriesQuery['failedDeliveries']['edges'][number]['node'];

/** Messages that could not be sent. Whom they are for is nobody's business here. */
export function FailedDeliveries(): ReactNode {
  const { t } = useTranslation('operator');
  return (
    <Card title={t('unsent.title')}>
      <Stack>
        <p className="soft">{t('unsent.text')}</p>
        <Pages
          query={DeliveriesDocument}
          variables={{}}
          of={['NotificationDelivery']}
          pick={({ failedDeliveries }) => failedDeliveries}
          empty={t('unsent.nothing')}
        >
          {(deliveries) => (
            <ul>
              {deliveries.map((delivery) => (
                <Failed key={delivery.id} delivery={delivery} />
              ))}
            </ul>
          )}
        </Pages>
      </Stack>
    </Card>
  );
}

function Failed({ delivery }: { readonly delivery: Delivery }): ReactNode {
  const { t } = useTranslation('operator');
  const { dateTime } = useFormats();
  const tell = useToast();
  const { act, isBusy, problem } = useAct(ResendDocument);
  const { id, channel, kind, topic, isDigest, attempts, lastError, createdAt } = delivery;
  const way = t(`channel.${channel}`);
  const resend = async (): Promise<void> => {
    if (await act({ input: { deliveryId: id } })) tell({ text: t('unsent.resent', { way }) });
  };
  return (
    <li className={styles.failed}>
      <div>
        <Row>
          <h3>{way}</h3>
          <Tag tone="bad">{t('failed.attempts', { count: attempts })}</Tag>
        </Row>
        <p className={styles.reason}>{lastError}</p>
        <p className="soft">
          {isDigest ? t('unsent.digest') : `${topic === null ? '' : `${t(`topic.${topic}`)} · `}${kind}`} ·{' '}
          {dateTime(createdAt)}
        </p>
        {problem && <Notice tone="bad">{problem.message}</Notice>}
      </div>
      <Button
        isBusy={isBusy}
        aria-label={t('unsent.resendOf', { way, when: dateTime(createdAt) })}
        onClick={() => void resend()}
      >
        {t('unsent.resend')}
      </Button>
    </li>
  );
}
