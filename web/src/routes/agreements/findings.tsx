import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Card, Tag } from '../../ui/card';
import { Stack } from '../../ui/layout';
import type { Agreement, Finding } from './agreement.rules';
import styles from './agreements.module.css';

/** What was found, how much it weighs, and the rule with its clause as a small hint. */
export function FindingLine({ finding }: { readonly finding: Finding }): ReactNode {
  const { t } = useTranslation('agreements');
  const { severity, message, rule } = finding;
  return (
    <>
      <Tag tone={severity === 'BLOCK' ? 'bad' : 'plain'}>{t(`severity.${severity}`)}</Tag> {message}{' '}
      <small className="soft">
        {rule.id} · {rule.clause}
      </small>
    </>
  );
}

/** Everything that is missing or risky, each leading to the term it is about. */
export function FindingsCard({ agreement }: { readonly agreement: Agreement }): ReactNode {
  const { t } = useTranslation('agreements');
  const { findings, state, wording } = agreement;
  if (findings.length === 0 || state === 'REJECTED' || state === 'ENDED' || state === 'TERMINATED') return null;
  const blocks = findings.filter(({ severity }) => severity === 'BLOCK');
  const risks = findings.filter(({ severity }) => severity !== 'BLOCK');
  const nameOf = (subject: string | null): string =>
    wording.find(({ term }) => term === subject)?.name ?? subject ?? '';
  const list = (some: readonly Finding[]): ReactNode => (
    <ul className={styles.jumps}>
      {some.map(({ subject, rule, message }) => (
        <li key={`${subject ?? ''} ${rule.id} ${message}`}>
          <a href={`#term-${subject ?? ''}`}>{nameOf(subject)}</a>
        </li>
      ))}
    </ul>
  );
  return (
    <Card title={t('findings.title')}>
      <Stack>
        {blocks.length > 0 && (
          <div>
            <p>
              <Tag tone="bad">{t('severity.BLOCK')}</Tag> {t('findings.blocks', { count: blocks.length })}
            </p>
            {list(blocks)}
          </div>
        )}
        {risks.length > 0 && (
          <div>
            <p>
              <Tag>{t('severity.RISK')}</Tag> {t('findings.risks', { count: risks.length })}
            </p>
            {list(risks)}
          </div>
        )}
      </Stack>
    </Card>
  );
}
