import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/formats';
import { Bar, Card } from '../../ui/card';
import { Columns, Stack } from '../../ui/layout';
import type { WeightsFragment } from './weights.graphql.ts';
import { partNames, shareOf, weightsOf } from './weights.rules';
import { WhoAndWhen } from './who-and-when';

interface HeldProps {
  readonly current: WeightsFragment;
}

/** The weights that hold, for those who only look. */
export function Held({ current }: HeldProps): ReactNode {
  const { t } = useTranslation('weights');
  const { number, percent } = useFormats();
  const weights = weightsOf(current.parts);
  return (
    <Card title={t('held.title', { version: current.version })}>
      <Stack>
        <WhoAndWhen of={current} />
        <p className="soft">{t('held.onlyOperators')}</p>
        <Columns least="m">
          {partNames.map((name) => (
            <div key={name}>
              <Bar
                label={current.parts.find((part) => part.name === name)?.label ?? name}
                share={shareOf(weights, name)}
                text={t('field.value', { weight: number(weights[name]), share: percent(shareOf(weights, name)) })}
              />
              <small className="soft">{t(`part.${name}`)}</small>
            </div>
          ))}
        </Columns>
      </Stack>
    </Card>
  );
}
