import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useAct } from '../../api/act';
import { useFormats } from '../../i18n/formats';
import { ActButton } from '../../ui/act/act-button';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Row, Stack } from '../../ui/layout';
import { Notice } from '../../ui/notice';
import { Answer } from '../../ui/state';
import { FeedDocument, RenewFeedDocument, RevokeFeedDocument } from './bookings.graphql.ts';
import styles from './capacity.module.css';

/** Bookings in one's own calendar: the address is a secret, and is told once. */
export function FeedCard(): ReactNode {
  const { t } = useTranslation('capacity');
  const { dateTime } = useFormats();
  const [answer, ask] = useQuery({ query: FeedDocument });
  const renew = useAct(RenewFeedDocument);
  const [url, setUrl] = useState<string | null>(null);
  const look = (): void => ask({ requestPolicy: 'network-only' });
  const make = async (): Promise<void> => {
    const done = await renew.act({ input: { idempotencyKey: crypto.randomUUID() } });
    if (!done) return;
    setUrl(done.renewCapacityFeed.url);
    look();
  };
  return (
    <Card title={t('feed.title')}>
      <Stack>
        <p>{t('feed.intro')}</p>
        {renew.problem && <Notice tone="bad">{renew.problem.message}</Notice>}
        {url !== null && (
          <Notice tone="good">
            <p>{t('feed.keep')}</p>
            <p className={styles.address}>
              <a href={url}>{url}</a>
            </p>
          </Notice>
        )}
        <Answer of={answer} onRetry={look}>
          {({ capacityFeed }) => (
            <>
              {capacityFeed && <p className="soft">{t('feed.since', { when: dateTime(capacityFeed.createdAt) })}</p>}
              <Row>
                <Button isBusy={renew.isBusy} onClick={() => void make()}>
                  {capacityFeed ? t('feed.renew') : t('feed.make')}
                </Button>
                {capacityFeed && (
                  <ActButton
                    label={t('feed.revoke')}
                    kind="bad"
                    document={RevokeFeedDocument}
                    variables={{}}
                    done={t('feed.revoked')}
                    onDone={() => {
                      setUrl(null);
                      look();
                    }}
                  />
                )}
              </Row>
            </>
          )}
        </Answer>
      </Stack>
    </Card>
  );
}
