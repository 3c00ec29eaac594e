import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SelectField, TextField } from '../../ui/form';
import { type ChosenPlace, PlaceField } from '../../ui/map/place-field';

export interface EnterpriseDraft {
  readonly name: string;
  readonly registrationCode: string;
  readonly address: string;
  readonly place: ChosenPlace | null;
}

export const sizes = ['LARGE', 'MEDIUM', 'SMALL', 'MICRO'] as const;
export type Size = (typeof sizes)[number];
export const sizeOf = (text: string): Size | undefined => sizes.find((one) => one === text);

interface SizeFieldProps {
  readonly path: string;
  readonly value: string;
  readonly onChange: (size: string) => void;
}

/** How large the enterprise is, by its own statement. */
export function SizeField({ path, value, onChange }: SizeFieldProps): ReactNode {
  const { t } = useTranslation('account');
  return (
    <SelectField
      label={t('size.label')}
      path={path}
      hint={t('size.hint')}
      value={value}
      onChange={onChange}
      options={[
        { value: '', label: t('size.unknown') },
        ...sizes.map((size) => ({ value: size, label: t(`size.${size}`) })),
      ]}
    />
  );
}

interface EnterpriseFieldsProps {
  readonly draft: EnterpriseDraft;
  readonly change: (part: Partial<EnterpriseDraft>) => void;
  /** What stands before the fields' own names in the API's input. */
  readonly path: '' | 'enterprise.';
}

/** What an enterprise registers with. */
export function EnterpriseFields({ draft, change, path }: EnterpriseFieldsProps): ReactNode {
  const { t } = useTranslation('account');
  return (
    <>
      <TextField
        label={t('signUp.enterpriseName')}
        path={`${path}name`}
        value={draft.name}
        onChange={(name) => change({ name })}
        autoComplete="organization"
        maxLength={200}
        required
      />
      <TextField
        label={t('signUp.registrationCode')}
        path={`${path}registrationCode`}
        hint={t('signUp.registrationCodeHint')}
        value={draft.registrationCode}
        onChange={(registrationCode) => change({ registrationCode })}
        autoComplete="off"
        maxLength={40}
        required
      />
      <TextField
        label={t('signUp.address')}
        path={`${path}address`}
        value={draft.address}
        onChange={(address) => change({ address })}
        autoComplete="street-address"
        maxLength={200}
      />
      <p>{draft.place ? t('signUp.liesIn', { region: draft.place.regionName }) : t('signUp.whereSite')}</p>
      <PlaceField label={t('signUp.whereSite')} value={draft.place} onChange={(place) => change({ place })} />
    </>
  );
}
