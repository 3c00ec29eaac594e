import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/act';
import { useFormats } from '../../i18n/formats';
import { Button } from '../../ui/button';
import { Card, Tag } from '../../ui/card';
import { Dialog } from '../../ui/dialog';
import { Row } from '../../ui/layout';
import { Notice } from '../../ui/notice';
import { Pages } from '../../ui/pages';
import { useToast } from '../../ui/toast';
import { MyConsentsDocument, type MyConsentsQuery, WithdrawConsentDocument } from './profile.graphql.ts';
import styles from './worker.module.css';

type MyConsent = MyConsentsQuery['myConsents']['edges'][number]['node'];

/** To whom one has agreed to be lent, and the way back out of it. */
export function ConsentsCard(): ReactNode {
  const { t } = useTranslation('profile');
  return (
    <Card title={t('consents.title')}>
      <Pages
        query={MyConsentsDocument}
        variables={{}}
        of={['Consent']}
        pick={({ myConsents }) => myConsents}
        empty={t('consents.nothing')}
      >
        {(consents) => (
          <ul className={styles.list}>
            {consents.map((consent) => (
              <ConsentRow key={consent.id} consent={consent} />
            ))}
          </ul>
        )}
      </Pages>
    </Card>
  );
}

function ConsentRow({ consent }: { readonly consent: MyConsent }): ReactNode {
  const { t } = useTranslation('profile');
  const { period, distance } = useFormats();
  const { state, lender, startsOn, endsOn, radiusM } = consent;
  return (
    <li className={styles.inside}>
      <Row>
        <span>{lender?.name}</span>
        <Tag tone={state === 'GRANTED' ? 'good' : state === 'REQUESTED' ? 'call' : 'plain'}>
          {t(`consents.state.${state}`)}
        </Tag>
      </Row>
      <p className="soft">
        {t('consents.until', { period: period(startsOn, endsOn), distance: distance(radiusM / 1000) })}
      </p>
      {consent.actions.includes('WITHDRAW') && <Withdrawal consentId={consent.id} />}
    </li>
  );
}

function Withdrawal({ consentId }: { readonly consentId: string }): ReactNode {
  const { t } = useTranslation('profile');
  const tell = useToast();
  const { act, isBusy, problem } = useAct(WithdrawConsentDocument);
  const [isAsking, setAsking] = useState(false);
  const withdraw = async (): Promise<void> => {
    if (await act({ input: { consentId } })) tell({ text: t('consents.done') });
    setAsking(false);
  };
  return (
    <>
      {problem && <Notice tone="bad">{problem.message}</Notice>}
      <Row>
        <Button onClick={() => setAsking(true)}>{t('consents.withdraw')}</Button>
      </Row>
      <Dialog title={t('consents.ask')} isOpen={isAsking} onClose={() => setAsking(false)}>
        <p>{t('consents.text')}</p>
        <Row>
          <Button kind="bad" isBusy={isBusy} onClick={() => void withdraw()}>
            {t('consents.withdraw')}
          </Button>
          <Button onClick={() => setAsking(false)}>{t('consents.keep')}</Button>
        </Row>
      </Dialog>
    </>
  );
}
