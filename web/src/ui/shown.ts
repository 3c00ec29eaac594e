import { useCallback, useState } from 'react';

interface Named {
  readonly id: string;
}

type Shown<Node> = ReadonlyMap<string, readonly Node[]>;

const none: ReadonlyMap<string, never> = new Map<string, never>();

/**
 * What a list of pages shows now, for something beside it, such as a map: each page tells its rows once it is drawn. The
 * same rows told again change nothing, so telling does not draw anew for ever. `of` is what was asked for: what was shown of
 * another question is forgotten.
 */
export function useShown<Node extends Named>(of: string): [readonly Node[], (page: readonly Node[]) => void] {
  const [state, setState] = useState<{ readonly of: string; readonly pages: Shown<Node> }>({ of, pages: none });
  const show = useCallback(
    (page: readonly Node[]): void =>
      setState((before) => {
        const pages = withPage(before.of === of ? before.pages : none, page);
        return pages === before.pages ? before : { of, pages };
      }),
    [of],
  );
  return [state.of === of ? [...state.pages.values()].flat() : [], show];
}

/** Pages are known by their first row; the same object where nothing changed. */
export function withPage<Node extends Named>(shown: Shown<Node>, page: readonly Node[]): Shown<Node> {
  const [first] = page;
  const before = first && shown.get(first.id);
  if (!first || (before?.length === page.length && page.every((node, place) => node === before[place]))) return shown;
  return new Map(shown).set(first.id, page);
}
