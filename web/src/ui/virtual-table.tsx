import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useRef } from 'react';
import styles from './virtual-table.module.css';

interface VirtualTableProps<Row> {
  readonly caption: string;
  readonly head: ReactNode;
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string | number;
  /** The cells of a row. */
  readonly children: (row: Row) => ReactNode;
  /** Brings a row into sight; a new object each time. */
  readonly show?: { readonly index: number } | undefined;
}

/** About what a row of one line is high; what it really is, is measured. */
const rowPx = 53;

/** A table of any length: only the rows in sight are in the page, and readers are told how many there are. */
export function VirtualTable<Row>({ caption, head, rows, keyOf, children, show }: VirtualTableProps<Row>): ReactNode {
  const area = useRef<HTMLDivElement>(null);
  // eslint-disable-next-line react-hooks/incompatible-library -- nothing here is memoised by a compiler
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => area.current,
    estimateSize: () => rowPx,
    getItemKey: (index) => {
      const row = rows[index];
      return row === undefined ? index : keyOf(row);
    },
    overscan: 8,
  });
  useEffect(() => {
    if (show) virtual.scrollToIndex(show.index, { align: 'center' });
  }, [show, virtual]);
  const items = virtual.getVirtualItems();
  const above = items[0]?.start ?? 0;
  const below = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    <div ref={area} className={styles.area} role="region" aria-label={caption} tabIndex={0}>
      <table className={styles.table} aria-rowcount={rows.length + 1}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr aria-rowindex={1}>{head}</tr>
        </thead>
        <tbody>
          <Gap px={above} />
          {items.map(({ index, key }) => {
            const row = rows[index];
            return (
              row !== undefined && (
                <tr key={String(key)} ref={virtual.measureElement} data-index={index} aria-rowindex={index + 2}>
                  {children(row)}
                </tr>
              )
            );
          })}
          <Gap px={below} />
        </tbody>
      </table>
    </div>
  );
}

/** Stands for the rows that are not in the page. */
function Gap({ px }: { readonly px: number }): ReactNode {
  if (px <= 0) return null;
  return (
    <tr aria-hidden="true" className={styles.gap} style={{ '--gap': `${String(px)}px` }}>
      <td />
    </tr>
  );
}
