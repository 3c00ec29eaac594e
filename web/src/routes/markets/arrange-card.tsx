import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Ask } from '../../ui/act/ask';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { CheckField } from '../../ui/form';
import { Row, Stack } from '../../ui/layout';
import { type County, type Market, marketByCounty } from './markets.rules';
import styles from './markets.module.css';
import { MoveForm } from './move-dialog';

interface ArrangeCardProps {
  readonly counties: readonly County[];
  readonly markets: readonly Market[];
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
  readonly onMoved: () => void;
}

/** County by county: chosen here or on the map, then moved together. */
export function ArrangeCard({ counties, markets, chosen, onChoose, onMoved }: ArrangeCardProps): ReactNode {
  const { t } = useTranslation('markets');
  const today = marketByCounty(markets);
  const picked = counties.filter(({ id }) => chosen.has(id));
  return (
    <Card title={t('arrange.title')}>
      <Stack>
        <p className="soft">{t('arrange.intro')}</p>
        <ul className={styles.counties} tabIndex={0} aria-label={t('arrange.counties')}>
          {counties.map(({ id, name }) => (
            <li key={id}>
              <CheckField
                label={t('arrange.county', { county: name, market: today.get(id)?.name ?? t('arrange.none') })}
                checked={chosen.has(id)}
                onChange={() => onChoose(toggled(chosen, id))}
              />
            </li>
          ))}
        </ul>
        {picked.length > 0 && (
          <div className={styles.bar}>
            <Row>
              <strong>{t('arrange.chosen', { count: picked.length })}</strong>
              <Ask label={t('arrange.move')} title={t('move.title')} kind="main">
                {(close) => (
                  <MoveForm
                    counties={picked}
                    markets={markets}
                    onClose={close}
                    onMoved={() => {
                      onChoose(new Set());
                      onMoved();
                    }}
                  />
                )}
              </Ask>
              <Button onClick={() => onChoose(new Set())}>{t('arrange.clear')}</Button>
            </Row>
          </div>
        )}
      </Stack>
    </Card>
  );
}

export function toggled(chosen: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(chosen);
  if (!next.delete(id)) next.add(id);
  return next;
}
