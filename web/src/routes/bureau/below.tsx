import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/formats';
import { Empty } from '../../ui/state';
import { Table } from '../../ui/table';
import type { FilledFragment } from './wall.graphql.ts';
import styles from './wall.module.css';

interface BelowProps {
  readonly rows: readonly FilledFragment[];
  readonly onRegion: (id: string) => void;
}

/** The regions directly below, largest demand first; a click goes there. */
export function Below({ rows, onRegion }: BelowProps): ReactNode {
  const { t } = useTranslation('bureau');
  const { number, percent } = useFormats();
  if (rows.length === 0) return <Empty>{t('below.nothing')}</Empty>;
  return (
    <Table caption={t('below.title')} of="figures">
      <thead>
        <tr>
          <th scope="col">{t('below.region')}</th>
          <th scope="col">{t('stat.demanded')}</th>
          <th scope="col">{t('stage.proposed')}</th>
          <th scope="col">{t('stage.accepted')}</th>
          <th scope="col">{t('stage.onSite')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, label, demanded, proposedRate, acceptedRate, onSiteRate }) => (
          <tr key={key ?? label}>
            <th scope="row">
              {key === null ? (
                label
              ) : (
                <button type="button" className={styles.link} onClick={() => onRegion(key)}>
                  {label}
                </button>
              )}
            </th>
            <td>{number(demanded)}</td>
            <td>{percent(proposedRate)}</td>
            <td>{percent(acceptedRate)}</td>
            <td>{percent(onSiteRate)}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
