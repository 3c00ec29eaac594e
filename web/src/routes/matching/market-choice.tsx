import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Pages } from '../../ui/pages';
import { MarketsDocument } from './matching.graphql.ts';
import styles from './matching.module.css';

interface MarketChoiceProps {
  readonly chosen: string;
  readonly onChoose: (marketId: string) => void;
}

/** The labour markets of the jurisdiction, one of which is looked at. */
export function MarketChoice({ chosen, onChoose }: MarketChoiceProps): ReactNode {
  const { t } = useTranslation('matching');
  return (
    <Card title={t('market.title')}>
      <Pages
        query={MarketsDocument}
        variables={{}}
        of={['LabourMarket']}
        pick={({ labourMarkets }) => labourMarkets}
        empty={t('market.nothing')}
      >
        {(markets) => (
          <div className={styles.markets}>
            {markets.map(({ id, name }) => (
              <Button
                key={id}
                kind={id === chosen ? 'main' : 'plain'}
                aria-pressed={id === chosen}
                onClick={() => onChoose(id)}
              >
                {name}
              </Button>
            ))}
          </div>
        )}
      </Pages>
    </Card>
  );
}
