import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useAct } from '../../api/act';
import { Button } from '../../ui/button';
import { Form, SelectField, TextField } from '../../ui/form';
import { Row } from '../../ui/layout';
import { useToast } from '../../ui/toast';
import { type AlertSplit, SaveAlertRuleDocument, WatchableIndicatorsDocument } from './alerts.graphql.ts';
import { isPercent, kinds, type RuleDraft, saveInput, severities, termsOf, withKind } from './alerts.rules';
import { Trial } from './trial';

interface RuleFormProps {
  readonly first: RuleDraft;
  readonly onDone: () => void;
}

/** A rule, tried on the past before it is saved. */
export function RuleForm({ first, onDone }: RuleFormProps): ReactNode {
  const { t } = useTranslation('alerts');
  const tell = useToast();
  const [draft, setDraft] = useState(first);
  const [key] = useState(() => crypto.randomUUID());
  const { act, isBusy, problem } = useAct(SaveAlertRuleDocument);
  const [{ data }] = useQuery({ query: WatchableIndicatorsDocument, variables: {} });
  const indicator =
    draft.kind === 'FORECAST' ? forecast : data?.indicators.find(({ code }) => code === draft.indicatorCode);
  const terms = termsOf(draft, indicator?.unit);
  const input = saveInput(draft, terms, key);
  const change = (part: Partial<RuleDraft>): void => setDraft((before) => ({ ...before, ...part }));
  const save = async (): Promise<void> => {
    if (!input || !(await act({ input }))) return;
    tell({ text: t('rule.saved') });
    onDone();
  };
  return (
    <Form label={t('rule.new')} problem={problem} onSubmit={() => void save()}>
      <TextField
        label={t('field.name')}
        path="name"
        required
        maxLength={100}
        value={draft.name}
        onChange={(name) => change({ name })}
      />
      {draft.kind !== 'FORECAST' && (
        <SelectField
          label={t('field.indicator')}
          path="terms.indicatorCode"
          value={draft.indicatorCode}
          onChange={(indicatorCode) => change({ indicatorCode, splitBy: '' })}
          options={(data?.indicators ?? []).map(({ code, name }) => ({ value: code, label: name }))}
        />
      )}
      <Bounds
        draft={draft}
        change={change}
        hint={isPercent(draft.kind, indicator?.unit) ? t('field.percent') : undefined}
      />
      <Consequences draft={draft} change={change} dimensions={indicator?.dimensions ?? []} />
      {terms && indicator && <Trial terms={terms} unit={indicator.unit} />}
      <Row>
        <Button kind="main" type="submit" isBusy={isBusy}>
          {t('rule.save')}
        </Button>
        <Button onClick={onDone}>{t('rule.leave')}</Button>
      </Row>
    </Form>
  );
}

/** The shortage, which is forecast, is no indicator of the list. */
const forecast = { unit: 'HEADS', dimensions: ['OCCUPATION'] } as const;
const splits: readonly AlertSplit[] = ['REGION', 'OCCUPATION', 'INDUSTRY', 'SIZE'];
const splitOf = (text: string): AlertSplit | '' => splits.find((one) => one === text) ?? '';

interface BoundsProps {
  readonly draft: RuleDraft;
  readonly change: (part: Partial<RuleDraft>) => void;
  readonly hint: string | undefined;
}

function Bounds({ draft, change, hint }: BoundsProps): ReactNode {
  const { t } = useTranslation('alerts');
  return (
    <>
      <SelectField
        label={t('field.kind')}
        path="terms.kind"
        value={draft.kind}
        onChange={(chosen) => change(withKind(draft, kinds.find((one) => one === chosen) ?? 'THRESHOLD'))}
        options={kinds.map((one) => ({ value: one, label: t(`kind.${one}`) }))}
      />
      <SelectField
        label={t('field.way')}
        path="terms.isAbove"
        value={String(draft.isAbove)}
        onChange={(chosen) => change({ isAbove: chosen === 'true' })}
        options={[
          { value: 'false', label: t('way.below') },
          { value: 'true', label: t('way.above') },
        ]}
      />
      <TextField
        label={t('field.bound')}
        path="terms.bound"
        hint={hint}
        required
        inputMode="decimal"
        value={draft.bound}
        onChange={(bound) => change({ bound })}
      />
      <TextField
        label={t('field.release')}
        path="terms.releaseAt"
        hint={hint}
        required
        inputMode="decimal"
        value={draft.releaseAt}
        onChange={(releaseAt) => change({ releaseAt })}
      />
      <TextField
        label={t(draft.kind === 'FORECAST' ? 'field.weeks' : 'field.days')}
        path="terms.days"
        required
        inputMode="numeric"
        value={draft.days}
        onChange={(days) => change({ days })}
      />
      <TextField
        label={t('field.least')}
        path="terms.least"
        hint={t(draft.kind === 'FORECAST' ? 'field.leastWanted' : 'field.leastHint')}
        required
        inputMode="numeric"
        value={draft.least}
        onChange={(least) => change({ least })}
      />
    </>
  );
}

interface ConsequencesProps extends Pick<BoundsProps, 'draft' | 'change'> {
  readonly dimensions: readonly string[];
}

/** How many alerts there are of it, how grave, and who is told when nobody answers. */
function Consequences({ draft, change, dimensions }: ConsequencesProps): ReactNode {
  const { t } = useTranslation('alerts');
  return (
    <>
      <SelectField
        label={t('field.splitBy')}
        path="terms.splitBy"
        value={draft.splitBy}
        onChange={(splitBy) => change({ splitBy: splitOf(splitBy) })}
        options={[
          { value: '', label: t('split.NONE') },
          ...splits
            .filter((by) => by === 'REGION' || dimensions.some((dimension) => dimension === by))
            .map((by) => ({ value: by, label: t(`split.${by}`) })),
        ]}
      />
      <SelectField
        label={t('field.severity')}
        path="severity"
        value={draft.severity}
        onChange={(chosen) => change({ severity: severities.find((one) => one === chosen) ?? 'WARNING' })}
        options={severities.map((one) => ({ value: one, label: t(`severity.${one}`) }))}
      />
      <TextField
        label={t('field.escalate')}
        path="escalateHours"
        inputMode="numeric"
        value={draft.escalateHours}
        onChange={(escalateHours) => change({ escalateHours })}
      />
    </>
  );
}
