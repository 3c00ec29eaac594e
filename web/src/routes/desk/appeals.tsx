import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/formats';
import { WordsDialog } from '../../ui/act/words-form';
import { Tag } from '../../ui/card';
import { Row } from '../../ui/layout';
import { Pages } from '../../ui/pages';
import {
  DecidePenaltyDocument,
  DecideReviewAppealDocument,
  DeskPenaltiesDocument,
  DeskReviewsDocument,
} from './desk.graphql.ts';
import styles from './desk.module.css';

/** Penalties of the jurisdiction; those that were appealed wait for a decision. */
export function Penalties(): ReactNode {
  const { t } = useTranslation('desk');
  const { period } = useFormats();
  const words = {
    field: t('reason'),
    path: 'reason',
    maxLength: 2000,
    document: DecidePenaltyDocument,
    done: t('done'),
  } as const;
  return (
    <Pages
      query={DeskPenaltiesDocument}
      variables={{}}
      of={['Penalty']}
      pick={(data) => data.penalties}
      empty={t('nothing')}
    >
      {(penalties) => (
        <ul className={styles.list}>
          {penalties.map(({ id: penaltyId, kind, state, startsOn, endsOn, appeal, decision, actions }) => (
            <li key={penaltyId}>
              <Row>
                <h3>{t(`penalty.${kind}`)}</h3>
                <Tag tone={state === 'APPEALED' ? 'call' : 'plain'}>{t(`penaltyState.${state}`)}</Tag>
              </Row>
              <p className="soft">{period(startsOn, endsOn)}</p>
              {appeal && <p>{t('appeal', { appeal })}</p>}
              {decision && <p>{decision}</p>}
              {actions.includes('DECIDE') && (
                <Row>
                  <WordsDialog
                    label={t('penalty.lift')}
                    {...words}
                    variables={(reason) => ({ input: { penaltyId, decision: 'LIFT' as const, reason } })}
                  />
                  <WordsDialog
                    label={t('penalty.uphold')}
                    {...words}
                    variables={(reason) => ({ input: { penaltyId, decision: 'UPHOLD' as const, reason } })}
                  />
                </Row>
              )}
            </li>
          ))}
        </ul>
      )}
    </Pages>
  );
}

/** Reviews that whom they are about wants gone. */
export function Reviews(): ReactNode {
  const { t } = useTranslation(['desk', 'placement']);
  const words = {
    field: t('reason'),
    path: 'note',
    maxLength: 1000,
    document: DecideReviewAppealDocument,
    done: t('done'),
  } as const;
  return (
    <Pages
      query={DeskReviewsDocument}
      variables={{}}
      of={['Review']}
      pick={(data) => data.reviews}
      empty={t('nothing')}
    >
      {(reviews) => (
        <ul className={styles.list}>
          {reviews.map(({ id: reviewId, kind, text, appeal, actions }) => (
            <li key={reviewId}>
              <h3>{t(`placement:reviewKind.${kind}`)}</h3>
              <p>{text}</p>
              <p>{t('appeal', { appeal })}</p>
              <Row>
                {actions.includes('UPHOLD') && (
                  <WordsDialog
                    label={t('review.uphold')}
                    {...words}
                    variables={(note) => ({ input: { reviewId, decision: 'UPHELD' as const, note } })}
                  />
                )}
                {actions.includes('REMOVE') && (
                  <WordsDialog
                    kind="bad"
                    label={t('review.remove')}
                    {...words}
                    variables={(note) => ({ input: { reviewId, decision: 'REMOVED' as const, note } })}
                  />
                )}
              </Row>
            </li>
          ))}
        </ul>
      )}
    </Pages>
  );
}
