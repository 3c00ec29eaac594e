import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useFormats } from '../../i18n/formats';
import { CheckField, SelectField, TextField } from '../../ui/form';
import { Columns } from '../../ui/layout';
import { type Shift, WageHintDocument, type WageUnit } from './host.graphql.ts';
import type { NeedDraft } from './new-need.rules';

const levels = ['1', '2', '3', '4', '5'] as const;
const wageUnits: readonly WageUnit[] = ['HOUR', 'DAY', 'MONTH', 'PIECE'];
const shifts: readonly Shift[] = ['DAY', 'NIGHT', 'ROTATING'];

interface PartProps {
  readonly draft: NeedDraft;
  readonly change: (part: Partial<NeedDraft>) => void;
}

/** How many, how skilled, for what wage. */
export function Terms({ draft, change }: PartProps): ReactNode {
  const { t } = useTranslation(['host', 'common']);
  return (
    <Columns least="s">
      <TextField
        label={t('newNeed.headcount')}
        path="headcount"
        type="number"
        min={1}
        max={10_000}
        required
        value={draft.headcount}
        onChange={(headcount) => change({ headcount })}
      />
      <SelectField
        label={t('newNeed.level')}
        path="minLevel"
        value={draft.level}
        onChange={(level) => change({ level })}
        options={levels.map((level) => ({ value: level, label: t(`common:level.${level}`) }))}
      />
      <TextField
        label={t('newNeed.wage')}
        hint={<WageHint draft={draft} />}
        path="wageFen"
        type="number"
        min={0.01}
        step={0.01}
        required
        value={draft.wage}
        onChange={(wage) => change({ wage })}
      />
      <SelectField
        label={t('newNeed.wageUnit')}
        path="wageUnit"
        value={draft.wageUnit}
        onChange={(unit) => change({ wageUnit: wageUnits.find((known) => known === unit) ?? 'HOUR' })}
        options={wageUnits.map((unit) => ({ value: unit, label: t(`common:wageUnit.${unit}`) }))}
      />
    </Columns>
  );
}

/** From when to when, in which shift, and whether one can stay there. */
export function Times({ draft, change }: PartProps): ReactNode {
  const { t } = useTranslation(['host', 'common']);
  return (
    <>
      <Columns least="s">
        <TextField
          label={t('newNeed.startsOn')}
          path="startsOn"
          type="date"
          required
          value={draft.startsOn}
          onChange={(startsOn) => change({ startsOn })}
        />
        <TextField
          label={t('newNeed.endsOn')}
          path="endsOn"
          type="date"
          required
          value={draft.endsOn}
          onChange={(endsOn) => change({ endsOn })}
        />
        <SelectField
          label={t('newNeed.shift')}
          path="shift"
          value={draft.shift}
          onChange={(shift) => change({ shift: shifts.find((known) => known === shift) ?? 'DAY' })}
          options={shifts.map((shift) => ({ value: shift, label: t(`common:shift.${shift}`) }))}
        />
      </Columns>
      <CheckField label={t('newNeed.lodging')} checked={draft.lodging} onChange={(lodging) => change({ lodging })} />
    </>
  );
}

/** What others pay for the same work around the place, once both are known. */
function WageHint({ draft: { occupation, place, wageUnit } }: { readonly draft: NeedDraft }): ReactNode {
  const { t } = useTranslation('host');
  const { money } = useFormats();
  const [{ data }] = useQuery({
    query: WageHintDocument,
    variables: { occupationId: occupation?.id ?? '', regionId: place?.regionId ?? '', wageUnit },
    pause: !occupation || !place,
  });
  const hint = data?.wageHint;
  if (!hint) return null;
  const { count, p25Fen, medianFen, p75Fen, scope } = hint;
  const figures = { low: money(p25Fen), high: money(p75Fen), median: money(medianFen) };
  return t('newNeed.hint', { ...figures, count, scope: scope.name });
}
