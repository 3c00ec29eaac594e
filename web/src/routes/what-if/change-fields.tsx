import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button';
import { SelectField } from '../../ui/form';
import { Columns, Row } from '../../ui/layout';
import { type ChangeDraft, fieldsOf, kinds } from './change.rules';
import { ChangeField } from './change-field';
import styles from './what-if.module.css';

interface ChangeFieldsProps {
  readonly draft: ChangeDraft;
  readonly index: number;
  readonly change: (part: Partial<ChangeDraft>) => void;
  readonly onRemove: () => void;
}

/** One change of the workbench: its kind, and what that kind asks for. */
export function ChangeFields({ draft, index, change, onRemove }: ChangeFieldsProps): ReactNode {
  const { t } = useTranslation('whatIf');
  return (
    <fieldset className={styles.change}>
      <legend>{t('bench.change', { number: index + 1 })}</legend>
      <Columns least="s">
        <SelectField
          label={t('field.kind')}
          value={draft.kind}
          onChange={(kind) => change({ kind: kinds.find((known) => known === kind) ?? 'WAGE' })}
          options={kinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
        />
        {fieldsOf(draft.kind).map((field) => (
          <ChangeField key={field} field={field} draft={draft} path={`changes.${String(index)}`} change={change} />
        ))}
      </Columns>
      <Row>
        <Button kind="quiet" onClick={onRemove}>
          {t('bench.remove')}
        </Button>
      </Row>
    </fieldset>
  );
}
