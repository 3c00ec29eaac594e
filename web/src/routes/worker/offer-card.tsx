import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/act';
import { useFormats } from '../../i18n/formats';
import { Button } from '../../ui/button';
import { Card, Tag } from '../../ui/card';
import { Notice } from '../../ui/notice';
import { useToast } from '../../ui/toast';
import { HostScorecard } from '../scorecard/host-scorecard';
import { JobFacts } from './job-facts';
import { WorkerNotice } from './notice';
import styles from './worker.module.css';
import { AcceptOfferDocument, DeclineOfferDocument, type MyDayQuery } from './worker.graphql.ts';

export type OpenOffer = MyDayQuery['offers']['edges'][number]['node'];

/** A job that is one's own for a yes. */
export function OfferCard({ offer }: { readonly offer: OpenOffer }): ReactNode {
  const { t } = useTranslation(['worker', 'common']);
  const { ago } = useFormats();
  const tell = useToast();
  const accept = useAct(AcceptOfferDocument);
  const decline = useAct(DeclineOfferDocument);
  const problem = accept.problem ?? decline.problem;
  const { need } = offer;
  const answer = async (act: typeof accept.act | typeof decline.act, text: string): Promise<void> => {
    if (await act({ input: { offerId: offer.id } })) tell({ text });
  };
  return (
    <Card
      as="li"
      title={need?.occupation.name ?? t('offer.gone')}
      actions={<Tag tone="call">{t(`common:kind.${offer.kind}`)}</Tag>}
    >
      <div className={styles.inside}>
        {need && (
          <JobFacts
            job={{
              ...need,
              wageFen: offer.wageFen,
              wageUnit: offer.wageUnit,
              startsOn: offer.startsOn,
              endsOn: offer.endsOn,
            }}
          />
        )}
        {need && <HostScorecard of={{ hostId: need.host.id }} />}
        {offer.notice && <WorkerNotice notice={offer.notice} />}
        <p className="soft">{t('offer.until', { when: ago(offer.expiresAt) })}</p>
        {problem && <Notice tone="bad">{problem.message}</Notice>}
        <div className={styles.answer}>
          <Button
            kind="main"
            isBusy={accept.isBusy}
            onClick={() => void answer(accept.act, t(`offer.accepted.${offer.kind}`))}
          >
            {t('offer.accept')}
          </Button>
          <Button isBusy={decline.isBusy} onClick={() => void answer(decline.act, t('offer.declined'))}>
            {t('offer.decline')}
          </Button>
        </div>
      </div>
    </Card>
  );
}
