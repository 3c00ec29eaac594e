import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Table } from '../../ui/table';
import { FillCells, FillHeads } from './fill-cells';
import type { Compared } from './outcome.rules';
import styles from './what-if.module.css';

interface GainsTableProps {
  readonly title: string;
  /** What a row is: a county, an occupation. */
  readonly of: string;
  readonly rows: readonly (Compared & { readonly of: { readonly id: string; readonly name: string } | null })[];
}

/** Seats with a proposal before and after, of what changes. */
export function GainsTable({ title, of, rows }: GainsTableProps): ReactNode {
  const { t } = useTranslation('whatIf');
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
            {rows.map((row) => (
              <tr key={row.of?.id}>
                <th scope="row">{row.of?.name}</th>
                <FillCells row={row} />
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </section>
  );
}
