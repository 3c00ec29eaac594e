import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/formats';
import { Card, Tag } from '../../ui/card';
import { Pages } from '../../ui/pages';
import { LineDetail } from './line-detail';
import { hoursOf, type Line, missingFen, paidState, type Settlement } from './settlement.rules';
import styles from './settlements.module.css';
import { SettlementLinesDocument } from './settlements.graphql.ts';

const none = { edges: [], pageInfo: { hasNextPage: false, endCursor: null } };

/** One line for each worker; what it is made of shows when one opens it. */
export function LinesCard({ settlement }: { readonly settlement: Settlement }): ReactNode {
  const { t } = useTranslation('settlements');
  return (
    <Card title={t('lines.title')}>
      <Pages
        query={SettlementLinesDocument}
        variables={{ id: settlement.id, first: 50 }}
        of={['Settlement', 'PayLine', 'LineObjection']}
        pick={({ settlement: found }) => found?.lines ?? none}
        empty={t('lines.nothing')}
      >
        {(lines) => (
          <ul className={styles.lines}>
            {lines.map((line) => (
              <OneLine key={line.id} line={line} state={settlement.state} />
            ))}
          </ul>
        )}
      </Pages>
    </Card>
  );
}

function OneLine({ line, state }: { readonly line: Line; readonly state: Settlement['state'] }): ReactNode {
  const { t } = useTranslation('settlements');
  const { money, number } = useFormats();
  const name = useWorkerName()(line);
  const paid = paidState(line);
  const isAsked = line.objections.some((objection) => objection.state === 'OPEN');
  return (
    <li>
      <details>
        <summary>
          <strong>{name}</strong>
          <span className="number">{money(line.payFen)}</span>
          <span className="soft">{t('lines.worked', { days: number(line.days), hours: number(hoursOf(line)) })}</span>
          <span>
            {isAsked && <Tag tone="call">{t('lines.objection')}</Tag>}{' '}
            {state !== 'DRAFT' && (
              <Tag tone={paid === 'full' ? 'good' : paid === 'short' ? 'bad' : 'plain'}>
                {t(`lines.${paid === 'nothing' ? 'unpaid' : paid}`, { missing: money(missingFen(line)) })}
              </Tag>
            )}
          </span>
        </summary>
        <LineDetail line={line} />
      </details>
    </li>
  );
}

/** What a worker is called here; not everybody may know the name. */
export function useWorkerName(): (line: Pick<Line, 'candidate' | 'id'>) => string {
  const { t } = useTranslation('settlements');
  return ({ candidate, id }) =>
    candidate?.person?.name ?? t('lines.unnamed', { code: (candidate?.id ?? id).slice(-4).toUpperCase() });
}
