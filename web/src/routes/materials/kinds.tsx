import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useEvery } from '../../api/every';
import { Answer } from '../../ui/state';
import { SelectField, TextField } from '../../ui/form';
import { Columns } from '../../ui/layout';
import { type KindFragment, KindsDocument, type KindsQuery } from './lots.graphql.ts';
import type { Quantity } from './materials.rules';

export type Kind = KindFragment;

const none = {};
const kindsIn = ({ materialKinds }: KindsQuery) => materialKinds;

/** The catalogue; what is below waits for it. */
export function WithKinds({ children }: { readonly children: (kinds: readonly Kind[]) => ReactNode }): ReactNode {
  const [answer, again] = useEvery(KindsDocument, none, kindsIn);
  return (
    <Answer of={answer} onRetry={again}>
      {children}
    </Answer>
  );
}

interface KindFieldProps {
  readonly label: string;
  readonly path?: string;
  readonly hint?: string;
  readonly kinds: readonly Kind[];
  readonly value: string;
  readonly onChange: (kindId: string) => void;
  /** What stands where none is chosen. */
  readonly blank: string;
  readonly required?: boolean;
}

/** One kind of the catalogue, by family and name. */
export function KindField({ kinds, blank, ...field }: KindFieldProps): ReactNode {
  const { t } = useTranslation('materials');
  const options = useMemo(
    () =>
      kinds
        .map(({ id, name, family }) => ({ value: id, label: `${t(`family.${family}`)} · ${name}` }))
        .toSorted((a, b) => a.label.localeCompare(b.label)),
    [kinds, t],
  );
  return <SelectField {...field} options={[{ value: '', label: blank }, ...options]} />;
}

interface QuantityFieldProps {
  readonly label: string;
  readonly path?: string;
  readonly hint?: string;
  readonly kind: Pick<Kind, 'units'> | undefined;
  readonly value: Quantity;
  readonly onChange: (quantity: Quantity) => void;
  /** Nothing may be a quantity, too. */
  readonly min?: number;
}

/** How much, in a unit that the kind has. */
export function QuantityField({
  label,
  path = 'quantity',
  hint,
  kind,
  value,
  onChange,
  min,
}: QuantityFieldProps): ReactNode {
  const { t } = useTranslation('materials');
  const units = kind?.units ?? [];
  const decimals = units.find(({ unit }) => unit === value.unit)?.decimals ?? 0;
  const step = 10 ** -decimals;
  return (
    <Columns least="s">
      <TextField
        label={label}
        hint={hint}
        path={`${path}.value`}
        type="number"
        required
        min={min ?? step}
        step={step}
        value={value.value}
        onChange={(amount) => onChange({ ...value, value: amount })}
      />
      <SelectField
        label={t('unit')}
        path={`${path}.unit`}
        value={value.unit}
        onChange={(unit) => onChange({ ...value, unit })}
        options={units.map(({ unit, name }) => ({ value: unit, label: name }))}
      />
    </Columns>
  );
}
