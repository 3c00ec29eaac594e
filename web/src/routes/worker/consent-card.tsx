import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/act';
import { useFormats } from '../../i18n/formats';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Notice } from '../../ui/notice';
import { useToast } from '../../ui/toast';
import { Fact } from './job-facts';
import styles from './worker.module.css';
import { GrantConsentDocument, type MyDayQuery, RefuseConsentDocument } from './worker.graphql.ts';

export type AskedConsent = MyDayQuery['myConsents']['edges'][number]['node'];

/** Asks whether one may be lent: by whom, for how long, how far, and who learns what. */
export function ConsentCard({ consent }: { readonly consent: AskedConsent }): ReactNode {
  const { t } = useTranslation('worker');
  const { period, distance, ago } = useFormats();
  const tell = useToast();
  const grant = useAct(GrantConsentDocument);
  const refuse = useAct(RefuseConsentDocument);
  const problem = grant.problem ?? refuse.problem;
  const answer = async (act: typeof grant.act | typeof refuse.act, text: string): Promise<void> => {
    if (await act({ input: { consentId: consent.id } })) tell({ text });
  };
  return (
    <Card as="li" title={t('consent.title', { lender: consent.lender?.name ?? '' })}>
      <div className={styles.inside}>
        <dl className={styles.facts}>
          <Fact label={t('job.period')}>{period(consent.startsOn, consent.endsOn)}</Fact>
          <Fact label={t('consent.radius')}>{distance(consent.radiusM / 1000)}</Fact>
          <Fact label={t('consent.until')}>{ago(consent.expiresAt)}</Fact>
        </dl>
        <p>{consent.rights}</p>
        <details>
          <summary>{t('consent.disclosures')}</summary>
          <ul>
            {consent.disclosures.map((disclosure) => (
              <li key={`${disclosure.recipient} ${disclosure.occasion}`}>{t('consent.disclosure', disclosure)}</li>
            ))}
          </ul>
        </details>
        {problem && <Notice tone="bad">{problem.message}</Notice>}
        <div className={styles.answer}>
          <Button kind="main" isBusy={grant.isBusy} onClick={() => void answer(grant.act, t('consent.granted'))}>
            {t('consent.grant')}
          </Button>
          <Button isBusy={refuse.isBusy} onClick={() => void answer(refuse.act, t('consent.refused'))}>
            {t('consent.refuse')}
          </Button>
        </div>
      </div>
    </Card>
  );
}
