import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/formats';
import type { KeptPass } from '../../pass/kept-pass';
import { qrPath } from '../../pass/qr-code';
import { Notice } from '../../ui/notice';
import { Loading } from '../../ui/state';
import styles from './pass.module.css';
import { useCode } from './use-code';
import { useWakeLock } from './use-wake-lock';

interface PassCodeProps {
  readonly pass: KeptPass;
  readonly isOnline: boolean;
}

/** The code itself, as bright and as large as the phone allows, with who expects one where. */
export function PassCode({ pass, isOnline }: PassCodeProps): ReactNode {
  const { t } = useTranslation('pass');
  const { period, dateTime } = useFormats();
  const { text, isKeyless, hasEnded } = useCode(pass);
  useWakeLock();
  if (isKeyless) return <Notice tone="bad">{t('keyless')}</Notice>;
  if (hasEnded) return <Notice tone="bad">{t(isOnline ? 'ended' : 'endedOffline')}</Notice>;
  return (
    <section className={styles.pass} aria-label={t('title')}>
      {text === undefined ? <Loading /> : <Code text={text} label={t('code')} />}
      <p className={styles.renewal}>
        {text !== undefined && <Ring key={text} />}
        {t('renewal')}
      </p>
      <p className={styles.host}>{pass.host}</p>
      <p>{pass.work}</p>
      <p>{period(pass.startsOn, pass.endsOn)}</p>
      <p className={styles.line} data-online={isOnline} role="status">
        {t(isOnline ? 'validUntil' : 'offlineUntil', { until: dateTime(pass.expiresAt) })}
      </p>
    </section>
  );
}

function Code({ text, label }: { readonly text: string; readonly label: string }): ReactNode {
  const { path, size } = useMemo(() => qrPath(text), [text]);
  return (
    <svg className={styles.code} viewBox={`0 0 ${String(size)} ${String(size)}`} role="img" aria-label={label}>
      <path d={path} />
    </svg>
  );
}

/** Runs down until the next code comes. */
function Ring(): ReactNode {
  return (
    <svg className={styles.ring} viewBox="0 0 20 20" aria-hidden="true">
      <circle cx="10" cy="10" r="8" pathLength="1" />
    </svg>
  );
}
