import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/act';
import { useFormats } from '../../i18n/formats';
import { Button } from '../../ui/button';
import { Tag } from '../../ui/card';
import { Notice } from '../../ui/notice';
import { Pages } from '../../ui/pages';
import { useToast } from '../../ui/toast';
import styles from './host.module.css';
import {
  ConfirmOfferDocument,
  NeedOffersDocument,
  type NeedOffersQuery,
  WithdrawOfferDocument,
} from './host.graphql.ts';

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
            <OfferRow key={offer.id} offer={offer} />
          ))}
        </ul>
      )}
    </Pages>
  );
}

function OfferRow({ offer }: { readonly offer: SentOffer }): ReactNode {
  const { t } = useTranslation(['host', 'common']);
  const { ago } = useFormats();
  const tell = useToast();
  const confirm = useAct(ConfirmOfferDocument);
  const withdraw = useAct(WithdrawOfferDocument);
  const problem = confirm.problem ?? withdraw.problem;
  const { id, state, kind, expiresAt, candidate } = offer;
  const person = candidate?.person;
  const input = { input: { offerId: id } };
  const isOpen = state === 'SENT' || state === 'ACCEPTED';
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
        {state === 'SENT' && ` · ${t('offers.until', { when: ago(expiresAt) })}`}
      </p>
      {problem && <Notice tone="bad">{problem.message}</Notice>}
      {isOpen && (
        <div className={styles.choice}>
          {state === 'ACCEPTED' && (
            <Button
              kind="main"
              isBusy={confirm.isBusy}
              onClick={() => void confirm.act(input).then((done) => done && tell({ text: t('offers.confirmed') }))}
            >
              {t('offers.confirm')}
            </Button>
          )}
          <Button isBusy={withdraw.isBusy} onClick={() => void withdraw.act(input)}>
            {t('offers.withdraw')}
          </Button>
        </div>
      )}
    </li>
  );
}
