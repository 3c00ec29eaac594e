import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useFormats } from '../../i18n/formats';
import { Ask } from '../../ui/act/ask';
import { Card, Tag } from '../../ui/card';
import { Columns, Stack } from '../../ui/layout';
import { Answer, Empty } from '../../ui/state';
import { ArrangeCard, toggled } from './arrange-card';
import { GroupMap } from './group-map';
import { GroupTable } from './group-table';
import { SuggestionDocument } from './markets.graphql.ts';
import {
  bySize,
  type County,
  type Group,
  groupsOf,
  groupsOfToday,
  idOf,
  type Market,
  type Suggested,
  type Suggestion,
} from './markets.rules';
import { MoveForm } from './move-dialog';

interface DivisionProps {
  readonly regionId: string;
  readonly least: number;
  readonly counties: readonly County[];
  readonly markets: readonly Market[];
  readonly onMoved: () => void;
}

/** The division of today beside the suggested one, and the counties to move. */
export function Division(props: DivisionProps): ReactNode {
  const { regionId, least, counties, markets, onMoved } = props;
  const context = useMemo(() => ({ additionalTypenames: ['LabourMarket'] }), []);
  const [answer, ask] = useQuery({ query: SuggestionDocument, variables: { regionId, least }, context });
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set<string>());
  const ids = useMemo(() => counties.map(({ id }) => id), [counties]);
  const here = markets.filter((market) => market.counties.some(({ id }) => ids.includes(id)));
  const shared = {
    ...{ fit: ids, marked: chosen, onCounty: (id: string) => setChosen(toggled(chosen, id)) },
    nameOf: (id: string) => counties.find((county) => county.id === id)?.name ?? nameIn(markets, id),
  };
  return (
    <Stack>
      <Answer of={answer} onRetry={() => ask({ requestPolicy: 'network-only' })}>
        {({ marketSuggestion: suggestion }) => (
          <Columns least="l">
            <Today {...shared} groups={groupsOfToday(here, suggestion)} />
            <Proposed {...shared} suggestion={suggestion} markets={markets} onMoved={onMoved} />
          </Columns>
        )}
      </Answer>
      <ArrangeCard counties={counties} markets={markets} chosen={chosen} onChoose={setChosen} onMoved={onMoved} />
    </Stack>
  );
}

function nameIn(markets: readonly Market[], id: string): string {
  return markets.flatMap(({ counties }) => counties).find((county) => county.id === id)?.name ?? '';
}

interface Shared {
  readonly fit: readonly string[];
  readonly marked: ReadonlySet<string>;
  readonly onCounty: (id: string) => void;
  readonly nameOf: (id: string) => string;
}

function Today({ groups, nameOf, ...map }: Shared & { readonly groups: readonly Group[] }): ReactNode {
  const { t } = useTranslation('markets');
  return (
    <Card title={t('today.title', { count: groups.length })}>
      {groups.length === 0 ? (
        <Empty>{t('today.nothing')}</Empty>
      ) : (
        <Stack>
          <GroupMap label={t('today.map')} groups={groups} {...map} />
          <GroupTable caption={t('today.table')} groups={groups} nameOf={nameOf} />
        </Stack>
      )}
    </Card>
  );
}

interface ProposedProps extends Shared {
  readonly suggestion: Suggestion | null;
  readonly markets: readonly Market[];
  readonly onMoved: () => void;
}

function Proposed({ suggestion, markets, onMoved, nameOf, ...map }: ProposedProps): ReactNode {
  const { t } = useTranslation('markets');
  const { ago } = useFormats();
  if (!suggestion || suggestion.suggested.length === 0)
    return (
      <Card title={t('suggested.none')}>
        <Empty>{t('suggested.nothing')}</Empty>
      </Card>
    );
  const groups = groupsOf(suggestion.suggested, (names) => names.join(t('comma')));
  const byId = new Map(bySize(suggestion.suggested).map((market) => [idOf(market), market]));
  return (
    <Card title={t('suggested.title', { count: groups.length })}>
      <Stack>
        <GroupMap label={t('suggested.map')} groups={groups} {...map} />
        <p className="soft">{t('suggested.measured', { when: ago(suggestion.measuredAt) })}</p>
        <GroupTable
          caption={t('suggested.table')}
          groups={groups}
          nameOf={nameOf}
          action={({ id, name }) => {
            const market = byId.get(id);
            return market && <Adopt name={name} market={market} markets={markets} onMoved={onMoved} />;
          }}
        />
      </Stack>
    </Card>
  );
}

interface AdoptProps {
  readonly name: string;
  readonly market: Suggested;
  readonly markets: readonly Market[];
  readonly onMoved: () => void;
}

function Adopt({ name, market, markets, onMoved }: AdoptProps): ReactNode {
  const { t } = useTranslation('markets');
  if (market.isAsToday) return <Tag tone="good">{t('suggested.asToday')}</Tag>;
  return (
    <Ask label={t('suggested.adopt')} title={t('suggested.adoptOf', { market: name })}>
      {(close) => <MoveForm counties={market.counties} markets={markets} onClose={close} onMoved={onMoved} />}
    </Ask>
  );
}
