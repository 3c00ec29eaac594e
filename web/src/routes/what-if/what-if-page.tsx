import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../api/draft';
import { Live, useLiveQuery } from '../../api/live';
import { ScenarioChangedDocument } from '../../api/live.graphql.ts';
import { useAddress } from '../../shell/address';
import { ButtonLink } from '../../ui/button';
import { Card } from '../../ui/card';
import { Page, Stack } from '../../ui/layout';
import { Answer, Empty } from '../../ui/state';
import { useToast } from '../../ui/toast';
import { MarketChoice } from '../matching/market-choice';
import { MarketsDocument } from '../matching/matching.graphql.ts';
import { type ChangeDraft, draftOf, mostChanges, type Remedy, type Scope } from './change.rules';
import { Earlier } from './earlier';
import { Outcome } from './outcome';
import { ScenarioById } from './scenario-by-id';
import { WhyEmpty } from './why-empty';
import { Workbench } from './workbench';

/** Questions about a market: why seats are empty, what would fill them, what would be if. */
export function WhatIfPage(): ReactNode {
  const { t } = useTranslation(['whatIf', 'matching']);
  const [address, go] = useAddress();
  const [answer, ask] = useLiveQuery({ query: MarketsDocument, variables: { after: null } });
  const markets = answer.data?.labourMarkets;
  const chosen = address.get('market') ?? markets?.edges[0]?.node.id;
  const hasChoice = markets !== undefined && (markets.edges.length > 1 || markets.pageInfo.hasNextPage);
  return (
    <Page title={t('title')} actions={<ButtonLink to="/matching">{t('back')}</ButtonLink>}>
      <p className="soft">{t('intro')}</p>
      <Answer of={answer} onRetry={() => ask({ requestPolicy: 'network-only' })}>
        {() =>
          chosen === undefined ? (
            <Empty>{t('matching:market.nothing')}</Empty>
          ) : (
            <Stack>
              {hasChoice && (
                <MarketChoice chosen={chosen} onChoose={(market) => go({ market, why: '', scenario: '' })} />
              )}
              <Questions key={chosen} marketId={chosen} />
            </Stack>
          )
        }
      </Answer>
    </Page>
  );
}

interface Bench {
  readonly changes: readonly ChangeDraft[];
  /** What this browser asked last: only then is it known which part of the market its remedies are for. */
  readonly asked: (Scope & { readonly id: string }) | null;
}

const blank: Bench = { changes: [], asked: null };

function Questions({ marketId }: { readonly marketId: string }): ReactNode {
  const { t } = useTranslation('whatIf');
  const tell = useToast();
  const [address, go] = useAddress();
  const [{ changes, asked }, change] = useDraft(`what-if.${marketId}`, blank);
  const [why, scenario] = [address.get('why'), address.get('scenario')];
  const take = (remedy: Remedy, scope: Scope): void => {
    const draft = draftOf(remedy, scope, crypto.randomUUID());
    change({ changes: [draft, ...changes].slice(0, mostChanges) });
    tell({ text: t('why.taken') });
  };
  return (
    <>
      <WhyEmpty
        marketId={marketId}
        scenarioId={why}
        asked={asked?.id === why ? asked : null}
        onAsked={(id, scope) => {
          change({ asked: { id, ...scope } });
          go({ why: id });
        }}
        onTake={take}
      />
      <Workbench
        marketId={marketId}
        changes={changes}
        onChange={(next) => change({ changes: next })}
        onAsked={(id) => go({ scenario: id })}
      />
      {scenario !== null && (
        <Card title={t('outcome.title')}>
          <ScenarioById key={scenario} id={scenario}>
            {({ whatIf, changes: kinds }) => whatIf && <Outcome outcome={whatIf} kinds={kinds} />}
          </ScenarioById>
        </Card>
      )}
      <Followed ids={[why, scenario]}>
        <Earlier marketId={marketId} />
      </Followed>
    </>
  );
}

interface FollowedProps {
  readonly ids: readonly (string | null)[];
  readonly children: ReactNode;
}

/** What lies below looks again when one of the questions goes on. */
function Followed({ ids, children }: FollowedProps): ReactNode {
  return ids.reduce<ReactNode>(
    (inner, id) =>
      id === null ? (
        inner
      ) : (
        <Live key={id} of={ScenarioChangedDocument} variables={{ id }} isShort>
          {inner}
        </Live>
      ),
    children,
  );
}
