import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/formats';
import { type Compared, gainOf } from './outcome.rules';
import styles from './what-if.module.css';

/** The columns of `FillCells`. */
export function FillHeads(): ReactNode {
  const { t } = useTranslation('whatIf');
  return (['seats', 'before', 'after', 'difference'] as const).map((column) => (
    <th key={column} scope="col">
      {t(`outcome.${column}`)}
    </th>
  ));
}

/** Open seats, those filled before and after, and what is gained or lost. */
export function FillCells({ row }: { readonly row: Compared }): ReactNode {
  const { number, signed } = useFormats();
  const gain = gainOf(row);
  return (
    <>
      <td>{number(row.after.seats)}</td>
      <td>{number(row.before.filled)}</td>
      <td>{number(row.after.filled)}</td>
      <td className={gain > 0 ? styles.gain : gain < 0 ? styles.loss : undefined}>{signed(gain)}</td>
    </>
  );
}
