import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useAct } from '../../api/act';
import { Button, ButtonLink } from '../../ui/button';
import { Card } from '../../ui/card';
import { CheckField, Form, SelectField, TextField } from '../../ui/form';
import { Columns, Page, Row, Stack } from '../../ui/layout';
import { Notice } from '../../ui/notice';
import { SiteField } from '../../ui/site/site-field';
import { useSite } from '../../ui/site/use-site';
import { TextAreaField } from '../../ui/text-area';
import { useToast } from '../../ui/toast';
import { type Kind, KindField, QuantityField, WithKinds } from './kinds';
import { grades } from './materials.rules';
import { blankRequest, mostKinds, type RequestDraft, requestInput } from './request.rules';
import { PublishRequestDocument } from './requests.graphql.ts';

/** What the enterprise lacks: what would do, how much, where, by when. */
export function NewRequestPage(): ReactNode {
  const { t } = useTranslation('materials');
  return (
    <Page title={t('request.post')} actions={<ButtonLink to="/materials/requests">{t('tab.requests')}</ButtonLink>}>
      <WithKinds>{(kinds) => <RequestForm kinds={kinds} />}</WithKinds>
    </Page>
  );
}

function RequestForm({ kinds }: { readonly kinds: readonly Kind[] }): ReactNode {
  const { t } = useTranslation('materials');
  const navigate = useNavigate();
  const tell = useToast();
  const site = useSite();
  const { act, isBusy, problem } = useAct(PublishRequestDocument);
  const [key] = useState(() => crypto.randomUUID());
  const [draft, setDraft] = useState(blankRequest);
  const change = (part: Partial<RequestDraft>): void => setDraft((before) => ({ ...before, ...part }));
  const input = requestInput({ ...draft, place: draft.place ?? site }, key);
  const publish = async (): Promise<void> => {
    if (!input || !(await act({ input }))) return;
    tell({ text: t('request.published') });
    await navigate('/materials/requests');
  };
  return (
    <Form label={t('request.post')} problem={problem} onSubmit={() => void publish()}>
      <Columns least="l">
        <Card title={t('request.what')}>
          <Stack>
            <KindsField kinds={kinds} draft={draft} change={change} />
            <Conditions draft={draft} change={change} />
          </Stack>
        </Card>
        <Card title={t('request.where')}>
          <SiteField label={t('request.whereMap')} chosen={draft.place} onChange={(place) => change({ place })} />
        </Card>
      </Columns>
      {!input && <Notice>{t('lot.incomplete')}</Notice>}
      <Row>
        <Button kind="main" type="submit" isBusy={isBusy}>
          {t('request.publish')}
        </Button>
      </Row>
    </Form>
  );
}

interface PartProps {
  readonly draft: RequestDraft;
  readonly change: (part: Partial<RequestDraft>) => void;
}

/** The wanted kind with how much of it, then what would do instead. */
function KindsField({ kinds, draft, change }: PartProps & { readonly kinds: readonly Kind[] }): ReactNode {
  const { t } = useTranslation('materials');
  const { kindIds } = draft;
  const wanted = kinds.find(({ id }) => id === kindIds[0]);
  const choose = (place: number, kindId: string): void => {
    const unit = kinds.find(({ id }) => id === kindId)?.units[0]?.unit ?? '';
    change({ kindIds: kindIds.with(place, kindId), ...(place === 0 && { unit }) });
  };
  return (
    <>
      {kindIds.map((kindId, place) => (
        <KindField
          // Places, not kinds: the same kind may stand in two while one chooses.
          key={place}
          label={place === 0 ? t('kind') : t('request.substitute', { number: place })}
          path={`kindIds.${place}`}
          kinds={kinds}
          blank={t('chooseKind')}
          required={place === 0}
          value={kindId}
          onChange={(chosen) => choose(place, chosen)}
        />
      ))}
      {kindIds.length < mostKinds && (
        <Row>
          <Button onClick={() => change({ kindIds: [...kindIds, ''] })}>{t('request.addSubstitute')}</Button>
        </Row>
      )}
      <QuantityField
        label={t('request.quantity')}
        kind={wanted}
        value={draft}
        onChange={({ value, unit }) => change({ value, unit })}
      />
    </>
  );
}

function Conditions({ draft, change }: PartProps): ReactNode {
  const { t } = useTranslation('materials');
  return (
    <>
      <Columns least="s">
        <SelectField
          label={t('request.minimumGrade')}
          path="minimumGrade"
          value={draft.minimumGrade}
          onChange={(grade) => change({ minimumGrade: grades.find((known) => known === grade) ?? 'B' })}
          options={grades.map((grade) => ({ value: grade, label: t(`grade.${grade}`) }))}
        />
        <TextField
          label={t('request.neededBy')}
          path="neededBy"
          type="date"
          required
          value={draft.neededBy}
          onChange={(neededBy) => change({ neededBy })}
        />
        <TextField
          label={t('request.ceiling')}
          hint={t('request.ceilingHint')}
          path="ceilingFen"
          type="number"
          min={0.01}
          step={0.01}
          value={draft.ceiling}
          onChange={(ceiling) => change({ ceiling })}
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
      <Whether draft={draft} change={change} />
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

function Whether({ draft, change }: PartProps): ReactNode {
  const { t } = useTranslation('materials');
  return (
    <div>
      <CheckField
        label={t('request.sale')}
        checked={draft.acceptsSale}
        onChange={(acceptsSale) => change({ acceptsSale })}
      />
      <CheckField
        label={t('request.loan')}
        checked={draft.acceptsLoan}
        onChange={(acceptsLoan) => change({ acceptsLoan })}
      />
      <CheckField
        label={t('request.split')}
        checked={draft.splitAllowed}
        onChange={(splitAllowed) => change({ splitAllowed })}
      />
      <CheckField
        label={t('request.isUrgent')}
        checked={draft.isUrgent}
        onChange={(isUrgent) => change({ isUrgent })}
      />
    </div>
  );
}
