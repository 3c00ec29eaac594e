import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button';
import { SelectField } from '../../ui/form';
import { useToast } from '../../ui/toast';
import { radiiKm } from './work.rules';
import type { WorkSearchFormProps } from './work-search-form';

/** Searches around where one is; only to a kilometre, and only when one asks for it. */
export function NearMe({ search, home, change }: WorkSearchFormProps): ReactNode {
  const { t } = useTranslation('work');
  const tell = useToast();
  const withoutPlace = (): void => {
    tell({ text: t(home ? 'search.fromHome' : 'search.noPlace') });
    if (home) change({ at: '', anywhere: '' });
  };
  const locate = (): void => {
    if (!('geolocation' in navigator)) {
      withoutPlace();
      return;
    }
    navigator.geolocation.getCurrentPosition(
      // Two decimals are about a kilometre: enough to search by, and all that leaves the device.
      ({ coords }) => change({ at: `${coords.latitude.toFixed(2)},${coords.longitude.toFixed(2)}`, anywhere: '' }),
      withoutPlace,
      { timeout: 10_000, maximumAge: 300_000 },
    );
  };
  return (
    <>
      <Button onClick={locate}>{t('search.nearMe')}</Button>
      {search.at && (
        <>
          <SelectField
            label={t('search.within')}
            value={String(search.km)}
            onChange={(km) => change({ km })}
            options={radiiKm.map((km) => ({ value: String(km), label: t('search.km', { km }) }))}
          />
          <Button kind="quiet" onClick={() => change({ at: '', sort: '', anywhere: 'yes' })}>
            {t('search.anywhere')}
          </Button>
        </>
      )}
    </>
  );
}
