import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/formats';
import { ActButton } from '../../ui/act/act-button';
import { Ask } from '../../ui/act/ask';
import { Bar, Card, Tag } from '../../ui/card';
import { Row } from '../../ui/layout';
import { InjuryClock } from './injury-clock';
import { InjuryStepForm } from './injury-step-form';
import { AdvanceInjuryDocument, type InjuryFactsFragment } from './placement.graphql.ts';
import styles from './placement.module.css';

/** An accident, how far it is dealt with, and the next step of whoever has to take it. */
export function InjuryCard({ injury }: { readonly injury: InjuryFactsFragment }): ReactNode {
  const { t } = useTranslation('placement');
  const { dateTime } = useFormats();
  const { id, state, isOverdue, actions, reportedBy, occurredAt, place, task, description } = injury;
  return (
    <Card
      title={t('injury.title')}
      actions={<Tag tone={isOverdue ? 'bad' : state === 'CLOSED' ? 'good' : 'call'}>{t(`injuryState.${state}`)}</Tag>}
    >
      <div className={styles.inside}>
        <InjuryClock injury={injury} />
        <p>{t('injury.what', { when: dateTime(occurredAt), place, task, who: t(`party.${reportedBy}`) })}</p>
        <p>{description}</p>
        <Details injury={injury} />
        <Costs injury={injury} />
        <Row>
          {actions.map((step) =>
            step === 'DECIDED' || step === 'COMPENSATED' ? (
              <Ask key={step} kind="main" label={t(`injuryStep.${step}`)}>
                {(close) => <InjuryStepForm injuryId={id} step={step} onDone={close} />}
              </Ask>
            ) : (
              <ActButton
                key={step}
                kind={step === 'APPLIED' ? 'main' : 'plain'}
                label={t(`injuryStep.${step}`)}
                document={AdvanceInjuryDocument}
                variables={{ input: { injuryId: id, step } }}
                done={t('injury.advanced')}
              />
            ),
          )}
        </Row>
      </div>
    </Card>
  );
}

function Details({ injury }: { readonly injury: InjuryFactsFragment }): ReactNode {
  const { t } = useTranslation('placement');
  const { hospital, witness, protection, decisionNumber, isRecognised } = injury;
  const facts: [string, string][] = [
    [t('injury.hospital'), hospital],
    [t('injury.witness'), witness],
    [t('injury.protection'), protection],
    [
      t('injury.decision'),
      decisionNumber && `${decisionNumber} · ${t(isRecognised ? 'injury.recognised' : 'injury.notRecognised')}`,
    ],
  ];
  const known = facts.filter(([, value]) => value !== '');
  return (
    known.length > 0 && (
      <dl className={styles.facts}>
        {known.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    )
  );
}

/** Who bears how much of what the insurance does not. */
function Costs({ injury }: { readonly injury: InjuryFactsFragment }): ReactNode {
  const { t } = useTranslation('placement');
  const { money } = useFormats();
  const { costFen, hostShareFen, employerShareFen } = injury;
  if (costFen === null || hostShareFen === null || employerShareFen === null) return null;
  const share = (fen: number): number => (costFen === 0 ? 0 : fen / costFen);
  return (
    <div>
      <p>{t('injury.cost', { cost: money(costFen) })}</p>
      <Bar label={t('injury.hostShare')} share={share(hostShareFen)} text={money(hostShareFen)} />
      <Bar label={t('injury.employerShare')} share={share(employerShareFen)} text={money(employerShareFen)} />
    </div>
  );
}
