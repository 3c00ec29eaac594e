import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/formats';
import { Bar } from '../../ui/card';
import { Stack } from '../../ui/layout';
import type { FilledFragment } from './wall.graphql.ts';
import { rateOf, stages } from './wall.rules';

/** From wanted to on site: how many positions come through each stage. */
export function Funnel({ row }: { readonly row: FilledFragment }): ReactNode {
  const { t } = useTranslation('bureau');
  const { number, percent } = useFormats();
  return (
    <Stack>
      <Bar label={t('stat.demanded')} share={row.demanded > 0 ? 1 : 0} text={number(row.demanded)} />
      {stages.map((stage) => (
        <Bar
          key={stage}
          label={t(`stage.${stage}`)}
          share={rateOf(row, stage) ?? 0}
          text={`${number(row[stage])} · ${percent(rateOf(row, stage))}`}
        />
      ))}
    </Stack>
  );
}
