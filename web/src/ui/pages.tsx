import type { TypedDocumentNode } from '@urql/core';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLiveQuery } from '../api/live';
import { Button } from './button';
import { Answer, Empty } from './state';

export interface Connection<Node> {
  readonly edges: readonly { readonly node: Node }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

interface PagesProps<Data, Variables, Node> {
  readonly query: TypedDocumentNode<Data, Variables & { after?: string | null | undefined }>;
  readonly variables: Variables;
  /** The types whose changes may change the list, also while it is empty. */
  readonly of: readonly string[];
  readonly pick: (data: Data) => Connection<Node>;
  readonly empty: string;
  readonly children: (nodes: readonly Node[]) => ReactNode;
}

/** A list of any length, a page at a time: the next comes when it is asked for. */
export function Pages<Data, Variables extends object, Node>(props: PagesProps<Data, Variables, Node>): ReactNode {
  const [cursors, setCursors] = useState<readonly (string | null)[]>([null]);
  return cursors.map((after, index) => (
    <OnePage
      key={after}
      {...props}
      after={after}
      onMore={index === cursors.length - 1 ? (next) => setCursors([...cursors, next]) : undefined}
    />
  ));
}

interface OnePageProps {
  readonly after: string | null;
  /** Missing on all pages but the last. */
  readonly onMore: ((after: string) => void) | undefined;
}

function OnePage<Data, Variables extends object, Node>({
  query,
  variables,
  of,
  pick,
  empty,
  children,
  after,
  onMore,
}: PagesProps<Data, Variables, Node> & OnePageProps): ReactNode {
  const { t } = useTranslation();
  const types = of.join();
  const context = useMemo(() => ({ additionalTypenames: types.split(',') }), [types]);
  const [answer, ask] = useLiveQuery({ query, variables: { ...variables, after }, context });
  return (
    <Answer of={answer} onRetry={() => ask({ requestPolicy: 'network-only' })}>
      {(data) => {
        const { edges, pageInfo } = pick(data);
        const { hasNextPage, endCursor } = pageInfo;
        if (edges.length === 0 && after === null) return <Empty>{empty}</Empty>;
        return (
          <>
            {children(edges.map(({ node }) => node))}
            {onMore && hasNextPage && endCursor !== null && (
              <Button onClick={() => onMore(endCursor)}>{t('list.more')}</Button>
            )}
          </>
        );
      }}
    </Answer>
  );
}
