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
  const { id, state, requestedAt, changes } = scenario;
  const isWhatIf = changes.length > 0;
  return (
    <tr>
      <th scope="row" className={styles.nowrap}>
        <Link to={`/matching/what-if?market=${marketId}&${isWhatIf ? 'scenario' : 'why'}=${id}`}>
          {dateTime(requestedAt)}
        </Link>
      </th>
      <td className={styles.nowrap}>
        {isWhatIf ? changes.map((kind) => t(`kind.${kind}`)).join(' · ') : t('earlier.remedies')}
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

function Found({ scenario: { whatIf, remedies } }: { readonly scenario: Asked }): ReactNode {
  const { t } = useTranslation('whatIf');
  const { number } = useFormats();
  if (whatIf) {
    const { before, after } = whatIf;
    return t('earlier.whatIf', { before: number(before.filled), after: number(after.filled) });
  }
  if (!remedies) return '–';
  const { seats, filled } = remedies;
  return t('earlier.found', { seats: number(seats), filled: number(filled), count: remedies.remedies.length });
}
