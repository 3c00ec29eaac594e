import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button';
import { Row, Stack } from '../../ui/layout';
import { Notice } from '../../ui/notice';
import { useToast } from '../../ui/toast';
import styles from './webhooks.module.css';

/** A secret, this once. */
export function Secret({ secret, onKept }: { readonly secret: string; readonly onKept: () => void }): ReactNode {
  const { t } = useTranslation('webhooks');
  const tell = useToast();
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(secret);
      tell({ text: t('secret.copied') });
    } catch {
      // Without TLS, or where the user forbids it, a browser has no clipboard for pages; the secret can be marked by hand.
      tell({ text: t('secret.notCopied') });
    }
  };
  return (
    <Stack>
      <Notice tone="good">
        <p>{t('secret.keep')}</p>
        <code className={styles.secret}>{secret}</code>
      </Notice>
      <Row>
        <Button kind="main" onClick={() => void copy()}>
          {t('secret.copy')}
        </Button>
        <Button onClick={onKept}>{t('secret.close')}</Button>
      </Row>
    </Stack>
  );
}
