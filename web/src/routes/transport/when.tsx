import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { BusStopFragment } from './transport.graphql.ts';

/** When a bus is at a stop, and on which day where that is not the plan's own. */
export function When({
  stop: { at, dayOffset },
}: {
  readonly stop: Pick<BusStopFragment, 'at' | 'dayOffset'>;
}): ReactNode {
  const { t } = useTranslation('transport');
  return (
    <span className="number">
      {at}
      {dayOffset !== 0 && ` (${t(dayOffset < 0 ? 'stop.dayBefore' : 'stop.dayAfter')})`}
    </span>
  );
}
