import { type ReactNode, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/formats';
import { RegionMap } from '../../ui/map/region-map';
import { Loading } from '../../ui/state';
import type { FilledFragment } from './wall.graphql.ts';
import { rateOf, sharesOf, type Stage } from './wall.rules';
import styles from './wall.module.css';

interface WallMapProps {
  readonly rows: readonly FilledFragment[];
  readonly stage: Stage;
  readonly onRegion: (id: string) => void;
}

/** The counties by how far their demand is filled. The same figures stand in words in the table of the page. */
export function WallMap({ rows, stage, onRegion }: WallMapProps): ReactNode {
  const { t } = useTranslation('bureau');
  const { number, percent } = useFormats();
  const byKey = new Map(rows.map((row) => [row.key, row]));
  const ids = rows.flatMap(({ key }) => key ?? []);
  const describe = (id: string, name: string): string => {
    const row = byKey.get(id);
    if (!row) return t('map.nothing', { region: name });
    const { label: region } = row;
    return t('map.region', { region, rate: percent(rateOf(row, stage)), demanded: number(row.demanded) });
  };
  return (
    <>
      <Suspense fallback={<Loading />}>
        <RegionMap
          key={ids.join()}
          label={t('map.label', { stage: t(`stage.${stage}`) })}
          shares={sharesOf(rows, stage)}
          fit={ids}
          caption={(id) => {
            const row = byKey.get(id);
            return row && [row.label, percent(rateOf(row, stage))];
          }}
          describe={describe}
          onRegion={onRegion}
        />
      </Suspense>
      <p className={styles.legend}>
        <span>{percent(0)}</span>
        <span className={styles.scale} aria-hidden="true" />
        <span>{percent(1)}</span>
        <span className={styles.none}>{t('map.grey')}</span>
      </p>
    </>
  );
}
