import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button';
import { useToast } from '../../ui/toast';
import styles from './lender.module.css';

/** The code that is handed to a worker: to read out, to write down, or to copy. */
export function ClaimCode({ name, code }: { readonly name: string; readonly code: string }): ReactNode {
  const { t } = useTranslation('lender');
  const tell = useToast();
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(code);
      tell({ text: t('claim.copied') });
    } catch {
      // Without TLS, or where the user forbids it, a browser has no clipboard for pages; the code can be marked by hand.
      tell({ text: t('claim.notCopied') });
    }
  };
  return (
    <div className={styles.between}>
      <span>{name}</span>
      <span className={styles.code}>{code}</span>
      <Button onClick={() => void copy()} aria-label={t('claim.copyOf', { name })}>
        {t('claim.copy')}
      </Button>
    </div>
  );
}
