import { type ReactNode, Suspense, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { useSession } from '../../api/session';
import { Card } from '../../ui/card';
import { Page } from '../../ui/layout';
import { RegionMap } from '../../ui/map/region-map';
import { Pages } from '../../ui/pages';
import { Loading } from '../../ui/state';
import { WorkCard } from './work-card';
import { OpenWorkDocument, WhereILiveDocument } from './work.graphql.ts';
import { searchOf, variablesOf, type Work, type WorkSearch } from './work.rules';
import { WorkSearchForm } from './work-search-form';
import styles from './work.module.css';

/** Open work, for anyone: as a map and as a list, by place, words, wage and lodging. */
export function WorkPage(): ReactNode {
  const { t } = useTranslation('work');
  const [params, setParams] = useSearchParams();
  const home = useHome();
  const search = useMemo(() => {
    const asked = searchOf(params);
    return asked.at || params.has('anywhere') ? asked : { ...asked, at: home };
  }, [params, home]);
  const variables = useMemo(() => variablesOf(search), [search]);
  const change = (part: Readonly<Record<string, string>>): void =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        for (const [name, value] of Object.entries(part)) {
          if (value === '') next.delete(name);
          else next.set(name, value);
        }
        return next;
      },
      { replace: true },
    );
  const [shown, setShown] = useState<readonly Work[]>([]);
  return (
    <Page title={t('title')}>
      <WorkSearchForm search={search} change={change} />
      <div className={styles.work}>
        <Card title={t('map.title')}>
          <Suspense fallback={<Loading />}>
            <WorkMap work={shown} at={search.at} onPlace={(at) => change({ at, anywhere: '' })} />
          </Suspense>
        </Card>
        <section className={styles.results} aria-label={t('list')}>
          <Pages
            // A search anew is a list anew.
            key={JSON.stringify(variables)}
            query={OpenWorkDocument}
            variables={variables}
            of={['OpenWork']}
            pick={({ openWork }) => openWork}
            empty={t('nothing')}
          >
            {(work) => <WorkList work={work} onShow={setShown} />}
          </Pages>
        </section>
      </div>
    </Page>
  );
}

/** A worker looks from home, unless they say otherwise. */
function useHome(): WorkSearch['at'] {
  const { me } = useSession();
  const [{ data }] = useQuery({ query: WhereILiveDocument, variables: {}, pause: me?.kind !== 'WORKER' });
  const { latitude, longitude } = data?.myWorker ?? {};
  return useMemo(
    () => (latitude === undefined || longitude === undefined ? null : { latitude, longitude }),
    [latitude, longitude],
  );
}

interface WorkListProps {
  readonly work: readonly Work[];
  readonly onShow: (work: readonly Work[]) => void;
}

function WorkList({ work, onShow }: WorkListProps): ReactNode {
  useEffect(() => onShow(work), [work, onShow]);
  return (
    <ul className={styles.list}>
      {work.map((one) => (
        <WorkCard key={one.id} work={one} />
      ))}
    </ul>
  );
}

interface WorkMapProps {
  readonly work: readonly Work[];
  readonly at: WorkSearch['at'];
  readonly onPlace: (at: string) => void;
}

function WorkMap({ work, at, onPlace }: WorkMapProps): ReactNode {
  const { t } = useTranslation('work');
  const here = at ? [{ id: 'here', ...at, label: t('map.here'), isChosen: true }] : [];
  const points = work.map(({ id, latitude, longitude, occupation, hostName }) => ({
    id,
    latitude,
    longitude,
    label: `${occupation.name} · ${hostName}`,
  }));
  return (
    <RegionMap
      key={`${String(at?.latitude)},${String(at?.longitude)},${String(work.length === 0)}`}
      fit={work.map(({ region }) => region.id)}
      label={t('map.label')}
      points={[...points, ...here]}
      onPlace={(latitude, longitude) => onPlace(`${latitude},${longitude}`)}
      onPoint={(id) => document.getElementById(`work-${id}`)?.scrollIntoView({ block: 'center' })}
      {...(at && { focus: { ...at, zoom: 4 } })}
    />
  );
}
