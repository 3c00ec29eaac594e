import { type ReactNode, Suspense, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../api/session';
import { useAddress } from '../../shell/address';
import { ButtonLink } from '../../ui/button';
import { Card } from '../../ui/card';
import { RegionMap } from '../../ui/map/region-map';
import { Pages } from '../../ui/pages';
import { useSite } from '../../ui/site/use-site';
import { useShown } from '../../ui/shown';
import { Loading } from '../../ui/state';
import { WithKinds } from './kinds';
import { LotCard } from './lot-card';
import { type LotFragment, LotsDocument } from './lots.graphql.ts';
import { MarketFilters } from './market-filters';
import { MaterialsFrame } from './materials-frame';
import { grades, terms } from './materials.rules';
import styles from './materials.module.css';
import { useWords } from './words';

/** What others offer: the nearest first, as a list and on a map. */
export function MarketPage(): ReactNode {
  const { t } = useTranslation('materials');
  const { me } = useSession();
  return (
    <MaterialsFrame
      actions={me?.kind === 'ENTERPRISE' && <ButtonLink to="/materials/lots/new">{t('lot.offer')}</ButtonLink>}
    >
      <WithKinds>{(kinds) => <MarketFilters kinds={kinds} />}</WithKinds>
      <Market />
    </MaterialsFrame>
  );
}

function Market(): ReactNode {
  const { t } = useTranslation('materials');
  const [address] = useAddress();
  const site = useSite();
  const variables = useMemo(() => {
    const [kindId, regionId, text] = ['kind', 'region', 'text'].map((name) => address.get(name));
    const minimumGrade = grades.find((grade) => grade === address.get('grade'));
    return {
      ...(kindId && { kindId }),
      ...(regionId && { regionId }),
      ...(text && { text }),
      ...(minimumGrade && { minimumGrade }),
      terms: terms.find((known) => known === address.get('terms')),
      ...(site && { near: { latitude: site.latitude, longitude: site.longitude } }),
    };
  }, [address, site]);
  const asked = JSON.stringify(variables);
  const [shown, show] = useShown<LotFragment>(asked);
  return (
    <div className={styles.market}>
      <LotMap lots={shown} />
      <div className={styles.list}>
        <Pages
          key={asked}
          query={LotsDocument}
          variables={variables}
          of={['MaterialLot']}
          pick={({ materialLots }) => materialLots}
          empty={t('market.nothing')}
        >
          {(lots) => <LotList lots={lots} onShow={show} />}
        </Pages>
      </div>
    </div>
  );
}

interface LotListProps {
  readonly lots: readonly LotFragment[];
  readonly onShow: (lots: readonly LotFragment[]) => void;
}

function LotList({ lots, onShow }: LotListProps): ReactNode {
  useEffect(() => onShow(lots), [lots, onShow]);
  return lots.map((lot) => <LotCard key={lot.id} lot={lot} />);
}

function LotMap({ lots }: { readonly lots: readonly LotFragment[] }): ReactNode {
  const { t } = useTranslation('materials');
  const words = useWords();
  const [chosen, setChosen] = useState<string>();
  const regions = new Map(lots.map(({ region }) => [region.id, region.name]));
  const fit = [...regions.keys()];
  const choose = (id: string): void => {
    setChosen(id);
    document.getElementById(`lot-${id}`)?.scrollIntoView({ block: 'nearest' });
  };
  return (
    <Card>
      <Suspense fallback={<Loading />}>
        <RegionMap
          key={fit.join()}
          label={t('market.map')}
          fit={fit}
          caption={(id) => [regions.get(id) ?? '']}
          points={lots.map(({ id, latitude, longitude, kind, available, enterprise }) => ({
            ...{ id, latitude, longitude, isChosen: id === chosen },
            label: t('market.point', {
              ...{ kind: kind.name, quantity: words.quantity(available, kind.baseUnit), enterprise: enterprise.name },
            }),
          }))}
          onPoint={choose}
        />
      </Suspense>
    </Card>
  );
}
