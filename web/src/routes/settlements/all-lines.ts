import { useEffect, useState } from 'react';
import { useClient } from 'urql';
import type { Line } from './settlement.rules';
import { SettlementLinesDocument } from './settlements.graphql.ts';

/** No more are recorded at once. */
const atOnce = 500;

/** The lines of a settlement, page after page, as many as can be recorded at once; nothing until all are there. */
export function useAllLines(id: string): readonly Line[] | undefined {
  const client = useClient();
  const [lines, setLines] = useState<readonly Line[]>();
  useEffect(() => {
    let isOver = false;
    const read = async (after: string | null, before: readonly Line[]): Promise<readonly Line[]> => {
      const { data } = await client.query(
        SettlementLinesDocument,
        { id, first: 100, after },
        { requestPolicy: 'network-only' },
      );
      const found = data?.settlement?.lines;
      const all = [...before, ...(found?.edges ?? []).map(({ node }) => node)];
      return found?.pageInfo.hasNextPage && all.length < atOnce ? read(found.pageInfo.endCursor, all) : all;
    };
    void read(null, []).then((all) => {
      if (!isOver) setLines(all);
    });
    return () => {
      isOver = true;
    };
  }, [client, id]);
  return lines;
}
