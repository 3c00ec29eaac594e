import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/formats';
import type { WeightsFragment } from './weights.graphql.ts';

/** Since when weights hold, who set them, and why. */
export function WhoAndWhen({ of }: { readonly of: WeightsFragment }): ReactNode {
  const { t } = useTranslation('weights');
  const { dateTime } = useFormats();
  const { isDefault, since, setBy, note } = of;
  const when = dateTime(since);
  if (isDefault) return <p className="soft">{t('who.default', { when })}</p>;
  return (
    <>
      <p className="soft">{setBy === null ? t('who.operator', { when }) : t('who.account', { when, who: setBy })}</p>
      <p>{t('who.note', { note })}</p>
    </>
  );
}
