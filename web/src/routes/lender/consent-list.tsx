import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/formats';
import { Card, Tag } from '../../ui/card';
import { Pages } from '../../ui/pages';
import { consentTones } from './consent.rules';
import styles from './lender.module.css';
import { LentConsentsDocument, type LentConsentsQuery } from './lender.graphql.ts';

type Asked = LentConsentsQuery['consents']['edges'][number]['node'];

/** Whom the enterprise asked for consent, and what each answered. */
export function ConsentList(): ReactNode {
  const { t } = useTranslation('lender');
  return (
    <Card>
      <Pages
        query={LentConsentsDocument}
        variables={{}}
        of={['Consent']}
        pick={({ consents }) => consents}
        empty={t('consents.nothing')}
      >
        {(consents) => (
          <ul className={styles.rows}>
            {consents.map((consent) => (
              <ConsentRow key={consent.id} consent={consent} />
            ))}
          </ul>
        )}
      </Pages>
    </Card>
  );
}

function ConsentRow({ consent }: { readonly consent: Asked }): ReactNode {
  const { t } = useTranslation('lender');
  const { period, distance, ago, dateTime } = useFormats();
  const { id, state, startsOn, endsOn, radiusM, expiresAt, decidedAt, candidate } = consent;
  const name = candidate?.person?.name ?? t('heads.anonymous', { code: id.slice(-4).toUpperCase() });
  return (
    <li>
      <div className={styles.between}>
        <strong>{name}</strong>
        <Tag tone={consentTones[state]}>{t(`consentState.${state}`)}</Tag>
      </div>
      <p className="soft">
        {period(startsOn, endsOn)} · {t('consents.within', { distance: distance(radiusM / 1000) })}
      </p>
      <p className="soft">
        {state === 'REQUESTED'
          ? t('consents.lapses', { when: ago(expiresAt), at: dateTime(expiresAt) })
          : decidedAt !== null && t('consents.decided', { at: dateTime(decidedAt) })}
      </p>
    </li>
  );
}
