import { type ReactNode, Suspense, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { useSession } from '../../api/session';
import { Card } from '../../ui/card';
import { Choice } from '../../ui/choice';
import { Page } from '../../ui/layout';
import { Pages } from '../../ui/pages';
import { useShown } from '../../ui/shown';
import { Loading } from '../../ui/state';
import { addressOf, type Saved } from './saved.rules';
import { SavedList } from './saved-list';
import { useLook, useSaved } from './use-saved';
import { WorkCard } from './work-card';
import { OpenWorkDocument, WhereILiveDocument } from './work.graphql.ts';
import { placeOf, searchOf, variablesOf, type Work, type WorkSearch } from './work.rules';
import { WorkMap } from './work-map';
import { WorkSearchForm } from './work-search-form';
import styles from './work.module.css';

/** Open work, for anyone: as a map and as a list, by place, words, wage and lodging. */
export function WorkPage(): ReactNode {
  const { t } = useTranslation('work');
  const { me } = useSession();
  const home = useHome();
  const saved = useSaved();
  const [params, change, kept] = useParams(saved);
  useLook(kept);
  const search = useMemo(() => {
    const asked = searchOf(params);
    return asked.at || params.has('anywhere') ? asked : { ...asked, at: home };
  }, [params, home]);
  const variables = useMemo(() => ({ ...variablesOf(search), isMember: Boolean(me) }), [search, me]);
  const asked = JSON.stringify(variables);
  const [shown, show] = useShown<Work>(asked);
  return (
    <Page title={t('title')}>
      <SavedList saved={saved} />
      <WorkSearchForm key={kept?.id} search={search} change={change} home={home} />
      <Found work={shown} at={search.at} change={change}>
        <Pages
          // A search anew is a list anew.
          key={asked}
          query={OpenWorkDocument}
          variables={variables}
          of={['OpenWork']}
          pick={({ openWork }) => openWork}
          empty={t('nothing')}
        >
          {(work) => <WorkList work={work} onShow={show} />}
        </Pages>
      </Found>
    </Page>
  );
}

type Change = (part: Readonly<Record<string, string>>) => void;

/** What the address asks for. It may name a kept search; a change of one is another search. */
function useParams(saved: readonly Saved[]): [URLSearchParams, Change, Saved | undefined] {
  const [given, setParams] = useSearchParams();
  const kept = saved.find(({ id }) => id === given.get('saved'));
  const params = useMemo(() => {
    const asked = kept ? addressOf(kept.filters) : given;
    if (kept) asked.set('saved', kept.id);
    return asked;
  }, [given, kept]);
  const change: Change = (part) => {
    const next = new URLSearchParams(params);
    next.delete('saved');
    for (const [name, value] of Object.entries(part)) {
      if (value === '') next.delete(name);
      else next.set(name, value);
    }
    setParams(next, { replace: true });
  };
  return [params, change, kept];
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

interface FoundProps {
  readonly work: readonly Work[];
  readonly at: WorkSearch['at'];
  readonly change: Change;
  readonly children: ReactNode;
}

/** Map and list side by side; where there is no room for both, one or the other. */
function Found({ work, at, change, children }: FoundProps): ReactNode {
  const { t } = useTranslation('work');
  const [view, setView] = useState('LIST');
  const [place, setPlace] = useState<string>();
  const there = work.filter((one) => placeOf(one) === place);
  const pick = (picked: string): void => {
    setPlace(picked);
    const first = work.find((one) => placeOf(one) === picked);
    document.getElementById(`work-${first?.id ?? ''}`)?.scrollIntoView({ block: 'center' });
  };
  return (
    <>
      <div className={styles.switch}>
        <Choice
          label={t('view.label')}
          value={view}
          onChange={setView}
          options={(['LIST', 'MAP'] as const).map((value) => ({ value, label: t(`view.${value}`) }))}
        />
      </div>
      <div className={styles.work} data-view={view}>
        <div className={styles.place}>
          <Card title={t('map.title')}>
            <Suspense fallback={<Loading />}>
              <WorkMap
                work={work}
                at={at}
                picked={place}
                onPick={pick}
                onPlace={(next) => change({ at: next, anywhere: '' })}
              />
            </Suspense>
            <p className="soft">{t('map.pick')}</p>
          </Card>
          <ul className={styles.picked} aria-live="polite">
            {there.map((one) => (
              <WorkCard key={one.id} work={one} />
            ))}
          </ul>
        </div>
        <section className={styles.results} aria-label={t('list')}>
          {children}
        </section>
      </div>
    </>
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
        <WorkCard key={one.id} work={one} anchor={`work-${one.id}`} />
      ))}
    </ul>
  );
}
