import { useEffect, useMemo } from 'react';
import { useSession } from '../../api/session';
import { useAct } from '../../api/act';
import { useLiveQuery } from '../../api/live';
import { LookAtSavedSearchDocument, SavedSearchesDocument } from './saved.graphql.ts';
import type { Saved } from './saved.rules';

const context = { additionalTypenames: ['SavedSearch'] };
const none: readonly Saved[] = [];

/** The searches that the viewing worker keeps; none for everyone else. */
export function useSaved(): readonly Saved[] {
  const { me } = useSession();
  const [{ data }] = useLiveQuery({
    query: SavedSearchesDocument,
    variables: {},
    context: useMemo(() => context, []),
    pause: me?.kind !== 'WORKER',
  });
  return useMemo(() => data?.savedSearches.edges.map(({ node }) => node) ?? none, [data]);
}

/** Whoever opens a kept search has looked at what is new in it. */
export function useLook(search: Saved | undefined): void {
  const { act } = useAct(LookAtSavedSearchDocument);
  const searchId = search?.id;
  const isNew = (search?.newCount ?? 0) > 0;
  useEffect(() => {
    if (searchId !== undefined && isNew) void act({ input: { searchId } });
  }, [searchId, isNew, act]);
}
