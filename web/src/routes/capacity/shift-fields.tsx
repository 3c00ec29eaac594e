import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CheckField, TextField } from '../../ui/form';
import { Columns } from '../../ui/layout';
import type { Shifts } from './shift.rules';

const weekdays = ['1', '2', '3', '4', '5', '6', '7'] as const;

interface ShiftFieldsProps {
  readonly shifts: Shifts;
  readonly change: (shifts: Shifts) => void;
}

export function ShiftFields({ shifts, change }: ShiftFieldsProps): ReactNode {
  const { t } = useTranslation(['capacity', 'common']);
  const { machines, hours, worksHolidays } = shifts;
  return (
    <>
      <TextField
        label={t('line.machinesField')}
        path="machines"
        type="number"
        min={1}
        required
        value={machines}
        onChange={(count) => change({ ...shifts, machines: count })}
      />
      <p>{t('line.shiftsField')}</p>
      <Columns least="s">
        {weekdays.map((weekday, place) => (
          <TextField
            key={weekday}
            label={t('line.shiftOn', { weekday: t(`common:weekday.${weekday}`) })}
            path={`shiftMinutes.${place}`}
            type="number"
            min={0}
            max={24}
            step="any"
            required
            value={hours[place] ?? '0'}
            onChange={(value) => change({ ...shifts, hours: hours.with(place, value) })}
          />
        ))}
      </Columns>
      <CheckField
        label={t('line.worksHolidaysField')}
        checked={worksHolidays}
        onChange={(works) => change({ ...shifts, worksHolidays: works })}
      />
    </>
  );
}
