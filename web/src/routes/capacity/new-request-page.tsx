import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useAct } from '../../api/act';
import { Button, ButtonLink } from '../../ui/button';
import { Card } from '../../ui/card';
import { CheckField, Form, TextField } from '../../ui/form';
import { Columns, Page, Row, Stack } from '../../ui/layout';
import { Notice } from '../../ui/notice';
import { SiteField } from '../../ui/site/site-field';
import { useSite } from '../../ui/site/use-site';
import { TextAreaField } from '../../ui/text-area';
import { useToast } from '../../ui/toast';
import { type Process, WithProcesses } from './catalogue';
import { blankRequest, type RequestDraft, requestInput } from './new-request.rules';
import { PublishStepRequestDocument } from './requests.graphql.ts';
import { StepFields } from './step-fields';

/** Steps in an order, each with machine time; where, and until when. */
export function NewRequestPage(): ReactNode {
  const { t } = useTranslation('capacity');
  return (
    <Page title={t('request.post')} actions={<ButtonLink to="/capacity/requests">{t('tab.requests')}</ButtonLink>}>
      <WithProcesses>{(processes) => <RequestForm processes={processes} />}</WithProcesses>
    </Page>
  );
}

function RequestForm({ processes }: { readonly processes: readonly Process[] }): ReactNode {
  const { t } = useTranslation('capacity');
  const navigate = useNavigate();
  const tell = useToast();
  const site = useSite();
  const { act, isBusy, problem } = useAct(PublishStepRequestDocument);
  const [key] = useState(() => crypto.randomUUID());
  const [draft, setDraft] = useState(blankRequest);
  const change = (part: Partial<RequestDraft>): void => setDraft((before) => ({ ...before, ...part }));
  const input = requestInput({ ...draft, place: draft.place ?? site }, key);
  const publish = async (): Promise<void> => {
    if (!input || !(await act({ input }))) return;
    tell({ text: t('request.published') });
    await navigate('/capacity/requests');
  };
  return (
    <Form label={t('request.post')} problem={problem} onSubmit={() => void publish()}>
      <Columns least="l">
        <Card title={t('request.what')}>
          <Stack>
            <TextField
              label={t('request.reference')}
              hint={t('request.referenceHint')}
              path="reference"
              maxLength={60}
              value={draft.reference}
              onChange={(reference) => change({ reference })}
            />
            <StepFields
              processes={processes}
              steps={draft.steps}
              onChange={(next) => setDraft((before) => ({ ...before, steps: next(before.steps) }))}
            />
            <Conditions draft={draft} change={change} />
          </Stack>
        </Card>
        <Card title={t('request.where')}>
          <SiteField label={t('request.whereMap')} chosen={draft.place} onChange={(place) => change({ place })} />
        </Card>
      </Columns>
      {!input && <Notice>{t('request.incomplete')}</Notice>}
      <Row>
        <Button kind="main" type="submit" isBusy={isBusy}>
          {t('request.publish')}
        </Button>
      </Row>
    </Form>
  );
}

interface ConditionsProps {
  readonly draft: RequestDraft;
  readonly change: (part: Partial<RequestDraft>) => void;
}

function Conditions({ draft, change }: ConditionsProps): ReactNode {
  const { t } = useTranslation('capacity');
  const field = (
    name: 'earliestStart' | 'dueDate' | 'price' | 'km',
    path: string,
    type: 'date' | 'number',
  ): ReactNode => (
    <TextField
      label={t(`request.field.${name}`)}
      path={path}
      type={type}
      required={type === 'date'}
      {...(type === 'number' && { min: 0, step: 'any' })}
      value={draft[name]}
      onChange={(value) => change({ [name]: value })}
    />
  );
  return (
    <>
      <Columns least="s">
        {field('earliestStart', 'earliestStart', 'date')}
        {field('dueDate', 'dueDate', 'date')}
        {field('price', 'maxFenPerHour', 'number')}
        {field('km', 'maxDistanceM', 'number')}
      </Columns>
      <div>
        <CheckField
          label={t('request.all')}
          checked={draft.allOrNothing}
          onChange={(allOrNothing) => change({ allOrNothing })}
        />
        <CheckField
          label={t('request.split')}
          checked={draft.splitAllowed}
          onChange={(splitAllowed) => change({ splitAllowed })}
        />
      </div>
      <TextAreaField
        label={t('request.note')}
        path="note"
        maxLength={500}
        rows={2}
        value={draft.note}
        onChange={(note) => change({ note })}
      />
    </>
  );
}
