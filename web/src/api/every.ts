import type { CombinedError, TypedDocumentNode } from '@urql/core';
import { useCallback, useEffect, useState } from 'react';
import { useClient } from 'urql';

interface Page<Node> {
  readonly edges: readonly { readonly node: Node }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

interface Every<Node> {
  /** The whole list; undefined until all of it is there. What was read stays in sight while it is read again. */
  readonly data: readonly Node[] | undefined;
  readonly error: CombinedError | undefined;
  readonly fetching: boolean;
}

/** A list that a map or a table needs as a whole, read page after page. `variables` and `pick` must keep their identity. */
export function useEvery<Data, Variables extends object, Node>(
  query: TypedDocumentNode<Data, Variables & { after?: string | null | undefined }>,
  variables: Variables,
  pick: (data: Data) => Page<Node>,
): [Every<Node>, again: () => void] {
  const client = useClient();
  const [state, setState] = useState<Every<Node>>({ data: undefined, error: undefined, fetching: true });
  const [round, setRound] = useState(0);
  useEffect(() => {
    let isOver = false;
    const read = async (after: string | null, before: readonly Node[]): Promise<Every<Node>> => {
      const { data, error } = await client.query(query, { ...variables, after }, { requestPolicy: 'network-only' });
      if (error || !data) return { data: undefined, error, fetching: false };
      const { edges, pageInfo } = pick(data);
      const all = [...before, ...edges.map(({ node }) => node)];
      return pageInfo.hasNextPage ? read(pageInfo.endCursor, all) : { data: all, error: undefined, fetching: false };
    };
    void read(null, []).then((found) => {
      if (!isOver) setState(found);
    });
    return () => {
      isOver = true;
    };
  }, [client, query, variables, pick, round]);
  return [state, useCallback(() => setRound((before) => before + 1), [])];
}
