import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAddress } from '../../shell/address';
import { Button } from '../../ui/button';
import { Choice } from '../../ui/choice';
import { SelectField } from '../../ui/form';
import { Row } from '../../ui/layout';
import { Pages } from '../../ui/pages';
import { BookingCard } from './booking-card';
import { MyBookingsDocument } from './bookings.graphql.ts';
import { CapacityFrame } from './capacity-frame';
import { bookingSides, bookingStates } from './capacity.rules';
import styles from './capacity.module.css';
import { FeedCard } from './feed-card';

/** Machine time that is booked, of the enterprise's lines and of others', with what to do next. */
export function BookingsPage(): ReactNode {
  const { t } = useTranslation('capacity');
  const [address, go] = useAddress();
  const side = bookingSides.find((known) => known === address.get('side'));
  const state = bookingStates.find((known) => known === address.get('state'));
  const [windowId, requestId] = [address.get('window'), address.get('request')];
  return (
    <CapacityFrame>
      <Row>
        <Choice
          label={t('booking.side')}
          value={side ?? ''}
          onChange={(chosen) => go({ side: chosen })}
          options={[
            { value: '', label: t('all') },
            ...bookingSides.map((known) => ({ value: known, label: t(`side.${known}`) })),
          ]}
        />
        <SelectField
          label={t('booking.state')}
          value={state ?? ''}
          onChange={(chosen) => go({ state: chosen })}
          options={[
            { value: '', label: t('all') },
            ...bookingStates.map((known) => ({ value: known, label: t(`bookingState.${known}`) })),
          ]}
        />
        {(windowId !== null || requestId !== null) && (
          <Button onClick={() => go({ window: '', request: '' })}>{t('booking.everything')}</Button>
        )}
      </Row>
      <Pages
        key={[side, state, windowId, requestId].join()}
        query={MyBookingsDocument}
        variables={{ side, state, windowId, requestId }}
        of={['CapacityBooking']}
        pick={({ myCapacityBookings }) => myCapacityBookings}
        empty={t('booking.none')}
      >
        {(bookings) => (
          <div className={styles.cards}>
            {bookings.map((booking) => (
              <BookingCard key={booking.id} booking={booking} />
            ))}
          </div>
        )}
      </Pages>
      <FeedCard />
    </CapacityFrame>
  );
}
