import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { inDays } from '../../api/local-day';
import { useSession } from '../../api/session';
import { useFormats } from '../../i18n/formats';
import { HeatCalendar } from '../../ui/calendar/heat-calendar';
import { Card, Tag } from '../../ui/card';
import { Stack } from '../../ui/layout';
import { Steps } from '../../ui/steps/steps';
import { BookingActions } from './booking-actions';
import type { BookingFragment } from './bookings.graphql.ts';
import { bookingTones, hoursOf, stepsDone } from './capacity.rules';
import styles from './capacity.module.css';
import { useWords } from './words';

/** A booking: how far it is, which days, what it costs, and what is to be done now. */
export function BookingCard({ booking }: { readonly booking: BookingFragment }): ReactNode {
  const { t } = useTranslation('capacity');
  const { me } = useSession();
  const { number } = useFormats();
  const words = useWords();
  const { state, owner, customer, window, days } = booking;
  const most = Math.max(1, ...days.map(({ minutes }) => minutes));
  return (
    <Card
      as="article"
      title={window ? window.line.machineType.name : t('booking.one')}
      actions={<Tag tone={bookingTones[state]}>{t(`bookingState.${state}`)}</Tag>}
    >
      <Stack>
        <p className={styles.parties}>
          {t('booking.parties', { owner: owner.name, customer: customer.name })}{' '}
          <Tag>{t(me?.enterprise?.id === owner.id ? 'side.OWNER' : 'side.CUSTOMER')}</Tag>
        </p>
        {window && (
          <p>
            {window.line.workshop.region.name} {window.line.workshop.name} · {window.line.name}
          </p>
        )}
        {state !== 'RELEASED' && (
          <Steps
            label={t('booking.steps')}
            steps={(['held', 'confirmed', 'recorded'] as const).map((step) => t(`booking.step.${step}`))}
            done={stepsDone(state)}
          />
        )}
        <HeatCalendar
          label={t('booking.days')}
          days={days.map(({ day, minutes, recordedMinutes }) => ({
            ...{ day, share: (recordedMinutes ?? minutes) / most },
            figure: number(hoursOf(recordedMinutes ?? minutes)),
            text:
              recordedMinutes === null
                ? words.hours(minutes)
                : t('booking.recorded', { worked: words.hours(recordedMinutes), booked: words.hours(minutes) }),
          }))}
        />
        <Money booking={booking} />
        <Words booking={booking} />
        <BookingActions booking={booking} />
      </Stack>
    </Card>
  );
}

function Money({ booking }: { readonly booking: BookingFragment }): ReactNode {
  const { t } = useTranslation('capacity');
  const { money, date, dateTime } = useFormats();
  const words = useWords();
  const { state, bookedFen, amountFen, fenPerHour, setupMinutes, heldUntil, freeUntil, latePercent } = booking;
  return (
    <div className={styles.facts}>
      <p className={styles.price}>
        {amountFen === null
          ? t('booking.bookedFor', { amount: money(bookedFen) })
          : t('booking.comesTo', { amount: money(amountFen) })}
      </p>
      <p className="soft">{t('booking.rate', { price: money(fenPerHour), setup: words.hours(setupMinutes) })}</p>
      {state === 'HELD' && <p>{t('booking.heldUntil', { when: dateTime(heldUntil) })}</p>}
      {state === 'CONFIRMED' && (
        <p className="soft">
          {freeUntil < inDays(0)
            ? t('booking.notFree', { percent: latePercent })
            : t('booking.freeUntil', { date: date(freeUntil), percent: latePercent })}
        </p>
      )}
      {booking.lateFen !== null && booking.lateFen > 0 && (
        <p>{t('booking.late', { amount: money(booking.lateFen) })}</p>
      )}
      {booking.objectableUntil !== null && (
        <p className="soft">{t('booking.objectable', { when: dateTime(booking.objectableUntil) })}</p>
      )}
    </div>
  );
}

/** What the two wrote to each other. */
function Words({ booking }: { readonly booking: BookingFragment }): ReactNode {
  const { t } = useTranslation('capacity');
  const { recordNote, objection, releaseReason, releaseNote, request, step } = booking;
  const lines = [
    request !== null &&
      t(request.reference === '' ? 'booking.forStep' : 'booking.for', {
        ...{ reference: request.reference, step: step ?? 0 },
      }),
    recordNote !== '' && t('booking.recordNote', { note: recordNote }),
    objection !== '' && t('booking.objection', { objection }),
    releaseReason !== null && t(`releaseReason.${releaseReason}`, { note: releaseNote }),
  ].filter((line) => line !== false);
  if (lines.length === 0) return null;
  return (
    <ul className={styles.words}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
