import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/formats';
import { Button } from '../../ui/button';
import { Tag } from '../../ui/card';
import { Row } from '../../ui/layout';
import { LicenceView } from '../account/licence-view';
import { DecisionDialog } from './decision-dialog';
import type { RegisteredFragment } from './register.graphql.ts';
import styles from './register.module.css';
import { type Decision, decisionsOf, placeOf } from './register.rules';

const tones = { SUBMITTED: 'call', VERIFIED: 'good', REJECTED: 'bad', SUSPENDED: 'bad' } as const;

/** Suspending stands beside every verified enterprise and is seldom meant; the dialog warns. */
const buttons = { VERIFY: 'main', REJECT: 'bad', SUSPEND: 'plain' } as const;

export function RegisterList({ enterprises }: { readonly enterprises: readonly RegisteredFragment[] }): ReactNode {
  return (
    <ul>
      {enterprises.map((enterprise) => (
        <Registered key={enterprise.id} enterprise={enterprise} />
      ))}
    </ul>
  );
}

function Registered({ enterprise }: { readonly enterprise: RegisteredFragment }): ReactNode {
  const { t } = useTranslation('register');
  const [decision, setDecision] = useState<Decision>();
  const { name, verification } = enterprise;
  return (
    <li className={styles.enterprise}>
      <div>
        <Row>
          <h3>{name}</h3>
          <Tag tone={tones[verification]}>{t(`state.${verification}`)}</Tag>
        </Row>
        <Facts enterprise={enterprise} />
      </div>
      <Row>
        {decisionsOf(enterprise).map((known) => (
          <Button
            key={known}
            kind={buttons[known]}
            aria-label={t('decide.of', { decision: t(`decision.${known}`), name })}
            onClick={() => setDecision(known)}
          >
            {t(`decision.${known}`)}
          </Button>
        ))}
      </Row>
      <DecisionDialog enterprise={enterprise} decision={decision} onClose={() => setDecision(undefined)} />
    </li>
  );
}

/** All that a decision rests on. */
function Facts({ enterprise }: { readonly enterprise: RegisteredFragment }): ReactNode {
  const { t } = useTranslation(['register', 'account']);
  const { dateTime } = useFormats();
  const { registrationCode, industry, size, submittedAt, verificationNote, papers, dealingBar } = enterprise;
  return (
    <dl className={styles.facts}>
      <Fact label={t('fact.code')}>{registrationCode ?? '–'}</Fact>
      <Fact label={t('fact.industry')}>{industry?.name ?? '–'}</Fact>
      <Fact label={t('size.label', { ns: 'account' })}>{t(`size.${size ?? 'unknown'}`, { ns: 'account' })}</Fact>
      <Fact label={t('fact.region')}>{placeOf(enterprise)}</Fact>
      <Fact label={t('fact.submitted')}>{submittedAt === null ? '–' : dateTime(submittedAt)}</Fact>
      <Fact label={t('fact.legal')}>{papers?.legalRepresentative || '–'}</Fact>
      <Fact label={t('fact.handler')}>{papers?.handlerName || '–'}</Fact>
      <Fact label={t('fact.licence')}>
        {papers?.licence ? (
          <LicenceView licence={papers.licence} label={t('fact.licenceOpen')} name={enterprise.name} />
        ) : (
          t('fact.noLicence')
        )}
      </Fact>
      {dealingBar !== null && <Fact label={t('fact.bar')}>{dealingBar}</Fact>}
      {verificationNote && <Fact label={t('fact.note')}>{verificationNote}</Fact>}
    </dl>
  );
}

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactNode {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
