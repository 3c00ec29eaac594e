import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { Negotiate } from '../agreements/negotiate';
import { ContractDialog } from './contract-dialog';
import styles from './lender.module.css';
import type { WaitingOffer } from './waiting-offers';

/** What a loan still lacks before its lender can confirm it, each with the way to bring it. */
export function MissingPapers({
  offer: { missing, candidate, need },
  name,
}: {
  readonly offer: WaitingOffer;
  readonly name: string;
}): ReactNode {
  const { t } = useTranslation('lender');
  const [isStating, setStating] = useState(false);
  if (missing.length === 0) return null;
  return (
    <>
      <Notice tone="call">
        <p>{t('missing.title')}</p>
        <ul className={styles.rows}>
          {missing.map(({ paper, message }) => (
            <li key={paper}>
              <strong>{t(`missing.${paper}`)}</strong>
              <span>{message}</span>
              {paper === 'CONTRACT' && candidate && (
                <div>
                  <Button aria-label={t('contract.stateOf', { name })} onClick={() => setStating(true)}>
                    {t('contract.state')}
                  </Button>
                </div>
              )}
              {paper === 'AGREEMENT' && need && (
                <div>
                  <Negotiate needId={need.id} partnerId={need.host.id} />
                </div>
              )}
            </li>
          ))}
        </ul>
      </Notice>
      <ContractDialog
        key={String(isStating)}
        worker={isStating && candidate ? { id: candidate.id, name } : undefined}
        onClose={() => setStating(false)}
      />
    </>
  );
}
