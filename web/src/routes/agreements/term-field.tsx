import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LongTextField, SelectField, TextField } from '../../ui/form';
import styles from './agreements.module.css';
import { type ChoiceTexts, controls, type TermsDraft } from './terms.rules';

type PlainTerm = keyof typeof controls;

interface TermFieldProps {
  readonly term: PlainTerm;
  readonly label: string;
  readonly draft: TermsDraft;
  readonly saved: TermsDraft;
  readonly onChange: (part: Readonly<Record<string, string>>) => void;
}

/** The right control for a term. What was touched says so. */
export function TermField(props: TermFieldProps): ReactNode {
  const { t } = useTranslation('agreements');
  const { term, draft, saved, label, onChange } = props;
  const isChanged = draft.plain[term] !== saved.plain[term];
  return (
    <div className={styles.termField} data-changed={isChanged}>
      <TermControl {...props} />
      {term === 'wageFen' && (
        <TermControl {...{ draft, saved, onChange }} term="wageUnit" label={t('form.unitOf', { label })} />
      )}
    </div>
  );
}

function TermControl({ term, label, draft, onChange }: TermFieldProps): ReactNode {
  const { t } = useTranslation('agreements');
  const textOf = useChoiceTexts();
  const control = controls[term];
  const own = {
    ...{ label, path: `terms.${term}`, value: draft.plain[term] ?? '' },
    onChange: (value: string) => onChange({ [term]: value }),
  };
  const open = { value: '', label: t('paper.open') };
  switch (control.kind) {
    case 'words':
      return control.isLong ? (
        <LongTextField {...own} maxLength={control.max} />
      ) : (
        <TextField {...own} maxLength={control.max} />
      );
    case 'number':
      return (
        <TextField
          {...own}
          label={t('form.withUnit', { label, unit: t(`unit.${control.unit}`) })}
          type="number"
          min={control.min}
          max={control.max}
          step={control.factor === undefined ? 1 : 'any'}
        />
      );
    case 'date':
      return <TextField {...own} type="date" required />;
    case 'yesNo':
      return (
        <SelectField
          {...own}
          options={[open, { value: 'true', label: t('form.yes') }, { value: 'false', label: t('form.no') }]}
        />
      );
    case 'choice':
      return (
        <SelectField
          {...own}
          options={[open, ...control.options.map((value) => ({ value, label: textOf(control.texts, value) }))]}
        />
      );
  }
}

function useChoiceTexts(): (texts: ChoiceTexts, value: string) => string {
  const { t } = useTranslation(['agreements', 'common']);
  return (texts, value) => {
    switch (texts) {
      case 'shift':
        return t(`common:shift.${value as 'DAY'}`);
      case 'wageUnit':
        return t(`common:wageUnit.${value as 'HOUR'}`);
      case 'reason':
        return t(`reason.${value as 'SEASON'}`);
      case 'provider':
        return t(`provider.${value as 'HOST'}`);
      case 'forum':
        return t(`forum.${value as 'COURT'}`);
    }
  };
}
