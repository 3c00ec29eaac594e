import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/formats';
import { useAddress } from '../../shell/address';
import { Button } from '../../ui/button';
import { addDays } from '../../ui/calendar/calendar.rules';
import { Row } from '../../ui/layout';
import { shownDays } from './capacity.rules';

interface PeriodBarProps {
  readonly period: { readonly from: string; readonly until: string };
}

/** Which weeks a calendar shows, and the way to those before and after. */
export function PeriodBar({ period: { from, until } }: PeriodBarProps): ReactNode {
  const { t } = useTranslation('capacity');
  const { period } = useFormats();
  const [, go] = useAddress();
  const move = (days: number): void => {
    const first = addDays(from, days);
    go({ from: first, until: addDays(first, shownDays - 1) });
  };
  return (
    <Row>
      <Button aria-label={t('period.before')} onClick={() => move(-shownDays)}>
        ←
      </Button>
      <span>{period(from, until)}</span>
      <Button aria-label={t('period.after')} onClick={() => move(shownDays)}>
        →
      </Button>
    </Row>
  );
}
