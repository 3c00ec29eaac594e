import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/formats';
import { WordsDialog } from '../../ui/act/words-form';
import { Tag } from '../../ui/card';
import { Row } from '../../ui/layout';
import { AppealReviewDocument, ReplyToReviewDocument, type ReviewFactsFragment } from './placement.graphql.ts';
import styles from './placement.module.css';
import { scoreNames } from './placement.rules';

/** One review with what was answered to it, and the answers that are still open to one. */
export function ReviewView({ review }: { readonly review: ReviewFactsFragment }): ReactNode {
  const { t } = useTranslation('placement');
  const { dateTime } = useFormats();
  const { id, kind, state, text, reply, appeal, decisionNote, publishAt, actions } = review;
  const given = scoreNames.filter((name) => review[name] !== null);
  return (
    <div className={styles.inside}>
      <Row>
        <h3>{t(`reviewKind.${kind}`)}</h3>
        <Tag tone={state === 'APPEALED' ? 'call' : 'plain'}>{t(`reviewState.${state}`)}</Tag>
      </Row>
      <p>{given.map((name) => `${t(`score.${name}`)} ${String(review[name])}/5`).join(' · ')}</p>
      {text && <p>{text}</p>}
      {state === 'SEALED' && <p className="soft">{t('review.opens', { when: dateTime(publishAt) })}</p>}
      {reply && <p>{t('review.replied', { reply })}</p>}
      {appeal && <p>{t('review.appealed', { appeal })}</p>}
      {decisionNote && <p>{t('review.decided', { note: decisionNote })}</p>}
      <Row>
        {actions.includes('REPLY') && (
          <WordsDialog
            label={t('review.reply')}
            field={t('review.replyText')}
            path="text"
            maxLength={1000}
            document={ReplyToReviewDocument}
            variables={(words) => ({ input: { reviewId: id, text: words } })}
            done={t('review.replyDone')}
          />
        )}
        {actions.includes('APPEAL') && (
          <WordsDialog
            label={t('review.appeal')}
            explain={t('review.appealText')}
            field={t('return.why')}
            path="reason"
            maxLength={1000}
            document={AppealReviewDocument}
            variables={(words) => ({ input: { reviewId: id, reason: words } })}
            done={t('review.appealDone')}
          />
        )}
      </Row>
    </div>
  );
}
