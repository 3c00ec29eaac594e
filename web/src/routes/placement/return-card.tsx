import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/formats';
import { ActButton } from '../../ui/act/act-button';
import { WordsDialog } from '../../ui/act/words-form';
import { Card, Tag } from '../../ui/card';
import { Row } from '../../ui/layout';
import {
  AgreeReturnDocument,
  DeclineReturnDocument,
  ObjectToReturnDocument,
  type PlacementParty,
  type ReturnFactsFragment,
} from './placement.graphql.ts';
import styles from './placement.module.css';

interface ReturnCardProps {
  readonly one: ReturnFactsFragment;
  readonly party: PlacementParty | null;
}

/** A wish that it end early, and each side's answer to it. */
export function ReturnCard({ one, party }: ReturnCardProps): ReactNode {
  const { t } = useTranslation('placement');
  const { date, dateTime } = useFormats();
  const { id, state, reason, note, evidence, requestedBy, awaited, expiresAt, effectiveOn, objection, actions } = one;
  const input = { input: { returnId: id } };
  return (
    <Card
      title={t('return.title')}
      actions={<Tag tone={state === 'WAITING' || state === 'DUE' ? 'call' : 'plain'}>{t(`returnState.${state}`)}</Tag>}
    >
      <div className={styles.inside}>
        <p>
          {t('return.by', { who: t(`party.${requestedBy}`), when: dateTime(one.createdAt) })}{' '}
          {t(`returnReason.${reason}`)}
        </p>
        {note && <p>{note}</p>}
        {evidence && <p>{t('return.shows', { evidence })}</p>}
        {awaited.length > 0 && (
          <p>{t('return.awaited', { who: awaited.map((who) => t(`party.${who}`)).join(t('and')) })}</p>
        )}
        {expiresAt !== null && state === 'WAITING' && (
          <p className="soft">{t('return.until', { when: dateTime(expiresAt) })}</p>
        )}
        {effectiveOn !== null && <p>{t('return.lastDay', { day: date(effectiveOn) })}</p>}
        {objection && <p>{t('return.objection', { objection })}</p>}
        <Row>
          {actions.includes('AGREE') && (
            <ActButton
              kind="main"
              label={t('return.agree')}
              document={AgreeReturnDocument}
              variables={input}
              done={t('return.agreed')}
            />
          )}
          {actions.includes('DECLINE') && (
            <ActButton
              label={t(requestedBy === party ? 'return.takeBack' : 'return.decline')}
              document={DeclineReturnDocument}
              variables={input}
              done={t('return.declined')}
            />
          )}
          {actions.includes('OBJECT') && (
            <WordsDialog
              label={t('return.object')}
              explain={t('return.objectText')}
              field={t('return.why')}
              path="objection"
              maxLength={2000}
              document={ObjectToReturnDocument}
              variables={(words) => ({ input: { returnId: id, objection: words } })}
              done={t('return.objected')}
            />
          )}
        </Row>
      </div>
    </Card>
  );
}
