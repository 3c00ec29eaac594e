import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/act';
import { useFormats } from '../../i18n/formats';
import { Button } from '../../ui/button';
import { Tag } from '../../ui/card';
import { Row } from '../../ui/layout';
import { Notice } from '../../ui/notice';
import { Pages } from '../../ui/pages';
import { Negotiate } from '../agreements/negotiate';
import styles from './host.module.css';
import { NeedOffersDocument, type NeedOffersQuery, WithdrawOfferDocument } from './host.graphql.ts';

type SentOffer = NeedOffersQuery['offers']['edges'][number]['node'];

/** The offers of a need, and where each stands. */
export function OfferList({ needId }: { readonly needId: string }): ReactNode {
  const { t } = useTranslation('host');
  return (
    <Pages
      query={NeedOffersDocument}
      variables={{ needId }}
      of={['Offer']}
      pick={({ offers }) => offers}
      empty={t('offers.nothing')}
    >
      {(offers) => (
        <ul className={styles.list}>
          {offers.map((offer) => (
            <OfferRow key={offer.id} offer={offer} needId={needId} />
          ))}
        </ul>
      )}
    </Pages>
  );
}

interface OfferRowProps {
  readonly offer: SentOffer;
  readonly needId: string;
}

function OfferRow({ offer, needId }: OfferRowProps): ReactNode {
  const { t } = useTranslation(['host', 'common']);
  const { ago } = useFormats();
  const { act: withdraw, isBusy, problem } = useAct(WithdrawOfferDocument);
  const { id, state, kind, expiresAt, candidate, actions, lender } = offer;
  const person = candidate?.person;
  return (
    <li className={styles.candidate}>
      <div className={styles.choice}>
        <span>
          {person ? `${person.name} ${person.phone}` : t('candidates.anonymous', { code: id.slice(-4).toUpperCase() })}
        </span>
        <Tag tone={state === 'CONFIRMED' ? 'good' : state === 'ACCEPTED' ? 'call' : 'plain'}>
          {t(`offerState.${state}`)}
        </Tag>
      </div>
      <p className="soft">
        {t(`common:kind.${kind}`)}
        {lender && ` · ${lender.name}`}
        {state === 'SENT' && ` · ${t('offers.until', { when: ago(expiresAt) })}`}
      </p>
      {problem && <Notice tone="bad">{problem.message}</Notice>}
      <Row>
        {lender && (state === 'SENT' || state === 'ACCEPTED' || state === 'CONFIRMED') && (
          <Negotiate needId={needId} partnerId={lender.id} />
        )}
        {actions.includes('WITHDRAW') && (
          <Button isBusy={isBusy} onClick={() => void withdraw({ input: { offerId: id } })}>
            {t('offers.withdraw')}
          </Button>
        )}
      </Row>
    </li>
  );
}
