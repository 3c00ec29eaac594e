import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button';
import { Table } from '../../ui/table';
import { FillCells, FillHeads } from './fill-cells';
import type { OutcomeFragment } from './what-if.graphql.ts';
import styles from './what-if.module.css';

const few = 10;

/** Needs whose seats would be filled otherwise, those that change most first. */
export function MovedTable({ moved }: Pick<OutcomeFragment, 'moved'>): ReactNode {
  const { t } = useTranslation('whatIf');
  const [isAll, setAll] = useState(false);
  const shown = isAll ? moved : moved.slice(0, few);
  return (
    <section className={styles.part}>
      <h3>{t('outcome.needs')}</h3>
      {moved.length === 0 ? (
        <p className="soft">{t('outcome.same')}</p>
      ) : (
        <Table caption={t('outcome.needs')} of="figures">
          <thead>
            <tr>
              <th scope="col">{t('outcome.need')}</th>
              <FillHeads />
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <tr key={row.needId}>
                <th scope="row">
                  {[row.needId === 'what-if' && t('outcome.new'), row.occupation?.name, row.region?.name]
                    .filter(Boolean)
                    .join(' · ')}
                </th>
                <FillCells row={row} />
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {shown.length < moved.length && (
        <Button onClick={() => setAll(true)}>{t('outcome.all', { count: moved.length })}</Button>
      )}
    </section>
  );
}
