import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button';
import { Row } from '../../ui/layout';
import { useFormats } from '../../i18n/formats';

interface StepperProps {
  readonly text: string;
  readonly before: string;
  readonly after: string;
  readonly onStep: (by: -1 | 1) => void;
  readonly hasNext: boolean;
}

/** One back, one on, and what is shown between them. */
function Stepper({ text, before, after, onStep, hasNext }: StepperProps): ReactNode {
  return (
    <Row>
      <Button aria-label={before} onClick={() => onStep(-1)}>
        ‹
      </Button>
      <strong aria-live="polite">{text}</strong>
      <Button aria-label={after} disabled={!hasNext} onClick={() => onStep(1)}>
        ›
      </Button>
    </Row>
  );
}

interface ChoiceProps {
  readonly onStep: (by: -1 | 1) => void;
  readonly hasNext: boolean;
}

export function MonthChoice({ month, ...rest }: ChoiceProps & { readonly month: string }): ReactNode {
  const { t } = useTranslation('attendance');
  const { month: monthText } = useFormats();
  return <Stepper {...rest} text={monthText(month)} before={t('month.before')} after={t('month.after')} />;
}

export function DayChoice({ day, ...rest }: ChoiceProps & { readonly day: string }): ReactNode {
  const { t } = useTranslation('attendance');
  const { weekday } = useFormats();
  return <Stepper {...rest} text={weekday(day)} before={t('day.before')} after={t('day.after')} />;
}
