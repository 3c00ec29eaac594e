import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button';
import { Table } from '../../ui/table';
import { FillCells, FillHeads } from './fill-cells';
import type { Compared } from './outcome.rules';
import styles from './what-if.module.css';

interface GainsTableProps {
  readonly title: string;
  /** What a row is: a county, an occupation. */
  readonly of: string;
  /** So many are shown until all are asked for. */
  readonly few?: number;
  readonly rows: readonly (Compared & { readonly of: { readonly id: string; readonly name: string } | null })[];
}

/** Seats with a proposal before and after, of what changes. */
export function GainsTable({ title, of, few = Infinity, rows }: GainsTableProps): ReactNode {
  const { t } = useTranslation('whatIf');
  const [isAll, setAll] = useState(false);
  const shown = isAll ? rows : rows.slice(0, few);
  return (
    <section className={styles.part}>
      <h3>{title}</h3>
      {rows.length === 0 ? (
        <p className="soft">{t('outcome.same')}</p>
      ) : (
        <Table caption={title} of="figures">
          <thead>
            <tr>
              <th scope="col">{of}</th>
              <FillHeads />
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <tr key={row.of?.id}>
                <th scope="row" className={styles.name}>
                  {row.of?.name}
                </th>
                <FillCells row={row} />
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {shown.length < rows.length && (
        <Button onClick={() => setAll(true)}>{t('outcome.all', { count: rows.length })}</Button>
      )}
    </section>
  );
}
