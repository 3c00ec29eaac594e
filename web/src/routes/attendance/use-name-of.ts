import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

interface Person {
  readonly id: string;
  readonly candidate: { readonly person: { readonly name: string } | null } | null;
}

/** Somebody's name, or a code where it is not told (any more). */
export function useNameOf(): (of: Person) => string {
  const { t } = useTranslation('attendance');
  return useCallback(
    ({ id, candidate }: Person) => candidate?.person?.name ?? t('anonymous', { code: id.slice(-4).toUpperCase() }),
    [t],
  );
}
