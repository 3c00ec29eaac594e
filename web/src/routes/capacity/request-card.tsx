import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/formats';
import { Bar, Card, Tag } from '../../ui/card';
import { Stack } from '../../ui/layout';
import { hoursOf, securedShare } from './capacity.rules';
import styles from './capacity.module.css';
import type { StepRequestFragment } from './requests.graphql.ts';
import { useWords } from './words';

interface RequestCardProps {
  readonly request: StepRequestFragment;
  readonly isOwn?: boolean;
  readonly children?: ReactNode;
}

/** Steps in an order, each with how much of its machine time is secured. */
export function RequestCard({ request, isOwn = false, children }: RequestCardProps): ReactNode {
  const { t } = useTranslation('capacity');
  const { period, money, number, distance } = useFormats();
  const words = useWords();
  const { state, reference, steps, enterprise, region, earliestStart, dueDate } = request;
  const { allOrNothing, splitAllowed, maxFenPerHour, maxDistanceM, note } = request;
  return (
    <Card
      as="article"
      title={reference === '' ? t('request.one') : reference}
      actions={isOwn && <Tag tone={state === 'OPEN' ? 'good' : 'plain'}>{t(`requestState.${state}`)}</Tag>}
    >
      <Stack>
        <p>
          {enterprise.name} · {region.name} · {period(earliestStart, dueDate)}
        </p>
        <ol className={styles.words} aria-label={t('request.steps')}>
          {steps.map((step) => (
            <li key={step.step} className={styles.step}>
              <Bar
                label={t('request.step', { number: step.step, process: step.process.name })}
                share={securedShare(step)}
                text={t('request.secured', {
                  ...{ secured: number(hoursOf(step.securedMinutes)), wanted: words.hours(step.minutes) },
                })}
              />
              <small className="soft">
                {t(`operators.${step.needsOperators}`)}
                {step.transportDays !== null && ` · ${t('request.transport', { count: step.transportDays })}`}
              </small>
            </li>
          ))}
        </ol>
        <p className="soft">
          {allOrNothing ? t('request.all') : t('request.some')} {splitAllowed ? t('request.split') : t('request.whole')}
          {maxFenPerHour !== null && ` ${t('request.ceiling', { price: money(maxFenPerHour) })}`}
          {maxDistanceM !== null && ` ${t('request.within', { distance: distance(maxDistanceM / 1000) })}`}
        </p>
        {note !== '' && <p>{note}</p>}
        {children}
      </Stack>
    </Card>
  );
}
