import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useAct } from '../../api/act';
import { Button } from '../../ui/button';
import { Form, LongTextField } from '../../ui/form';
import { Row } from '../../ui/layout';
import { Notice } from '../../ui/notice';
import { useToast } from '../../ui/toast';
import type { Agreement } from './agreement.rules';
import styles from './agreements.module.css';
import { AmendAgreementDocument, ProposeTermsDocument } from './agreements.graphql.ts';
import { CostsField } from './costs-field';
import { HeadsField } from './heads-field';
import { Found } from './paper-view';
import { TermField } from './term-field';
import { controls, groupNames, groups, type Term, termsDraft, termsInput } from './terms.rules';

/** A further version of terms under negotiation, or other terms for what is signed. */
export type Editing = 'propose' | 'amend';

interface TermsFormProps {
  readonly agreement: Agreement;
  readonly editing: Editing;
  readonly onDone: () => void;
}

/** The terms to write on; what is sent is a version of its own, whole. */
export function TermsForm({ agreement, editing, onDone }: TermsFormProps): ReactNode {
  const { t } = useTranslation('agreements');
  const [saved] = useState(() => termsDraft(agreement.terms));
  const [draft, setDraft] = useState(saved);
  const [note, setNote] = useState('');
  const { send, isBusy, problem } = useSending(agreement, editing, onDone);
  const isTouched = draft !== saved;
  const field = (term: Term): ReactNode => {
    if (term === 'heads') return <HeadsField heads={draft.heads} onChange={(heads) => setDraft({ ...draft, heads })} />;
    if (term === 'reimbursements')
      return <CostsField costs={draft.costs} onChange={(costs) => setDraft({ ...draft, costs })} />;
    return (
      <TermField
        term={term as keyof typeof controls}
        label={agreement.wording.find((one) => one.term === term)?.name ?? term}
        draft={draft}
        saved={saved}
        onChange={(part) => setDraft({ ...draft, plain: { ...draft.plain, ...part } })}
      />
    );
  };
  return (
    <div className={styles.paper}>
      <Form
        label={t('form.title')}
        problem={problem}
        onSubmit={() => void send(termsInput(draft, agreement.terms.currency), note)}
      >
        <h2>{t(`form.${editing}`)}</h2>
        <Notice>{t('form.what')}</Notice>
        {groupNames.map((group, index) => (
          <fieldset key={group} className={styles.group}>
            <legend>{t('paper.group', { number: index + 1, name: t(`group.${group}`) })}</legend>
            <div className={styles.fields}>
              {groups[group].map((term) => (
                <div key={term} id={`term-${term}`} tabIndex={-1} data-wide={isWide(term)}>
                  {field(term)}
                  <Found findings={agreement.findings.filter(({ subject }) => subject === term && draft === saved)} />
                </div>
              ))}
            </div>
          </fieldset>
        ))}
        <LongTextField label={t('form.note')} path="note" value={note} onChange={setNote} maxLength={2000} />
        <div className={styles.foot}>
          <Row>
            <Button kind="main" type="submit" isBusy={isBusy} disabled={!isTouched}>
              {t('form.send')}
            </Button>
            <Button onClick={onDone}>{t('act.leave')}</Button>
          </Row>
        </div>
      </Form>
    </div>
  );
}

function isWide(term: Term): boolean {
  if (term === 'heads' || term === 'reimbursements') return true;
  const control = controls[term as keyof typeof controls];
  return control.kind === 'words';
}

function useSending(agreement: Agreement, editing: Editing, onDone: () => void) {
  const { t } = useTranslation('agreements');
  const tell = useToast();
  const goTo = useNavigate();
  const propose = useAct(ProposeTermsDocument);
  const amend = useAct(AmendAgreementDocument);
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const { id: agreementId, version } = agreement;
  const send = async (terms: ReturnType<typeof termsInput>, note: string): Promise<void> => {
    if (editing === 'amend') {
      const done = await amend.act({ input: { idempotencyKey, agreementId, terms, note } });
      if (done) await goTo(`/agreements/${done.amendAgreement.id}`);
      return;
    }
    if (!(await propose.act({ input: { agreementId, version, terms, note } }))) return;
    tell({ text: t('form.sent') });
    onDone();
  };
  return { send, isBusy: propose.isBusy || amend.isBusy, problem: propose.problem ?? amend.problem };
}
