import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/formats';
import { Tag } from '../../ui/card';
import { Notice } from '../../ui/notice';
import type { DayOfWorkFragment } from './attendance.graphql.ts';
import { classes, hoursOf, standingOf, toneOf } from './attendance.rules';

interface Times {
  readonly checkInAt: string | null;
  readonly checkOutAt: string | null;
  readonly breakMinutes: number | null;
}

/** Came, left, break: in words. */
export function TimesText({ times }: { readonly times: Times }): ReactNode {
  const { t } = useTranslation('attendance');
  const { time } = useFormats();
  const { checkInAt, checkOutAt, breakMinutes } = times;
  return (
    <>
      {checkInAt && t('came', { time: time(checkInAt) })}
      {checkOutAt && ` · ${t('left', { time: time(checkOutAt) })}`}
      {checkOutAt && breakMinutes ? ` · ${t('rest', { minutes: breakMinutes })}` : null}
    </>
  );
}

export function StandingTag({ day }: { readonly day: DayOfWorkFragment }): ReactNode {
  const { t } = useTranslation('attendance');
  const standing = standingOf(day);
  return <Tag tone={toneOf[standing]}>{t(`standing.${standing}`)}</Tag>;
}

/** A day in plain words: when, how long, of what kind, and what is in dispute. */
export function DayFacts({ day }: { readonly day: DayOfWorkFragment }): ReactNode {
  const { t } = useTranslation('attendance');
  const { number } = useFormats();
  const worked = classes.filter((name) => day[name] > 0);
  return (
    <>
      <p>
        <TimesText times={day} />
      </p>
      {worked.length > 0 && (
        <p>
          {worked
            .map((name) => `${t(`class.${name}`)} ${t('hours', { hours: number(hoursOf(day[name])) })}`)
            .join(' · ')}
        </p>
      )}
      <Agreement day={day} />
      {day.state === 'DISPUTED' && <Dispute day={day} />}
      {day.state === 'RESOLVED' && day.resolution !== '' && (
        <p className="soft">{t('resolved', { why: day.resolution })}</p>
      )}
    </>
  );
}

/** Who has said yes, and what silence would mean. */
function Agreement({ day }: { readonly day: DayOfWorkFragment }): ReactNode {
  const { t } = useTranslation('attendance');
  const { date } = useFormats();
  const { state, hostConfirmedAt, workerConfirmedAt, confirmBy } = day;
  if (state === 'RESOLVED') return <p className="soft">{t('settled.RESOLVED')}</p>;
  if (state === 'CONFIRMED' && (hostConfirmedAt === null || workerConfirmedAt === null))
    return <p className="soft">{t('settled.SILENCE')}</p>;
  return (
    <p className="soft">
      {t('confirmed', {
        host: t(hostConfirmedAt === null ? 'notYet' : 'yes'),
        worker: t(workerConfirmedAt === null ? 'notYet' : 'yes'),
      })}
      {confirmBy !== null && standingOf(day) === 'waiting' && ` ${t('silence', { by: date(confirmBy) })}`}
    </p>
  );
}

/** Both figures beside each other. */
function Dispute({ day }: { readonly day: DayOfWorkFragment }): ReactNode {
  const { t } = useTranslation('attendance');
  const { claim, disputedBy, disputeReason } = day;
  return (
    <Notice tone="call">
      <p>{t(disputedBy === 'WORKER' ? 'dispute.byWorker' : 'dispute.byHost', { reason: disputeReason })}</p>
      <p>
        {t('dispute.recorded')} <TimesText times={day} />
      </p>
      {claim && (
        <p>
          {t('dispute.claimed')} <TimesText times={claim} />
        </p>
      )}
    </Notice>
  );
}
