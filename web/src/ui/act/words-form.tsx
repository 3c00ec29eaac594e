import type { TypedDocumentNode } from '@urql/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnyVariables } from 'urql';
import { useAct } from '../../api/act';
import { Button, type ButtonKind } from '../button';
import { Form } from '../form';
import { Row } from '../layout';
import { TextAreaField } from '../text-area';
import { useToast } from '../toast';
import { Ask } from './ask';

interface WordsProps<Data, Variables> {
  /** On the button that opens it, and on the one that does it. */
  readonly label: string;
  readonly title?: string;
  readonly kind?: ButtonKind;
  /** What will follow, said before. */
  readonly explain?: string;
  readonly field: string;
  readonly hint?: string;
  /** Where the API finds fault with the words, below `input`. */
  readonly path: string;
  readonly maxLength: number;
  readonly isOptional?: boolean;
  readonly document: TypedDocumentNode<Data, Variables>;
  readonly variables: (words: string) => Variables;
  readonly done: string;
}

/** A step that takes words: an objection, a reason, an answer. */
export function WordsDialog<Data, Variables extends AnyVariables>(props: WordsProps<Data, Variables>): ReactNode {
  const { label, title, kind } = props;
  return (
    <Ask label={label} {...(title !== undefined && { title })} {...(kind !== undefined && { kind })}>
      {(close) => <WordsForm {...props} onClose={close} />}
    </Ask>
  );
}

function WordsForm<Data, Variables extends AnyVariables>(
  props: WordsProps<Data, Variables> & { readonly onClose: () => void },
): ReactNode {
  const { label, kind = 'main', explain, field, hint, path, maxLength, isOptional = false } = props;
  const { document, variables, done, onClose } = props;
  const { t } = useTranslation();
  const tell = useToast();
  const [words, setWords] = useState('');
  const { act, isBusy, problem } = useAct(document);
  const send = async (): Promise<void> => {
    if (!(await act(variables(words.trim())))) return;
    tell({ text: done });
    onClose();
  };
  return (
    <Form label={label} problem={problem} onSubmit={() => void send()}>
      {explain !== undefined && <p>{explain}</p>}
      <TextAreaField
        label={field}
        path={path}
        hint={hint}
        required={!isOptional}
        maxLength={maxLength}
        value={words}
        onChange={setWords}
      />
      <Row>
        <Button type="submit" kind={kind === 'plain' ? 'main' : kind} isBusy={isBusy}>
          {label}
        </Button>
        <Button onClick={onClose}>{t('act.leave')}</Button>
      </Row>
    </Form>
  );
}
