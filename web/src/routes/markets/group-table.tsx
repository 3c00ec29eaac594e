import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/formats';
import { Bar } from '../../ui/card';
import { Table } from '../../ui/table';
import { colourAt, type Group } from './markets.rules';
import styles from './markets.module.css';

interface GroupTableProps {
  readonly caption: string;
  readonly groups: readonly Group[];
  readonly nameOf: (countyId: string) => string;
  /** What can be done with one. */
  readonly action?: (group: Group) => ReactNode;
}

/** Markets with how much each keeps of its own. */
export function GroupTable({ caption, groups, nameOf, action }: GroupTableProps): ReactNode {
  const { t } = useTranslation('markets');
  const { number } = useFormats();
  return (
    <Table caption={caption}>
      <thead>
        <tr>
          <th scope="col">{t('column.market')}</th>
          <th scope="col">{t('column.contained')}</th>
          <th scope="col">{t('column.workers')}</th>
          <th scope="col">{t('column.seats')}</th>
          {action && <th scope="col">{t('column.step')}</th>}
        </tr>
      </thead>
      <tbody>
        {groups.map((group, place) => {
          const counties =
            group.countyIds.length > few
              ? t('counties', { count: group.countyIds.length })
              : group.countyIds.map(nameOf).join(t('comma'));
          return (
            <tr key={group.id}>
              <th scope="row" className={styles.name}>
                <div>
                  <span className={styles.swatch} style={{ background: colourAt(place) }}>
                    {place + 1}
                  </span>
                  <span>
                    {group.name}
                    {counties !== group.name && <small className="soft">{counties}</small>}
                  </span>
                </div>
              </th>
              <td className={styles.contained}>
                {group.figures ? (
                  <Bar
                    label={t('containedOf', { market: group.name })}
                    share={group.figures.containedPercent / 100}
                    text={t('percent', { share: number(group.figures.containedPercent) })}
                  />
                ) : (
                  t('unmeasured')
                )}
              </td>
              <td className={styles.figure}>{group.figures ? number(group.figures.workers) : '–'}</td>
              <td className={styles.figure}>{group.figures ? number(group.figures.seats) : '–'}</td>
              {action && <td className={styles.step}>{action(group)}</td>}
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}

/** More are counted, not named: the map has their names. */
const few = 12;
