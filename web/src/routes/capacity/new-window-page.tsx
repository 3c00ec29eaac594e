import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { inDays } from '../../api/local-day';
import { useAct } from '../../api/act';
import { useEvery } from '../../api/every';
import { useAddress } from '../../shell/address';
import { Button, ButtonLink } from '../../ui/button';
import { Card } from '../../ui/card';
import { CheckField, Form, SelectField, TextField } from '../../ui/form';
import { Columns, Page, Row, Stack } from '../../ui/layout';
import { Answer, Empty } from '../../ui/state';
import { TextAreaField } from '../../ui/text-area';
import { useToast } from '../../ui/toast';
import { fenOf } from '../settlements/settlement.rules';
import { minutesOf } from './capacity.rules';
import { type LineFragment, MyLinesDocument, type MyLinesQuery } from './lines.graphql.ts';
import { type MaterialBy, type PublishCapacityWindowInput, PublishWindowDocument } from './windows.graphql.ts';

const none = {};
const linesIn = ({ myProductionLines }: MyLinesQuery) => myProductionLines;
const suppliers: readonly MaterialBy[] = ['CUSTOMER', 'OWNER'];

/** Time of a line to offer: from when to when, how much a day, at what price, on what terms. */
export function NewWindowPage(): ReactNode {
  const { t } = useTranslation('capacity');
  const [lines, again] = useEvery(MyLinesDocument, none, linesIn);
  return (
    <Page
      title={t('window.offer')}
      width="text"
      actions={<ButtonLink to="/capacity/windows">{t('tab.windows')}</ButtonLink>}
    >
      <Answer of={lines} onRetry={again}>
        {(found) =>
          found.length === 0 ? (
            <Empty action={<ButtonLink to="/capacity/lines">{t('tab.lines')}</ButtonLink>}>{t('window.noLine')}</Empty>
          ) : (
            <WindowForm lines={found} />
          )
        }
      </Answer>
    </Page>
  );
}

interface Draft {
  readonly lineId: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly dayHours: string;
  readonly price: string;
  readonly leastHours: string;
  readonly setupHours: string;
  readonly withOperators: boolean;
  readonly materialBy: MaterialBy;
  readonly noticeDays: string;
  readonly latePercent: string;
  readonly note: string;
}

function inputOf(draft: Draft, idempotencyKey: string): PublishCapacityWindowInput {
  const { lineId, startsOn, endsOn, dayHours, price, withOperators, materialBy, note } = draft;
  return {
    ...{ idempotencyKey, productionLineId: lineId, startsOn, endsOn, withOperators, materialBy, note },
    ...{ fenPerHour: fenOf(price), minimumMinutes: minutesOf(draft.leastHours) },
    ...{ setupMinutes: minutesOf(draft.setupHours), noticeDays: Number(draft.noticeDays) },
    latePercent: Number(draft.latePercent),
    ...(dayHours !== '' && { dayMinutes: minutesOf(dayHours) }),
  };
}

function WindowForm({ lines }: { readonly lines: readonly LineFragment[] }): ReactNode {
  const { t } = useTranslation('capacity');
  const navigate = useNavigate();
  const tell = useToast();
  const [address] = useAddress();
  const { act, isBusy, problem } = useAct(PublishWindowDocument);
  const [key] = useState(() => crypto.randomUUID());
  const [draft, setDraft] = useState<Draft>(() => ({
    ...{ lineId: address.get('line') ?? lines[0]?.id ?? '', startsOn: inDays(1), endsOn: inDays(30), dayHours: '' },
    ...{ price: '', leastHours: '1', setupHours: '0', withOperators: true, materialBy: 'CUSTOMER' },
    ...{ noticeDays: '3', latePercent: '0', note: '' },
  }));
  const change = (part: Partial<Draft>): void => setDraft((before) => ({ ...before, ...part }));
  const publish = async (): Promise<void> => {
    if (!(await act({ input: inputOf(draft, key) }))) return;
    tell({ text: t('window.published') });
    await navigate('/capacity/windows');
  };
  return (
    <Form label={t('window.offer')} problem={problem} onSubmit={() => void publish()}>
      <Card>
        <Stack>
          <Time lines={lines} draft={draft} change={change} />
          <Terms draft={draft} change={change} />
        </Stack>
      </Card>
      <Row>
        <Button kind="main" type="submit" isBusy={isBusy}>
          {t('window.publish')}
        </Button>
      </Row>
    </Form>
  );
}

interface PartProps {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
}

function Time({ lines, draft, change }: PartProps & { readonly lines: readonly LineFragment[] }): ReactNode {
  const { t } = useTranslation('capacity');
  return (
    <>
      <SelectField
        label={t('window.line')}
        path="productionLineId"
        value={draft.lineId}
        onChange={(lineId) => change({ lineId })}
        options={lines.map(({ id, name, workshop, machineType }) => ({
          value: id,
          label: `${workshop.name} · ${name} · ${machineType.name}`,
        }))}
      />
      <Columns least="s">
        <TextField
          label={t('window.startsOn')}
          path="startsOn"
          type="date"
          required
          value={draft.startsOn}
          onChange={(startsOn) => change({ startsOn })}
        />
        <TextField
          label={t('window.endsOn')}
          path="endsOn"
          type="date"
          required
          value={draft.endsOn}
          onChange={(endsOn) => change({ endsOn })}
        />
        <TextField
          label={t('window.dayHours')}
          hint={t('window.dayHoursHint')}
          path="dayMinutes"
          type="number"
          min={0}
          step="any"
          value={draft.dayHours}
          onChange={(dayHours) => change({ dayHours })}
        />
      </Columns>
    </>
  );
}

function Terms({ draft, change }: PartProps): ReactNode {
  const { t } = useTranslation('capacity');
  const figure = (
    name: 'price' | 'leastHours' | 'setupHours' | 'noticeDays' | 'latePercent',
    path: string,
    step: number | 'any',
  ): ReactNode => (
    <TextField
      label={t(`window.field.${name}`)}
      path={path}
      type="number"
      min={0}
      step={step}
      required
      value={draft[name]}
      onChange={(value) => change({ [name]: value })}
    />
  );
  return (
    <>
      <Columns least="s">
        {figure('price', 'fenPerHour', 0.01)}
        {figure('leastHours', 'minimumMinutes', 'any')}
        {figure('setupHours', 'setupMinutes', 'any')}
        {figure('noticeDays', 'noticeDays', 1)}
        {figure('latePercent', 'latePercent', 1)}
        <SelectField
          label={t('window.material')}
          path="materialBy"
          value={draft.materialBy}
          onChange={(by) => change({ materialBy: suppliers.find((known) => known === by) ?? 'CUSTOMER' })}
          options={suppliers.map((by) => ({ value: by, label: t(`materialBy.${by}`) }))}
        />
      </Columns>
      <CheckField
        label={t('operators.YES')}
        checked={draft.withOperators}
        onChange={(withOperators) => change({ withOperators })}
      />
      <TextAreaField
        label={t('window.note')}
        path="note"
        maxLength={500}
        rows={2}
        value={draft.note}
        onChange={(note) => change({ note })}
      />
    </>
  );
}
