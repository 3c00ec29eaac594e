import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormats } from '../../i18n/formats';
import { Button } from '../../ui/button';
import { Card, Tag } from '../../ui/card';
import { Row } from '../../ui/layout';
import { Pages } from '../../ui/pages';
import { Table } from '../../ui/table';
import { MarketsNowDocument, type MarketsNowQuery, type RunFragment } from './matching.graphql.ts';
import styles from './matching.module.css';
import { FollowRun } from './run-progress';
import { RunState } from './run-state';

type Market = MarketsNowQuery['labourMarkets']['edges'][number]['node'];

interface MarketListProps {
  readonly chosen: string;
  /** Whether there is more than one. */
  readonly hasChoice: boolean;
  readonly onChoose: (marketId: string) => void;
}

const columns = ['market', 'latest', 'filled', 'kept', 'weights', 'try'] as const;

/** The labour markets of the jurisdiction, how each stands, and which one is looked at. */
export function MarketList(props: MarketListProps): ReactNode {
  const { t } = useTranslation('matching');
  return (
    <Card title={t('market.title')}>
      <Pages
        query={MarketsNowDocument}
        variables={{}}
        of={['LabourMarket', 'MatchRun', 'ScoreWeights']}
        pick={({ labourMarkets }) => labourMarkets}
        empty={t('market.nothing')}
      >
        {(markets) => (
          <Table caption={t('market.title')}>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column} scope="col">
                    {t(`market.column.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {markets.map((market) => (
                <MarketRow key={market.id} market={market} {...props} />
              ))}
            </tbody>
          </Table>
        )}
      </Pages>
    </Card>
  );
}

function MarketRow(props: MarketListProps & { readonly market: Market }): ReactNode {
  const { market, chosen, hasChoice, onChoose } = props;
  const { t } = useTranslation('matching');
  const { id, name, isKept, latestRun, scoreWeights } = market;
  const { version, isDefault } = scoreWeights;
  return (
    <tr className={styles.nowrap}>
      <th scope="row">
        {hasChoice ? (
          <Button kind={id === chosen ? 'main' : 'plain'} aria-pressed={id === chosen} onClick={() => onChoose(id)}>
            {name}
          </Button>
        ) : (
          name
        )}
      </th>
      {latestRun ? (
        <FollowRun run={latestRun}>{(run) => <LatestRun run={run} />}</FollowRun>
      ) : (
        <td colSpan={2}>{t('market.never')}</td>
      )}
      <td>
        <Tag tone={isKept ? 'good' : 'plain'}>{isKept ? t('market.kept') : t('market.notKept')}</Tag>
      </td>
      <td>
        <Link to={`/matching/weights?market=${id}`}>
          {isDefault ? t('market.defaultWeights', { version }) : t('market.ownWeights', { version })}
        </Link>
      </td>
      <td>
        <Link to={`/matching/what-if?market=${id}`}>{t('market.whatIf')}</Link>
      </td>
    </tr>
  );
}

function LatestRun({ run }: { readonly run: RunFragment }): ReactNode {
  const { t } = useTranslation('matching');
  const { ago, number } = useFormats();
  const { id, state, requestedAt, positions, filled } = run;
  return (
    <>
      <td>
        <Row>
          <Link to={`/matching/${id}`}>{ago(requestedAt)}</Link>
          <RunState state={state} />
        </Row>
      </td>
      <td className="number">
        {positions === null || filled === null
          ? '–'
          : t('market.filled', { filled: number(filled), positions: number(positions) })}
      </td>
    </>
  );
}
