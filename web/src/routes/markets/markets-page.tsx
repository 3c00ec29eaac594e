import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useEvery } from '../../api/every';
import { useAddress } from '../../shell/address';
import { ButtonLink } from '../../ui/button';
import { Card } from '../../ui/card';
import { Choice } from '../../ui/choice';
import { Page, Row, Stack } from '../../ui/layout';
import { Answer, Empty } from '../../ui/state';
import { RegionField } from '../../ui/region/region-field';
import { Division } from './division';
import {
  CountiesDocument,
  type CountiesQuery,
  DivisionStartDocument,
  MarketsOfTodayDocument,
  type MarketsOfTodayQuery,
} from './markets.graphql.ts';
import { leastPercents, type Market, topOf } from './markets.rules';

const none = {};
const marketsIn = ({ labourMarkets }: MarketsOfTodayQuery) => labourMarkets;
const countiesIn = ({ regions }: CountiesQuery) => regions;

/** Which regions are solved together, what would be better by how far workers and needs reach, and how to change it. */
export function MarketsPage(): ReactNode {
  const { t } = useTranslation(['markets', 'matching']);
  const [start, askStart] = useQuery({ query: DivisionStartDocument });
  const [markets, again] = useEvery(MarketsOfTodayDocument, none, marketsIn);
  return (
    <Page title={t('title')} actions={<ButtonLink to="/matching">{t('back')}</ButtonLink>}>
      <p className="soft">{t('intro')}</p>
      <Answer of={start} onRetry={() => askStart({ requestPolicy: 'network-only' })}>
        {({ me }) => (
          <Answer of={markets} onRetry={again}>
            {(found) => <OfRegion own={me.bureau?.region} markets={found} onMoved={again} />}
          </Answer>
        )}
      </Answer>
    </Page>
  );
}

interface Named {
  readonly id: string;
  readonly name: string;
}

interface OfRegionProps {
  /** A bureau's jurisdiction; an operator has none. */
  readonly own: Named | undefined;
  readonly markets: readonly Market[];
  readonly onMoved: () => void;
}

function OfRegion({ own, markets, onMoved }: OfRegionProps): ReactNode {
  const { t } = useTranslation(['markets', 'matching']);
  const [address, go] = useAddress();
  const chosenId = address.get('region');
  const first = markets.flatMap(({ counties }) => counties.slice(0, 1)).at(0);
  const region =
    chosenId !== null ? { id: chosenId, name: address.get('name') ?? '' } : (own ?? (first && topOf(first)));
  const least = leastPercents.find((percent) => String(percent) === address.get('least')) ?? 90;
  return (
    <Stack>
      <Card>
        <Stack>
          <RegionField
            key={region?.id}
            label={t('region')}
            value={region ?? null}
            onChange={(found) => go({ region: found?.id ?? '', name: found?.name ?? '' })}
          />
          <section>
            <p>{t('least.explain')}</p>
            <Row>
              <Choice
                label={t('least.label')}
                value={String(least)}
                onChange={(percent) => go({ least: percent })}
                options={leastPercents.map((percent) => ({
                  value: String(percent),
                  label: t('percent', { share: percent }),
                }))}
              />
            </Row>
          </section>
        </Stack>
      </Card>
      {region ? (
        <Counties key={region.id} regionId={region.id} least={least} markets={markets} onMoved={onMoved} />
      ) : (
        <Empty>{t('matching:market.nothing')}</Empty>
      )}
    </Stack>
  );
}

interface CountiesProps {
  readonly regionId: string;
  readonly least: number;
  readonly markets: readonly Market[];
  readonly onMoved: () => void;
}

function Counties({ regionId, least, markets, onMoved }: CountiesProps): ReactNode {
  const { t } = useTranslation('markets');
  const variables = useMemo(() => ({ regionId }), [regionId]);
  const [counties, again] = useEvery(CountiesDocument, variables, countiesIn);
  return (
    <Answer of={counties} onRetry={again}>
      {(found) =>
        found.length === 0 ? (
          <Empty>{t('noCounties')}</Empty>
        ) : (
          <Division regionId={regionId} least={least} counties={found} markets={markets} onMoved={onMoved} />
        )
      }
    </Answer>
  );
}
