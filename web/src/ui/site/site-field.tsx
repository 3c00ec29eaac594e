import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../notice';
import { Stack } from '../layout';
import { type ChosenPlace, PlaceField } from '../map/place-field';
import { useSite } from './use-site';

interface SiteFieldProps {
  readonly label: string;
  /** What was chosen; null for where the enterprise itself is. */
  readonly chosen: ChosenPlace | null;
  readonly onChange: (place: ChosenPlace) => void;
}

/** A place on the map, at first where the enterprise itself is. */
export function SiteField({ label, chosen, onChange }: SiteFieldProps): ReactNode {
  const { t } = useTranslation();
  const site = useSite();
  const place = chosen ?? site;
  return (
    <Stack>
      {place ? (
        <p>
          {place.regionName} <span className="soft">{chosen ? t('site.chosen') : t('site.own')}</span>
        </p>
      ) : (
        <Notice tone="call">{t('site.missing')}</Notice>
      )}
      <PlaceField key={site === null ? 'somewhere' : 'site'} label={label} value={place} onChange={onChange} />
    </Stack>
  );
}
