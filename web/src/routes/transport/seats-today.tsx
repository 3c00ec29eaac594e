import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLiveQuery } from '../../api/live';
import { SeatCard } from './seat-card';
import { MyBusSeatsDocument } from './transport.graphql.ts';
import styles from './transport.module.css';

const context = { additionalTypenames: ['TransportSeat'] };

/** Seats on buses that wait for the worker's answer; nothing where none does. */
export function SeatsToday(): ReactNode {
  const { t } = useTranslation('transport');
  const [answer] = useLiveQuery({
    query: MyBusSeatsDocument,
    variables: {},
    context: useMemo(() => context, []),
  });
  const seats = answer.data?.myTransportSeats.edges.map(({ node }) => node) ?? [];
  const asked = seats.filter(({ state }) => state === 'ASKED');
  if (asked.length === 0) return null;
  return (
    <section className={styles.seats}>
      <h2>{t('mine.asked')}</h2>
      <ul className={styles.seats}>
        {asked.map((seat) => (
          <SeatCard key={seat.id} seat={seat} />
        ))}
      </ul>
    </section>
  );
}
