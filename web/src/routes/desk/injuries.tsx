import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/formats';
import { Tag } from '../../ui/card';
import { Row } from '../../ui/layout';
import { Pages } from '../../ui/pages';
import { InjuryClock } from '../placement/injury-clock';
import { DeskInjuriesDocument, DeskReturnsDocument } from './desk.graphql.ts';
import styles from './desk.module.css';

/** Accidents of the jurisdiction, each with its clock. */
export function Injuries(): ReactNode {
  const { t } = useTranslation(['desk', 'placement']);
  const { dateTime } = useFormats();
  return (
    <Pages
      query={DeskInjuriesDocument}
      variables={{}}
      of={['Injury']}
      pick={(data) => data.injuries}
      empty={t('nothing')}
    >
      {(injuries) => (
        <ul className={styles.list}>
          {injuries.map((injury) => (
            <li key={injury.id}>
              <Row>
                <h3>{[dateTime(injury.occurredAt), injury.place].join(' · ')}</h3>
                <Tag tone={injury.isOverdue ? 'bad' : 'plain'}>{t(`placement:injuryState.${injury.state}`)}</Tag>
              </Row>
              <p>{[injury.task, injury.description].join(' · ')}</p>
              <InjuryClock injury={injury} />
            </li>
          ))}
        </ul>
      )}
    </Pages>
  );
}

/** Returns to which a worker objected. */
export function Returns(): ReactNode {
  const { t } = useTranslation(['desk', 'placement']);
  return (
    <Pages
      query={DeskReturnsDocument}
      variables={{}}
      of={['PlacementReturn']}
      pick={(data) => data.placementReturns}
      empty={t('nothing')}
    >
      {(returns) => (
        <ul className={styles.list}>
          {returns.map(({ id, reason, note, evidence, objection, state }) => (
            <li key={id}>
              <Row>
                <h3>{t(`placement:returnReason.${reason}`)}</h3>
                <Tag>{t(`placement:returnState.${state}`)}</Tag>
              </Row>
              {note && <p>{note}</p>}
              {evidence && <p>{t('placement:return.shows', { evidence })}</p>}
              <p>{t('placement:return.objection', { objection })}</p>
            </li>
          ))}
        </ul>
      )}
    </Pages>
  );
}
