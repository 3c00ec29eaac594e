import { type ReactNode, Suspense, useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useAddress } from '../../shell/address';
import { Card } from '../../ui/card';
import { RegionMap } from '../../ui/map/region-map';
import { Pages } from '../../ui/pages';
import { useShown } from '../../ui/shown';
import { useSite } from '../../ui/site/use-site';
import { Loading } from '../../ui/state';
import { fenOf } from '../settlements/settlement.rules';
import { CapacityFrame } from './capacity-frame';
import { minutesOf, periodOf } from './capacity.rules';
import styles from './capacity.module.css';
import { WithProcesses } from './catalogue';
import { FindFilters } from './find-filters';
import { WindowCard } from './window-card';
import { FindWindowsDocument, type FindWindowsQuery, type WindowFragment } from './windows.graphql.ts';

type Found = FindWindowsQuery['capacityWindows']['edges'][number]['node'];

/** Free machine time of others: the nearest first, as calendars and on a map. */
export function FindPage(): ReactNode {
  return (
    <CapacityFrame>
      <WithProcesses>{(processes) => <FindFilters processes={processes} />}</WithProcesses>
      <Market />
    </CapacityFrame>
  );
}

function Market(): ReactNode {
  const { t } = useTranslation('capacity');
  const [address] = useAddress();
  const site = useSite();
  const variables = useMemo(() => {
    const [processId, regionId, operators] = ['process', 'region', 'operators'].map((name) => address.get(name));
    const [price, hours] = [address.get('price'), address.get('hours')];
    return {
      ...periodOf(address),
      ...(processId && { processId }),
      ...(regionId && { regionId }),
      ...(operators && { withOperators: operators === 'yes' }),
      ...(price && { maxFenPerHour: fenOf(price) }),
      minFreeMinutes: Math.max(1, hours ? minutesOf(hours) : 1),
      ...(site && { near: { latitude: site.latitude, longitude: site.longitude } }),
    };
  }, [address, site]);
  const asked = JSON.stringify(variables);
  const [shown, show] = useShown<WindowFragment>(asked);
  return (
    <div className={styles.market}>
      <WindowMap windows={shown} />
      <div className={styles.list}>
        <Pages
          key={asked}
          query={FindWindowsDocument}
          variables={variables}
          of={['CapacityWindow', 'CapacityBooking']}
          pick={({ capacityWindows }) => capacityWindows}
          empty={t('find.nothing')}
        >
          {(found) => <FoundList found={found} onShow={show} />}
        </Pages>
      </div>
    </div>
  );
}

interface FoundListProps {
  readonly found: readonly Found[];
  readonly onShow: (windows: readonly WindowFragment[]) => void;
}

function FoundList({ found, onShow }: FoundListProps): ReactNode {
  useEffect(() => onShow(found.flatMap(({ window }) => window ?? [])), [found, onShow]);
  return found.map(
    ({ window, distanceM, freeMinutes }) =>
      window && <WindowCard key={window.id} window={window} distanceM={distanceM} freeMinutes={freeMinutes} />,
  );
}

function WindowMap({ windows }: { readonly windows: readonly WindowFragment[] }): ReactNode {
  const { t } = useTranslation('capacity');
  const regions = new Map(windows.map(({ line: { workshop } }) => [workshop.region.id, workshop.region.name]));
  const fit = [...regions.keys()];
  return (
    <Card>
      <Suspense fallback={<Loading />}>
        <RegionMap
          key={fit.join()}
          label={t('find.map')}
          fit={fit}
          caption={(id) => [regions.get(id) ?? '']}
          points={windows.map(({ id, owner, line: { name, machineType, workshop } }) => ({
            ...{ id, latitude: workshop.latitude, longitude: workshop.longitude },
            label: t('find.point', { owner: owner.name, machine: machineType.name, line: name }),
          }))}
          onPoint={(id) => document.getElementById(`window-${id}`)?.scrollIntoView({ block: 'nearest' })}
        />
      </Suspense>
    </Card>
  );
}
