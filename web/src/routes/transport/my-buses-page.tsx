import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../../ui/layout';
import { Pages } from '../../ui/pages';
import { SeatCard } from './seat-card';
import { MyBusSeatsDocument } from './transport.graphql.ts';
import styles from './transport.module.css';

/** The worker's seats on buses to work and home. */
export function MyBusesPage(): ReactNode {
  const { t } = useTranslation('transport');
  return (
    <Page title={t('mine.title')} width="text">
      <Pages
        query={MyBusSeatsDocument}
        variables={{}}
        of={['TransportSeat']}
        pick={({ myTransportSeats }) => myTransportSeats}
        empty={t('mine.none')}
      >
        {(seats) => (
          <ul className={styles.seats}>
            {seats.map((seat) => (
              <SeatCard key={seat.id} seat={seat} />
            ))}
          </ul>
        )}
      </Pages>
    </Page>
  );
}
