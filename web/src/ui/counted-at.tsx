import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../i18n/formats';

/** As of when figures are that may be a few minutes old. */
export function CountedAt({ at }: { readonly at: string }): ReactNode {
  const { t } = useTranslation();
  const { dateTime } = useFormats();
  return <p className="soft">{t('countedAt', { at: dateTime(at) })}</p>;
}
