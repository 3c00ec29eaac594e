import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Card, Tag } from '../../ui/card';
import type { Settlement } from './settlement.rules';
import styles from './settlements.module.css';

const tones = { BLOCK: 'bad', RISK: 'call', NOTE: 'plain' } as const;

/** What does not add up today, with the rule and its clause as a small hint. */
export function FindingsCard({ settlement: { findings } }: { readonly settlement: Settlement }): ReactNode {
  const { t } = useTranslation('settlements');
  if (findings.length === 0) return null;
  return (
    <Card title={t('findings.title')}>
      <ul className={styles.list}>
        {findings.map(({ severity, message, rule }) => (
          <li key={`${rule.id} ${message}`}>
            <Tag tone={tones[severity]}>{t(`severity.${severity}`)}</Tag> {message}{' '}
            <small className="soft">
              {rule.id} · {rule.clause}
            </small>
          </li>
        ))}
      </ul>
    </Card>
  );
}
