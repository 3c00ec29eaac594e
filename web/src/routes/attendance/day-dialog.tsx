import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/formats';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Row } from '../../ui/layout';
import type { DayOfWorkFragment, MonthTotalsFragment } from './attendance.graphql.ts';
import { DayFacts, StandingTag } from './day-facts';
import { DayHistory } from './day-history';
import { DaySteps } from './day-steps';
import { Findings } from './findings';
import { RecordForm } from './record-form';

interface DayDialogProps {
  readonly name: string;
  readonly placementId: string;
  readonly date: string;
  /** Missing where nothing is on record. */
  readonly day: DayOfWorkFragment | undefined;
  readonly findings: MonthTotalsFragment['findings'];
  readonly onClose: () => void;
}

/** All of one person's day: figures, findings, steps, history; or the form that puts it on record. */
export function DayDialog({ name, placementId, date, day, findings, onClose }: DayDialogProps): ReactNode {
  const { t } = useTranslation('attendance');
  const { weekday } = useFormats();
  return (
    <Dialog title={`${name} · ${weekday(date)}`} isOpen onClose={onClose}>
      {day ? (
        <>
          <Row>
            <StandingTag day={day} />
          </Row>
          <DayFacts day={day} />
          <Findings findings={findings} day={date} />
          <DaySteps day={day} />
          <DayHistory id={day.id} />
        </>
      ) : (
        <RecordForm placementId={placementId} date={date} onDone={onClose} />
      )}
      <Button onClick={onClose}>{t('close')}</Button>
    </Dialog>
  );
}
