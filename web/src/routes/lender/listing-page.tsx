import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useAct } from '../../api/act';
import { useLiveQuery } from '../../api/live';
import { useFormats } from '../../i18n/formats';
import { Button } from '../../ui/button';
import { Card, Stat, Stats, Tag } from '../../ui/card';
import { Columns, Page, Stack } from '../../ui/layout';
import { Notice } from '../../ui/notice';
import { Answer, Empty } from '../../ui/state';
import { useToast } from '../../ui/toast';
import { HeadList } from './head-list';
import { LineFacts } from './line-facts';
import styles from './lender.module.css';
import { CloseSurplusDocument, OneListingDocument, type OneListingQuery } from './lender.graphql.ts';
import { ProgressBars } from './progress-bars';

/** One listing: what it offers, who its heads are, and whether they agreed. */
export function ListingPage(): ReactNode {
  const { t } = useTranslation('lender');
  const { id = '' } = useParams();
  const context = useMemo(() => ({ additionalTypenames: ['SurplusHead', 'Consent', 'EmploymentEnd'] }), []);
  const [answer, ask] = useLiveQuery({ query: OneListingDocument, variables: { id }, context });
  return (
    <Answer of={answer} onRetry={() => ask({ requestPolicy: 'network-only' })}>
      {({ surplusListing }) =>
        surplusListing ? <Listing key={id} listing={surplusListing} /> : <Empty>{t('listing.gone')}</Empty>
      }
    </Answer>
  );
}

function Listing({ listing }: { readonly listing: NonNullable<OneListingQuery['surplusListing']> }): ReactNode {
  const { t } = useTranslation('lender');
  const { period } = useFormats();
  const { id, state, reason, startsOn, endsOn, lines, progress } = listing;
  const hidden = progress.lineCount - lines.length;
  return (
    <Page
      title={t('listing.title', { period: period(startsOn, endsOn) })}
      actions={<Tag tone={state === 'OPEN' ? 'good' : 'plain'}>{t(`listingState.${state}`)}</Tag>}
    >
      {state === 'OPEN' && <Close listingId={id} />}
      <Columns least="l">
        <Card title={t('listing.lines')}>
          <Stack>
            <p className="soft">
              {t(`reason.${reason}`)} · {t('listing.heads', { count: progress.headcount })}
            </p>
            <ul className={styles.rows}>
              {lines.map((line) => (
                <LineFacts key={line.id} line={line} />
              ))}
            </ul>
            {hidden > 0 && <p className="soft">{t('listing.moreLines', { count: hidden })}</p>}
          </Stack>
        </Card>
        <Progress progress={progress} />
      </Columns>
      <Card title={t('heads.title')}>
        <HeadList listingId={id} isOpen={state === 'OPEN'} />
      </Card>
    </Page>
  );
}

function Progress({ progress }: { readonly progress: NonNullable<OneListingQuery['surplusListing']>['progress'] }) {
  const { t } = useTranslation('lender');
  const { number } = useFormats();
  const { requested, granted, refused, withdrawn, expired } = progress;
  return (
    <Card title={t('progress.title')}>
      <Stack>
        <ProgressBars progress={progress} />
        <Stats>
          <Stat label={t('consentState.REQUESTED')} value={number(requested)} />
          <Stat label={t('consentState.GRANTED')} value={number(granted)} />
          <Stat label={t('consentState.REFUSED')} value={number(refused)} />
          <Stat label={t('consentState.WITHDRAWN')} value={number(withdrawn)} />
          <Stat label={t('consentState.EXPIRED')} value={number(expired)} />
        </Stats>
        <p className="soft">{t('progress.silence')}</p>
      </Stack>
    </Card>
  );
}

/** Takes the free heads off the market; asks once more, for there is no way back. */
function Close({ listingId }: { readonly listingId: string }): ReactNode {
  const { t } = useTranslation('lender');
  const tell = useToast();
  const { act, isBusy, problem } = useAct(CloseSurplusDocument);
  const close = async (): Promise<void> => {
    if (await act({ input: { listingId } })) tell({ text: t('close.done') });
  };
  return (
    <details>
      <summary>{t('close.open')}</summary>
      <Stack>
        <p>{t('close.what')}</p>
        {problem && <Notice tone="bad">{problem.message}</Notice>}
        <div>
          <Button kind="bad" isBusy={isBusy} onClick={() => void close()}>
            {t('close.go')}
          </Button>
        </div>
      </Stack>
    </details>
  );
}
