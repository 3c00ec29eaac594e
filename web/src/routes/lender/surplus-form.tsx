import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useAct } from '../../api/act';
import { type Change, useDraft } from '../../api/draft';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Form, SelectField, TextField } from '../../ui/form';
import { Columns, Row, Stack } from '../../ui/layout';
import { PlaceField } from '../../ui/map/place-field';
import { Notice } from '../../ui/notice';
import styles from './lender.module.css';
import { PublishSurplusDocument, type SurplusReason } from './lender.graphql.ts';
import { LineFields } from './surplus-line-fields';
import { blankLine, blankSurplus, maxLines, type SurplusDraft, surplusInput } from './surplus.rules';

const reasons: readonly SurplusReason[] = ['SEASON', 'STOPPAGE', 'SURPLUS'];

interface PartProps {
  readonly draft: SurplusDraft;
  readonly change: (change: Change<SurplusDraft>) => void;
}

/** Surplus in one go: why, from when to when, from where, and whom. */
export function SurplusForm(): ReactNode {
  const { t } = useTranslation('lender');
  const navigate = useNavigate();
  const [draft, change, clear] = useDraft('surplus', blankSurplus);
  const { act, isBusy, problem } = useAct(PublishSurplusDocument);
  const [key] = useState(() => crypto.randomUUID());
  const input = surplusInput(draft, key);
  const submit = async (): Promise<void> => {
    const published = input && (await act({ input }));
    if (!published) return;
    clear();
    await navigate(`/lender/listings/${published.publishSurplus.id}`);
  };
  return (
    <Form label={t('new.form')} problem={problem} onSubmit={() => void submit()}>
      <Columns least="l">
        <Card title={t('new.whom')}>
          <Stack>
            <Times draft={draft} change={change} />
            <Lines draft={draft} change={change} />
          </Stack>
        </Card>
        <Card title={draft.place?.regionName ?? t('new.where')}>
          <PlaceField label={t('new.whereMap')} value={draft.place} onChange={(place) => change({ place })} />
        </Card>
      </Columns>
      {!draft.place && <Notice tone="call">{t('new.placeMissing')}</Notice>}
      <Row>
        <Button kind="main" type="submit" isBusy={isBusy} disabled={!input}>
          {t('new.publish')}
        </Button>
      </Row>
    </Form>
  );
}

function Times({ draft, change }: PartProps): ReactNode {
  const { t } = useTranslation('lender');
  return (
    <Columns least="s">
      <SelectField
        label={t('new.reason')}
        path="reason"
        value={draft.reason}
        onChange={(reason) => change({ reason: reasons.find((one) => one === reason) ?? 'SEASON' })}
        options={reasons.map((reason) => ({ value: reason, label: t(`reason.${reason}`) }))}
      />
      <TextField
        label={t('new.startsOn')}
        path="startsOn"
        type="date"
        required
        value={draft.startsOn}
        onChange={(startsOn) => change({ startsOn })}
      />
      <TextField
        label={t('new.endsOn')}
        path="endsOn"
        type="date"
        required
        value={draft.endsOn}
        onChange={(endsOn) => change({ endsOn })}
      />
    </Columns>
  );
}

function Lines({ draft: { lines }, change }: PartProps): ReactNode {
  const { t } = useTranslation('lender');
  return (
    <>
      <ul className={styles.cards}>
        {lines.map((line, index) => (
          <li key={line.id}>
            <LineFields
              line={line}
              index={index}
              change={(part) =>
                change((before) => ({
                  lines: before.lines.map((one) => (one.id === line.id ? { ...one, ...part } : one)),
                }))
              }
              onRemove={
                lines.length > 1
                  ? () => change((before) => ({ lines: before.lines.filter(({ id }) => id !== line.id) }))
                  : undefined
              }
            />
          </li>
        ))}
      </ul>
      {lines.length < maxLines && (
        <Row>
          <Button onClick={() => change((before) => ({ lines: [...before.lines, blankLine(crypto.randomUUID())] }))}>
            {t('new.addLine')}
          </Button>
        </Row>
      )}
    </>
  );
}
