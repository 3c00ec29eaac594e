import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLiveQuery } from '../../api/live';
import { useAddress } from '../../shell/address';
import { ButtonLink } from '../../ui/button';
import { Card } from '../../ui/card';
import { Page, Stack } from '../../ui/layout';
import { Answer, Empty } from '../../ui/state';
import { MarketList } from './market-list';
import { LatestRunsDocument, MarketsDocument } from './matching.graphql.ts';
import { currentRuns } from './matching.rules';
import { RequestRun } from './run-buttons';
import { RunProgress } from './run-progress';
import { RunTable } from './run-table';

/** The matching of a labour market: how it goes now, how it went before, and the button that starts it. */
export function MatchingPage(): ReactNode {
  const { t } = useTranslation(['matching', 'weights', 'whatIf', 'markets']);
  const [address, go] = useAddress();
  const [answer, ask] = useLiveQuery({ query: MarketsDocument, variables: { after: null } });
  const markets = answer.data?.labourMarkets;
  const chosen = address.get('market') ?? markets?.edges[0]?.node.id;
  const hasChoice = markets !== undefined && (markets.edges.length > 1 || markets.pageInfo.hasNextPage);
  return (
    <Page
      title={t('title')}
      actions={
        chosen !== undefined && (
          <>
            <ButtonLink to={`/matching/weights?market=${chosen}`}>{t('weights:open')}</ButtonLink>
            <ButtonLink to={`/matching/what-if?market=${chosen}`}>{t('whatIf:open')}</ButtonLink>
            <ButtonLink to="/matching/markets">{t('markets:open')}</ButtonLink>
            <RequestRun key={chosen} marketId={chosen} />
          </>
        )
      }
    >
      <Answer of={answer} onRetry={() => ask({ requestPolicy: 'network-only' })}>
        {() =>
          chosen === undefined ? (
            <Empty>{t('market.nothing')}</Empty>
          ) : (
            <Stack>
              <MarketList chosen={chosen} hasChoice={hasChoice} onChoose={(market) => go({ market })} />
              <Current key={`current ${chosen}`} marketId={chosen} />
              <Card title={t('runs.title')}>
                <RunTable key={chosen} marketId={chosen} />
              </Card>
            </Stack>
          )
        }
      </Answer>
    </Page>
  );
}

function Current({ marketId }: { readonly marketId: string }): ReactNode {
  const context = useMemo(() => ({ additionalTypenames: ['MatchRun'] }), []);
  const [answer, ask] = useLiveQuery({ query: LatestRunsDocument, variables: { marketId }, context });
  return (
    <Answer of={answer} onRetry={() => ask({ requestPolicy: 'network-only' })}>
      {({ matchRuns }) =>
        currentRuns(matchRuns.edges.map(({ node }) => node)).map((run) => <RunProgress key={run.id} run={run} />)
      }
    </Answer>
  );
}
