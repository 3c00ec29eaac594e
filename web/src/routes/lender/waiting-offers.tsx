import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/act';
import { useFormats } from '../../i18n/formats';
import { Button } from '../../ui/button';
import { Card, Tag } from '../../ui/card';
import { Columns, Row } from '../../ui/layout';
import { Notice } from '../../ui/notice';
import { Pages } from '../../ui/pages';
import { useToast } from '../../ui/toast';
import { LentWork } from './lent-work';
import { MissingPapers } from './missing-papers';
import styles from './lender.module.css';
import {
  ConfirmLoanDocument,
  DeclineLoanDocument,
  WaitingOffersDocument,
  type WaitingOffersQuery,
} from './lender.graphql.ts';

export type WaitingOffer = WaitingOffersQuery['offers']['edges'][number]['node'];

/** Offers that own workers have accepted: with the lender's yes the loan stands. */
export function WaitingOffers(): ReactNode {
  const { t } = useTranslation('lender');
  return (
    <Pages
      query={WaitingOffersDocument}
      variables={{}}
      of={['Offer', 'Employment', 'Agreement']}
      pick={({ offers }) => offers}
      empty={t('offers.nothing')}
    >
      {(offers) => (
        <Columns>
          {offers.map((offer) => (
            <OfferCard key={offer.id} offer={offer} />
          ))}
        </Columns>
      )}
    </Pages>
  );
}

function OfferCard({ offer }: { readonly offer: WaitingOffer }): ReactNode {
  const { t } = useTranslation('lender');
  const { ago, dateTime } = useFormats();
  const tell = useToast();
  const confirm = useAct(ConfirmLoanDocument);
  const decline = useAct(DeclineLoanDocument);
  const problem = confirm.problem ?? decline.problem;
  const { id, actions, candidate, need, expiresAt } = offer;
  const name = candidate?.person?.name ?? t('heads.anonymous', { code: id.slice(-4).toUpperCase() });
  const answer = async (act: typeof confirm.act | typeof decline.act, text: string): Promise<void> => {
    if (await act({ input: { offerId: id } })) tell({ text });
  };
  return (
    <Card as="article" title={name} actions={<Tag tone="call">{t('offers.accepted')}</Tag>}>
      <div className={styles.inside}>
        <p>
          {need?.occupation.name} {candidate?.person?.phone}
        </p>
        {need && <LentWork work={need} terms={offer} />}
        <p className="soft">{t('offers.until', { when: ago(expiresAt), at: dateTime(expiresAt) })}</p>
        {problem && <Notice tone="bad">{problem.message}</Notice>}
        <MissingPapers offer={offer} name={name} />
        {!actions.includes('CONFIRM') && offer.missing.length === 0 && <Notice>{t('offers.noAction')}</Notice>}
        <Row>
          {actions.includes('CONFIRM') && (
            <Button
              kind="main"
              isBusy={confirm.isBusy}
              aria-label={t('offers.confirmOf', { name })}
              onClick={() => void answer(confirm.act, t('offers.confirmed', { name }))}
            >
              {t('offers.confirm')}
            </Button>
          )}
          {actions.includes('DECLINE') && (
            <Button
              isBusy={decline.isBusy}
              aria-label={t('offers.declineOf', { name })}
              onClick={() => void answer(decline.act, t('offers.declined', { name }))}
            >
              {t('offers.decline')}
            </Button>
          )}
        </Row>
      </div>
    </Card>
  );
}
