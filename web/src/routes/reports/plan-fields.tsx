import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { CheckField, LongTextField, SelectField, TextField } from '../../ui/form';
import { ReportableIndicatorsDocument } from './reports.graphql.ts';
import { cadences, languages, mostIndicators, partings, type PlanDraft } from './reports.rules';
import styles from './reports.module.css';

interface PlanFieldsProps {
  readonly draft: PlanDraft;
  readonly change: (part: Partial<PlanDraft>) => void;
}

/** What a report reports, how it is split, when it is made and whom it goes to. */
export function PlanFields({ draft, change }: PlanFieldsProps): ReactNode {
  const { t } = useTranslation('reports');
  return (
    <>
      <TextField
        label={t('field.title')}
        path="terms.title"
        required
        maxLength={100}
        value={draft.title}
        onChange={(title) => change({ title })}
      />
      <Indicators draft={draft} change={change} />
      <SelectField
        label={t('field.language')}
        path="terms.language"
        value={draft.language}
        onChange={(chosen) => change({ language: languages.find((one) => one === chosen) ?? 'ZH_CN' })}
        options={languages.map((one) => ({ value: one, label: t(`language.${one}`) }))}
      />
      <SelectField
        label={t('field.cadence')}
        path="cadence"
        value={draft.cadence}
        onChange={(chosen) => change({ cadence: cadences.find((one) => one === chosen) ?? 'WEEKLY' })}
        options={cadences.map((one) => ({ value: one, label: t(`cadence.${one}`) }))}
      />
      {draft.cadence !== 'ONCE' && (
        <SelectField
          label={t('field.atHour')}
          path="atHour"
          value={draft.atHour}
          onChange={(atHour) => change({ atHour })}
          options={Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), label: `${String(hour)}:00` }))}
        />
      )}
      <LongTextField
        label={t('field.addresses')}
        path="addresses"
        hint={t('field.addressesHint')}
        value={draft.addresses}
        onChange={(addresses) => change({ addresses })}
      />
    </>
  );
}

/** Which indicators, in the order in which they were chosen, and by what they are split: by what all of them know. */
function Indicators({ draft, change }: PlanFieldsProps): ReactNode {
  const { t } = useTranslation('reports');
  const [{ data }] = useQuery({ query: ReportableIndicatorsDocument, variables: {} });
  const { codes, groupBy } = draft;
  const indicators = data?.indicators ?? [];
  const chosen = indicators.filter(({ code }) => codes.includes(code));
  const known = partings.filter(
    (by) =>
      by === 'REGION' || by === 'COUNTY' || chosen.every(({ dimensions }) => dimensions.some((one) => one === by)),
  );
  const choose = (code: string, isChosen: boolean): void =>
    change({ codes: isChosen ? [...codes, code] : codes.filter((one) => one !== code) });
  return (
    <>
      <fieldset className={styles.choices}>
        <legend>{t('field.indicators', { most: mostIndicators })}</legend>
        {indicators.map(({ code, name }) => (
          <CheckField
            key={code}
            label={name}
            checked={codes.includes(code)}
            onChange={(isChosen) => choose(code, isChosen)}
          />
        ))}
      </fieldset>
      <SelectField
        label={t('field.groupBy')}
        path="terms.groupBy"
        hint={t('field.groupByHint')}
        value={groupBy}
        onChange={(by) => change({ groupBy: partings.find((one) => one === by) ?? '' })}
        options={[
          { value: '', label: t('groupBy.NONE') },
          ...partings
            .filter((by) => by === groupBy || known.includes(by))
            .map((by) => ({ value: by, label: t(`groupBy.${by}`) })),
        ]}
      />
    </>
  );
}
