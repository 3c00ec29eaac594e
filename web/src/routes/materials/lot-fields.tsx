import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../ui/choice';
import { SelectField, TextField } from '../../ui/form';
import { Columns, Row } from '../../ui/layout';
import { TextAreaField } from '../../ui/text-area';
import { type Kind, KindField, QuantityField } from './kinds';
import { grades, type LotDraft, terms } from './materials.rules';

interface PartProps {
  readonly kinds: readonly Kind[];
  readonly draft: LotDraft;
  readonly change: (part: Partial<LotDraft>) => void;
}

/** What it is, how much, how good, and where it lies. */
export function LotFields({ kinds, draft, change }: PartProps): ReactNode {
  const { t } = useTranslation('materials');
  const kind = kinds.find(({ id }) => id === draft.kindId);
  return (
    <>
      <KindField
        label={t('kind')}
        path="kindId"
        kinds={kinds}
        blank={t('chooseKind')}
        required
        value={draft.kindId}
        onChange={(kindId) => change({ kindId, unit: kinds.find(({ id }) => id === kindId)?.units[0]?.unit ?? '' })}
      />
      <QuantityField
        label={t('lot.quantity')}
        kind={kind}
        value={draft}
        onChange={({ value, unit }) => change({ value, unit })}
      />
      <Columns least="s">
        <SelectField
          label={t('lot.grade')}
          path="grade"
          value={draft.grade}
          onChange={(grade) => change({ grade: grades.find((known) => known === grade) ?? 'A' })}
          options={grades.map((grade) => ({ value: grade, label: t(`grade.${grade}`) }))}
        />
        <TextField
          label={t('lot.siteName')}
          path="siteName"
          required
          maxLength={100}
          value={draft.siteName}
          onChange={(siteName) => change({ siteName })}
        />
      </Columns>
      <TextAreaField
        label={t('lot.description')}
        path="description"
        maxLength={1000}
        rows={2}
        value={draft.description}
        onChange={(description) => change({ description })}
      />
    </>
  );
}

/** On which terms, until when, and what a taker has to heed. */
export function LotTerms({ kinds, draft, change }: PartProps): ReactNode {
  const { t } = useTranslation('materials');
  const unit = kinds.find(({ id }) => id === draft.kindId)?.units.find((known) => known.unit === draft.unit)?.name;
  return (
    <>
      <Row>
        <Choice
          label={t('lot.terms')}
          value={draft.terms}
          onChange={(chosen) => change({ terms: terms.find((known) => known === chosen) ?? 'SALE' })}
          options={terms.map((known) => ({ value: known, label: t(`terms.${known}`) }))}
        />
      </Row>
      <Columns least="s">
        <PriceOrDays unit={unit} draft={draft} change={change} />
        <TextField
          label={t('lot.until')}
          path="availableUntil"
          type="date"
          required
          value={draft.availableUntil}
          onChange={(availableUntil) => change({ availableUntil })}
        />
        <TextField
          label={t('lot.minimum', { unit: unit ?? t('unit') })}
          path="minimumTake.value"
          type="number"
          min={0}
          step="any"
          value={draft.minimumTake}
          onChange={(minimumTake) => change({ minimumTake })}
        />
        <TextField
          label={t('lot.tolerance')}
          hint={t('lot.toleranceHint')}
          path="tolerancePercent"
          type="number"
          min={0}
          max={20}
          required
          value={draft.tolerance}
          onChange={(tolerance) => change({ tolerance })}
        />
      </Columns>
    </>
  );
}

interface PriceOrDaysProps extends Omit<PartProps, 'kinds'> {
  /** The name of the unit that is priced. */
  readonly unit: string | undefined;
}

function PriceOrDays({ unit, draft, change }: PriceOrDaysProps): ReactNode {
  const { t } = useTranslation('materials');
  return draft.terms === 'SALE' ? (
    <TextField
      label={t('lot.priceOf', { unit: unit ?? t('unit') })}
      path="fenPerUnit"
      type="number"
      min={0.01}
      step={0.01}
      required
      value={draft.price}
      onChange={(price) => change({ price })}
    />
  ) : (
    <TextField
      label={t('lot.days')}
      hint={t('lot.daysHint')}
      path="loanDays"
      type="number"
      min={1}
      max={730}
      required
      value={draft.loanDays}
      onChange={(loanDays) => change({ loanDays })}
    />
  );
}
