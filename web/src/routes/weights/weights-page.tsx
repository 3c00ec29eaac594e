import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../api/draft';
import { useLiveQuery } from '../../api/live';
import { useAddress } from '../../shell/address';
import { ButtonLink } from '../../ui/button';
import { Card } from '../../ui/card';
import { Page, Stack } from '../../ui/layout';
import { Answer, Empty } from '../../ui/state';
import { MarketChoice } from '../matching/market-choice';
import { MarketsDocument } from '../matching/matching.graphql.ts';
import { ScenarioById } from '../what-if/scenario-by-id';
import { Held } from './held';
import { Saving } from './saving';
import { Versions } from './versions';
import { WeightsForm } from './weights-form';
import { MarketWeightsDocument, type WeightsFragment } from './weights.graphql.ts';
import { WeightsOutcome } from './weights-outcome';
import { shownWeights, type Weights, type WeightsDraft } from './weights.rules';

/** By which weights a market is scored; operators try others on a copy before they save them. */
export function WeightsPage(): ReactNode {
  const { t } = useTranslation(['weights', 'matching']);
  const [address, go] = useAddress();
  const [answer, ask] = useLiveQuery({ query: MarketsDocument, variables: { after: null } });
  const markets = answer.data?.labourMarkets;
  const chosen = address.get('market') ?? markets?.edges[0]?.node.id;
  const hasChoice = markets !== undefined && (markets.edges.length > 1 || markets.pageInfo.hasNextPage);
  const back = chosen === undefined ? '/matching' : `/matching?market=${chosen}`;
  return (
    <Page title={t('title')} actions={<ButtonLink to={back}>{t('back')}</ButtonLink>}>
      <p className="soft">{t('intro')}</p>
      <Answer of={answer} onRetry={() => ask({ requestPolicy: 'network-only' })}>
        {() =>
          chosen === undefined ? (
            <Empty>{t('matching:market.nothing')}</Empty>
          ) : (
            <Stack>
              {hasChoice && <MarketChoice chosen={chosen} onChoose={(market) => go({ market, try: '' })} />}
              <OfMarket key={chosen} marketId={chosen} />
            </Stack>
          )
        }
      </Answer>
    </Page>
  );
}

function OfMarket({ marketId }: { readonly marketId: string }): ReactNode {
  const [answer, ask] = useLiveQuery({ query: MarketWeightsDocument, variables: { marketId } });
  return (
    <Answer of={answer} onRetry={() => ask({ requestPolicy: 'network-only' })}>
      {({ scoreWeights }) => <Weighing marketId={marketId} current={scoreWeights} />}
    </Answer>
  );
}

interface WeighingProps {
  readonly marketId: string;
  readonly current: WeightsFragment;
}

const blank: WeightsDraft = { basedOn: 0, weights: null };

function Weighing({ marketId, current }: WeighingProps): ReactNode {
  const { t } = useTranslation('weights');
  const [address, go] = useAddress();
  const [draft, change] = useDraft(`weights.${marketId}`, blank);
  const tried = address.get('try');
  const shown = shownWeights(draft, current);
  const fill = (weights: Weights): void => change({ basedOn: current.version, weights });
  const mayTry = current.actions.includes('SIMULATE');
  return (
    <>
      {mayTry ? (
        <WeightsForm
          marketId={marketId}
          current={current}
          shown={shown}
          onFill={fill}
          onAsked={(id) => go({ try: id })}
        />
      ) : (
        <Held current={current} />
      )}
      {tried !== null && (
        <Card title={t('outcome.title')}>
          <ScenarioById key={tried} id={tried}>
            {({ weights }) =>
              weights ? (
                <Stack>
                  <WeightsOutcome outcome={weights} />
                  {current.actions.includes('SET') && (
                    <Saving marketId={marketId} outcome={weights} current={current} shown={shown} onFill={fill} />
                  )}
                </Stack>
              ) : (
                <Empty>{t('outcome.other')}</Empty>
              )
            }
          </ScenarioById>
        </Card>
      )}
      <Versions marketId={marketId} held={current.version} onFill={mayTry ? fill : undefined} />
    </>
  );
}
