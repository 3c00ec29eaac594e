import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormats } from '../../i18n/formats';
import { Card, Tag } from '../../ui/card';
import { Pages } from '../../ui/pages';
import { Table } from '../../ui/table';
import { ScenariosDocument, type ScenariosQuery } from './what-if.graphql.ts';
import styles from './what-if.module.css';

type Asked = ScenariosQuery['scenarios']['edges'][number]['node'];

const tones = { QUEUED: 'plain', RUNNING: 'call', SUCCEEDED: 'good', FAILED: 'bad', CANCELLED: 'plain' } as const;

/** What bureaus asked about a market before; each opens its answer. */
export function Earlier({ marketId }: { readonly marketId: string }): ReactNode {
  const { t } = useTranslation('whatIf');
  return (
    <Card title={t('earlier.title')}>
      <Pages
        query={ScenariosDocument}
        variables={{ marketId }}
        of={['Scenario']}
        pick={({ scenarios }) => scenarios}
        empty={t('earlier.nothing')}
      >
        {(scenarios) => (
          <Table caption={t('earlier.title')}>
            <thead>
              <tr>
                {(['when', 'what', 'state', 'answer'] as const).map((column) => (
                  <th key={column} scope="col">
                    {t(`earlier.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {scenarios.map((scenario) => (
                <EarlierRow key={scenario.id} scenario={scenario} marketId={marketId} />
              ))}
            </tbody>
          </Table>
        )}
      </Pages>
    </Card>
  );
}

function EarlierRow({ scenario, marketId }: { readonly scenario: Asked; readonly marketId: string }): ReactNode {
  const { t } = useTranslation('whatIf');
  const { dateTime } = useFormats();
  const { kind, state, requestedAt, changes } = scenario;
  return (
    <tr>
      <th scope="row" className={styles.nowrap}>
        <Link to={answerPath(marketId, scenario)}>{dateTime(requestedAt)}</Link>
      </th>
      <td className={styles.nowrap}>
        {kind === 'WHAT_IF' ? changes.map((change) => t(`kind.${change}`)).join(' · ') : t(`earlier.asked.${kind}`)}
      </td>
      <td className={styles.nowrap}>
        <Tag tone={tones[state]}>{t(`state.${state}`)}</Tag>
      </td>
      <td className={styles.nowrap}>
        <Found scenario={scenario} />
      </td>
    </tr>
  );
}

/** Where the answer is looked at. */
function answerPath(marketId: string, { id, kind }: Asked): string {
  switch (kind) {
    case 'WHAT_IF':
      return `/matching/what-if?market=${marketId}&scenario=${id}`;
    case 'REMEDIES':
      return `/matching/what-if?market=${marketId}&why=${id}`;
    case 'WEIGHTS':
      return `/matching/weights?market=${marketId}&try=${id}`;
  }
}

function Found({ scenario: { whatIf, remedies, weights } }: { readonly scenario: Asked }): ReactNode {
  const { t } = useTranslation('whatIf');
  const { number } = useFormats();
  if (whatIf) {
    const { before, after } = whatIf;
    return t('earlier.whatIf', { before: number(before.filled), after: number(after.filled) });
  }
  if (weights) return t('earlier.moved', { count: weights.workersMoved });
  if (!remedies) return '–';
  const { seats, filled } = remedies;
  return t('earlier.found', { seats: number(seats), filled: number(filled), count: remedies.remedies.length });
}
