import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { TextField } from '../../ui/form';
import { Columns } from '../../ui/layout';
import type { TimesDraft } from './attendance.rules';

interface TimesFieldsProps {
  readonly draft: TimesDraft;
  readonly onChange: (part: Partial<TimesDraft>) => void;
  /** Where the API has them, below `input`. */
  readonly at?: string;
}

export function TimesFields({ draft, onChange, at = '' }: TimesFieldsProps): ReactNode {
  const { t } = useTranslation('attendance');
  return (
    <Columns least="s">
      <TextField
        type="time"
        required
        label={t('field.from')}
        path={`${at}checkInAt`}
        value={draft.from}
        onChange={(from) => onChange({ from })}
      />
      <TextField
        type="time"
        required
        label={t('field.to')}
        hint={draft.to <= draft.from ? t('field.nextDay') : undefined}
        path={`${at}checkOutAt`}
        value={draft.to}
        onChange={(to) => onChange({ to })}
      />
      <TextField
        inputMode="numeric"
        pattern="\d{1,3}"
        required
        label={t('field.rest')}
        path={`${at}breakMinutes`}
        value={draft.rest}
        onChange={(rest) => onChange({ rest })}
      />
    </Columns>
  );
}
