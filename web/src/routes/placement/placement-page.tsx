import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useLiveQuery } from '../../api/live';
import { Card, Tag } from '../../ui/card';
import { Columns, Page, Stack } from '../../ui/layout';
import { Answer } from '../../ui/state';
import { ExtensionCard } from './extension-card';
import { InjuryCard } from './injury-card';
import { OnePlacementDocument, type OnePlacementQuery } from './placement.graphql.ts';
import type { Life } from './placement.rules';
import { PlacementFacts } from './placement-facts';
import { PlacementSteps } from './placement-steps';
import { ReturnCard } from './return-card';
import { ReviewsCard } from './reviews-card';
import { Timeline } from './timeline';
import { VoiceCard } from './voice-card';

const types = ['Placement', 'PlacementReturn', 'PlacementExtension', 'PlacementPause', 'Injury', 'Review'];

/** One placement as its host, its lender or its worker sees it: what it is, what happened, what comes, what one can do. */
export function PlacementPage(): ReactNode {
  const { t } = useTranslation('placement');
  const { id = '' } = useParams();
  const context = useMemo(() => ({ additionalTypenames: types }), []);
  const [answer, ask] = useLiveQuery({ query: OnePlacementDocument, variables: { id }, context });
  const name = answer.data?.placement.need?.occupation.name;
  return (
    <Page title={name ?? t('title')}>
      <Answer of={answer} onRetry={() => ask({ requestPolicy: 'network-only' })}>
        {(data) => <Faces life={lifeOf(data)} />}
      </Answer>
    </Page>
  );
}

function Faces({ life }: { readonly life: Life }): ReactNode {
  const { t } = useTranslation('placement');
  const { placement, returns, extensions, injuries } = life;
  const { state } = placement;
  return (
    <Columns least="l">
      <Stack>
        <Card
          title={t('facts.title')}
          actions={
            <Tag tone={state === 'ACTIVE' ? 'good' : state === 'PLANNED' ? 'call' : 'plain'}>{t(`state.${state}`)}</Tag>
          }
        >
          <PlacementFacts placement={placement} />
          <PlacementSteps placement={placement} />
        </Card>
        {injuries.map((injury) => (
          <InjuryCard key={injury.id} injury={injury} />
        ))}
        {returns.map((one) => (
          <ReturnCard key={one.id} one={one} party={placement.party} />
        ))}
        {extensions.map((one) => (
          <ExtensionCard key={one.id} one={one} endsOn={placement.endsOn} />
        ))}
      </Stack>
      <Stack>
        <Card title={t('timeline.title')}>
          <Timeline life={life} />
        </Card>
        <ReviewsCard life={life} />
        <VoiceCard placement={placement} />
      </Stack>
    </Columns>
  );
}

function lifeOf(data: OnePlacementQuery): Life {
  const { placement, placementReturns, placementExtensions, injuries, reviews } = data;
  return {
    placement,
    returns: placementReturns.edges.map(({ node }) => node),
    extensions: placementExtensions.edges.map(({ node }) => node),
    injuries: injuries.edges.map(({ node }) => node),
    reviews: reviews.edges.map(({ node }) => node),
  };
}
