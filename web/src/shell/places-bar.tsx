import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { Live, useLiveQuery } from '../api/live';
import { NotificationsChangedDocument } from '../api/live.graphql.ts';
import { UnreadDocument } from '../api/session.graphql.ts';
import { isAt, type Place } from './places';
import styles from './shell.module.css';

/** Where one can go. A phone has room for five: what is more stands behind one button; wider windows show all. */
export function PlacesBar({ places }: { readonly places: readonly Place[] }): ReactNode {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const more = places.filter(({ isMore }) => isMore);
  const isHere = (place: Place): boolean => isAt(place, pathname, places);
  return (
    <nav className={styles.nav} aria-label={t('shell.places')}>
      <ul>
        {places.map((place) => (
          <li key={place.to} data-more={place.isMore}>
            <PlaceLink place={place} isHere={isHere(place)} />
          </li>
        ))}
        {more.length > 0 && (
          <li className={styles.moreItem}>
            <More places={more} isHere={isHere} />
          </li>
        )}
      </ul>
    </nav>
  );
}

interface PlaceLinkProps {
  readonly place: Place;
  readonly isHere: boolean;
}

function PlaceLink({ place: { to, text, icon }, isHere }: PlaceLinkProps): ReactNode {
  const { t } = useTranslation();
  return (
    <Link to={to} aria-current={isHere ? 'page' : undefined}>
      <span aria-hidden="true">{icon}</span>
      {t(text)}
      {text === 'place.messages' && (
        <Live of={NotificationsChangedDocument} variables={{}}>
          <Unread />
        </Live>
      )}
    </Link>
  );
}

interface MoreProps {
  readonly places: readonly Place[];
  readonly isHere: (place: Place) => boolean;
}

/** The browser's own disclosure: it opens by keyboard too, and closes when one has gone somewhere. */
function More({ places, isHere }: MoreProps): ReactNode {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => details.current?.removeAttribute('open'), [pathname]);
  return (
    <details ref={details} className={styles.more}>
      <summary data-here={places.some(isHere)}>
        <span aria-hidden="true">⋯</span>
        {t('place.more')}
        <Live of={NotificationsChangedDocument} variables={{}}>
          <Unread isShort />
        </Live>
      </summary>
      <ul>
        {places.map((place) => (
          <li key={place.to}>
            <PlaceLink place={place} isHere={isHere(place)} />
          </li>
        ))}
      </ul>
    </details>
  );
}

/** How many messages are new; `isShort` where there is room for the number alone. */
function Unread({ isShort = false }: { readonly isShort?: boolean }): ReactNode {
  const { t } = useTranslation();
  const [{ data }] = useLiveQuery({ query: UnreadDocument, variables: {} });
  const count = data?.unreadNotificationCount ?? 0;
  if (count === 0) return null;
  const text = t('shell.unread', { count });
  if (!isShort) return <span className={styles.unread}>{text}</span>;
  return (
    <span className={styles.unread}>
      <span aria-hidden="true">{count}</span>
      <span className="visually-hidden">{text}</span>
    </span>
  );
}
