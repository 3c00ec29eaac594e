import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/formats';
import { Card } from '../../ui/card';
import type { Agreement } from './agreement.rules';
import styles from './agreements.module.css';

/** Who has signed for each side. */
export function Signatures({ agreement }: { readonly agreement: Agreement }): ReactNode {
  const { t } = useTranslation('agreements');
  const { dateTime } = useFormats();
  const { state, signatures, host, lender } = agreement;
  if (state === 'DRAFT' || state === 'REJECTED') return null;
  return (
    <Card title={t('signatures.title')}>
      <ul className={styles.rows}>
        {([false, true] as const).map((isHost) => {
          const signature = signatures.find((one) => one.isHost === isHost);
          return (
            <li key={String(isHost)}>
              <p className="soft">{isHost ? host?.name : lender?.name}</p>
              <p>
                {signature
                  ? [signature.name, signature.title, dateTime(signature.signedAt)].filter(Boolean).join(' · ')
                  : t('signatures.open')}
              </p>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
