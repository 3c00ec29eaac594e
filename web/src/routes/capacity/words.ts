import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/formats';
import { type DayWords, hoursOf } from './capacity.rules';

interface Words {
  readonly hours: (minutes: number) => string;
  readonly days: DayWords;
}

/** How hours and days of machines are said. */
export function useWords(): Words {
  const { t } = useTranslation('capacity');
  const { number } = useFormats();
  return {
    hours: (minutes) => t('hours', { hours: number(hoursOf(minutes)) }),
    days: {
      number,
      free: (free, offered) => t('day.free', { free: number(free), offered: number(offered) }),
      nothing: t('day.nothing'),
    },
  };
}
