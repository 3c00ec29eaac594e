import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/act';
import { useFormats } from '../../i18n/formats';
import { Button } from '../../ui/button';
import { Form, LongTextField, SelectField } from '../../ui/form';
import { Stack } from '../../ui/layout';
import { Pages } from '../../ui/pages';
import type { Agreement } from './agreement.rules';
import styles from './agreements.module.css';
import { AgreementCommentsDocument, CommentOnAgreementDocument } from './agreements.graphql.ts';

interface CommentsProps {
  readonly agreement: Agreement;
  readonly isOpen: boolean;
  /** The term that one writes about; empty: all of it. */
  readonly term: string;
  readonly onTerm: (term: string) => void;
}

const none = { edges: [], pageInfo: { hasNextPage: false, endCursor: null } };

/** What both sides say about the terms; it binds nobody. */
export function Comments(props: CommentsProps): ReactNode {
  const { t } = useTranslation('agreements');
  const { dateTime } = useFormats();
  const { agreement, isOpen } = props;
  const nameOf = (term: string): string => agreement.wording.find((one) => one.term === term)?.name ?? term;
  return (
    <Stack>
      {isOpen && <Write key={agreement.id} {...props} />}
      <Pages
        query={AgreementCommentsDocument}
        variables={{ id: agreement.id }}
        of={['AgreementComment', 'Agreement']}
        pick={(data) => data.agreement?.comments ?? none}
        empty={t('comments.nothing')}
      >
        {(comments) => (
          <ul className={styles.rows}>
            {comments.map(({ id, author, term, body, createdAt, version }) => (
              <li key={id}>
                <p className="soft">
                  {author?.name} · {dateTime(createdAt)} · {t('paper.version', { version })}
                </p>
                <p>
                  {term !== null && <strong>{t('comments.about', { name: nameOf(term) })}</strong>} {body}
                </p>
              </li>
            ))}
          </ul>
        )}
      </Pages>
    </Stack>
  );
}

function Write({ agreement, term, onTerm }: CommentsProps): ReactNode {
  const { t } = useTranslation('agreements');
  const { act, isBusy, problem } = useAct(CommentOnAgreementDocument);
  const [body, setBody] = useState('');
  const [idempotencyKey, setKey] = useState(() => crypto.randomUUID());
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (term !== '') place.current?.querySelector('textarea')?.focus();
  }, [term]);
  const send = async (): Promise<void> => {
    const input = { idempotencyKey, agreementId: agreement.id, term: term === '' ? null : term, body };
    if (!(await act({ input }))) return;
    setBody('');
    setKey(crypto.randomUUID());
    onTerm('');
  };
  return (
    <div ref={place}>
      <Form label={t('comments.write')} problem={problem} onSubmit={() => void send()}>
        <SelectField
          label={t('comments.term')}
          value={term}
          onChange={onTerm}
          options={[
            { value: '', label: t('comments.all') },
            ...agreement.wording.map((one) => ({ value: one.term, label: one.name })),
          ]}
        />
        <LongTextField
          label={t('comments.body')}
          path="body"
          value={body}
          onChange={setBody}
          maxLength={2000}
          required
        />
        <div>
          <Button type="submit" isBusy={isBusy}>
            {t('comments.send')}
          </Button>
        </div>
      </Form>
    </div>
  );
}
