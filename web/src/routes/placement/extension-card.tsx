import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/formats';
import { ActButton } from '../../ui/act/act-button';
import { Card, Tag } from '../../ui/card';
import { Row } from '../../ui/layout';
import { AgreeExtensionDocument, DeclineExtensionDocument, type ExtensionFactsFragment } from './placement.graphql.ts';
import styles from './placement.module.css';

interface ExtensionCardProps {
  readonly one: ExtensionFactsFragment;
  readonly endsOn: string;
}

/** What would change, before one says yes. */
export function ExtensionCard({ one, endsOn }: ExtensionCardProps): ReactNode {
  const { t } = useTranslation('placement');
  const { date, dateTime } = useFormats();
  const { id, state, proposedBy, awaited, expiresAt, actions } = one;
  const input = { input: { extensionId: id } };
  return (
    <Card
      title={t('extend.title')}
      actions={<Tag tone={state === 'WAITING' ? 'call' : 'plain'}>{t(`extensionState.${state}`)}</Tag>}
    >
      <div className={styles.inside}>
        <p>{t('extend.by', { who: t(`party.${proposedBy}`) })}</p>
        {state === 'WAITING' && <p>{t('extend.change', { from: date(endsOn), to: date(one.endsOn) })}</p>}
        {state !== 'WAITING' && <p>{t('extend.asked', { to: date(one.endsOn) })}</p>}
        {awaited.length > 0 && (
          <p>{t('return.awaited', { who: awaited.map((who) => t(`party.${who}`)).join(t('and')) })}</p>
        )}
        {state === 'WAITING' && <p className="soft">{t('extend.until', { when: dateTime(expiresAt) })}</p>}
        <Row>
          {actions.includes('AGREE') && (
            <ActButton
              kind="main"
              label={t('extend.agree')}
              document={AgreeExtensionDocument}
              variables={input}
              done={t('extend.agreed')}
            />
          )}
          {actions.includes('DECLINE') && (
            <ActButton
              label={t('extend.decline')}
              document={DeclineExtensionDocument}
              variables={input}
              done={t('extend.declined')}
            />
          )}
        </Row>
      </div>
    </Card>
  );
}
