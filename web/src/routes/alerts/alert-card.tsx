import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormats } from '../../i18n/formats';
import { WordsDialog } from '../../ui/act/words-form';
import { ButtonLink } from '../../ui/button';
import { Card, Tag } from '../../ui/card';
import { Row, Stack } from '../../ui/layout';
import {
  AcknowledgeAlertDocument,
  type AlertFactsFragment,
  AssignAlertDocument,
  CloseAlertDocument,
  NoteOnAlertDocument,
} from './alerts.graphql.ts';
import { toneOf, writeReading } from './alerts.rules';

/** An alert: what passed which bound, since when, what was done, and what to do now. */
export function AlertCard({ alert }: { readonly alert: AlertFactsFragment }): ReactNode {
  const { t } = useTranslation('alerts');
  const formats = useFormats();
  const { rule, partName, reading, state, openedAt, assignee } = alert;
  if (!rule?.indicator) return null;
  const { kind, indicator } = rule;
  const write = (value: number): string => writeReading(kind, indicator.unit, value, formats);
  return (
    <Card
      as="article"
      title={<Link to={`/bureau/alerts/${alert.id}`}>{rule.name}</Link>}
      actions={
        <Row>
          <Tag tone={toneOf(rule.severity)}>{t(`severity.${rule.severity}`)}</Tag>
          <Tag tone={state === 'OPEN' ? 'call' : 'plain'}>{t(`state.${state}`)}</Tag>
        </Row>
      }
    >
      <Stack>
        <p>
          <strong>{[rule.region?.name, partName].filter(Boolean).join(' · ')}</strong>{' '}
          {t(`reads.${kind}`, { indicator: indicator.name, reading: write(reading) })}{' '}
          {t(rule.isAbove || kind === 'TREND' ? 'bound.above' : 'bound.below', {
            bound: write(rule.bound),
            release: write(rule.releaseAt),
          })}
        </p>
        <p className="soft">
          {t('since', { at: formats.dateTime(openedAt) })}
          {assignee !== null && ` ${t('assignee', { login: assignee })}`}
        </p>
        <Row>
          <ButtonLink to={causeOf(alert)}>{t(kind === 'FORECAST' ? 'forecast' : 'cause')}</ButtonLink>
          {alert.actions.includes('ACKNOWLEDGE') && <Acknowledge id={alert.id} />}
          {alert.actions.includes('NOTE') && <NoteOn id={alert.id} />}
          {alert.actions.includes('ASSIGN') && <Assign id={alert.id} />}
          {alert.actions.includes('CLOSE') && <Close id={alert.id} />}
        </Row>
        <Steps alert={alert} write={write} />
      </Stack>
    </Card>
  );
}

/** Where to look for the cause: the indicator of that region, split by what can be done about; or the forecast. */
function causeOf({ rule, partId }: AlertFactsFragment): string {
  const code = rule?.indicator?.code ?? '';
  const region = rule?.splitBy === 'REGION' ? (partId ?? '') : (rule?.regionId ?? '');
  if (rule?.kind === 'FORECAST') {
    const occupation = rule.splitBy === 'OCCUPATION' ? (partId ?? '') : (rule.occupationId ?? '');
    const parts = { weeks: String(rule.days / 7), region, ...(occupation !== '' && { occupation }) };
    return `/bureau/forecast?${new URLSearchParams(parts).toString()}`;
  }
  const days = (rule?.days ?? 0) > 30 ? '91' : '30';
  return `/bureau/indicators/${code}?days=${days}&region=${encodeURIComponent(region)}`;
}

interface StepsProps {
  readonly alert: AlertFactsFragment;
  readonly write: (reading: number) => string;
}

function Steps({ alert: { steps }, write }: StepsProps): ReactNode {
  const { t } = useTranslation('alerts');
  const { dateTime } = useFormats();
  return (
    <details>
      <summary>{t('steps', { count: steps.length })}</summary>
      <ol>
        {steps.map(({ id, action, login, reading, note, at }) => (
          <li key={id}>
            {dateTime(at)} · {t(`step.${action}`, { by: login ?? t('byRule') })}
            {reading !== null && ` · ${write(reading)}`}
            {note !== '' && ` · ${note}`}
          </li>
        ))}
      </ol>
    </details>
  );
}

interface StepProps {
  readonly id: string;
}

function Acknowledge({ id }: StepProps): ReactNode {
  const { t } = useTranslation('alerts');
  return (
    <WordsDialog
      label={t('acknowledge.label')}
      kind="main"
      explain={t('acknowledge.explain')}
      field={t('note')}
      path="note"
      maxLength={2000}
      isOptional
      document={AcknowledgeAlertDocument}
      variables={(note) => ({ input: { alertId: id, note } })}
      done={t('acknowledge.done')}
    />
  );
}

function NoteOn({ id }: StepProps): ReactNode {
  const { t } = useTranslation('alerts');
  return (
    <WordsDialog
      label={t('noteOn.label')}
      field={t('note')}
      path="note"
      maxLength={2000}
      document={NoteOnAlertDocument}
      variables={(note) => ({ input: { alertId: id, note } })}
      done={t('noteOn.done')}
    />
  );
}

function Assign({ id }: StepProps): ReactNode {
  const { t } = useTranslation('alerts');
  return (
    <WordsDialog
      label={t('assign.label')}
      field={t('assign.field')}
      hint={t('assign.hint')}
      path="login"
      maxLength={254}
      document={AssignAlertDocument}
      variables={(login) => ({ input: { alertId: id, login, note: '' } })}
      done={t('assign.done')}
    />
  );
}

function Close({ id }: StepProps): ReactNode {
  const { t } = useTranslation('alerts');
  return (
    <WordsDialog
      label={t('close.label')}
      kind="bad"
      explain={t('close.explain')}
      field={t('note')}
      path="note"
      maxLength={2000}
      isOptional
      document={CloseAlertDocument}
      variables={(note) => ({ input: { alertId: id, note } })}
      done={t('close.done')}
    />
  );
}
