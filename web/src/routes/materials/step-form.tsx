import type { TypedDocumentNode } from '@urql/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/act';
import { Ask } from '../../ui/act/ask';
import { Button, type ButtonKind } from '../../ui/button';
import { Form, TextField } from '../../ui/form';
import { Row } from '../../ui/layout';
import { TextAreaField } from '../../ui/text-area';
import { useToast } from '../../ui/toast';
import { type Kind, QuantityField } from './kinds';
import type { Quantity } from './materials.rules';

/** Words that go with a quantity: a number of a note, a reason. */
interface WordsOf {
  /** The input field that takes them. */
  readonly path: string;
  readonly label: string;
  readonly hint?: string;
  readonly isLong?: boolean;
  readonly isOptional?: boolean;
  readonly maxLength: number;
}

interface StepProps<Input> {
  readonly label: string;
  readonly kind?: ButtonKind;
  readonly explain?: string;
  readonly material: Pick<Kind, 'units'>;
  /** What the quantity begins with, in base units. */
  readonly first: string;
  /** Nothing may be right too. */
  readonly mayBeNothing?: boolean;
  readonly words?: readonly WordsOf[];
  readonly document: TypedDocumentNode<unknown, { input: Input }>;
  readonly input: (quantity: Quantity, words: Readonly<Record<string, string>>) => Input;
  readonly done: string;
}

/** A step of a transfer that takes a quantity: handed over, accepted, brought back. */
export function QuantityStep<Input>(props: StepProps<Input>): ReactNode {
  const { label, kind = 'main' } = props;
  return (
    <Ask label={label} kind={kind}>
      {(close) => <StepForm {...props} onClose={close} />}
    </Ask>
  );
}

function StepForm<Input>(props: StepProps<Input> & { readonly onClose: () => void }): ReactNode {
  const { label, explain, material, first, mayBeNothing = false, words = [], document, input, done, onClose } = props;
  const { t } = useTranslation(['materials', 'common']);
  const tell = useToast();
  const { act, isBusy, problem } = useAct(document);
  const [quantity, setQuantity] = useState<Quantity>({ value: first, unit: material.units[0]?.unit ?? '' });
  const [said, setSaid] = useState<Readonly<Record<string, string>>>({});
  const send = async (): Promise<void> => {
    if (!(await act({ input: input(quantity, said) }))) return;
    tell({ text: done });
    onClose();
  };
  return (
    <Form label={label} problem={problem} onSubmit={() => void send()}>
      {explain !== undefined && <p>{explain}</p>}
      <QuantityField
        label={t('transfer.weighed')}
        kind={material}
        value={quantity}
        onChange={setQuantity}
        {...(mayBeNothing && { min: 0 })}
      />
      {words.map(({ path, isLong = false, isOptional = false, ...field }) => {
        const Words = isLong ? TextAreaField : TextField;
        return (
          <Words
            key={path}
            {...field}
            path={path}
            required={!isOptional}
            value={said[path] ?? ''}
            onChange={(text: string) => setSaid((before) => ({ ...before, [path]: text }))}
          />
        );
      })}
      <Row>
        <Button type="submit" kind="main" isBusy={isBusy}>
          {label}
        </Button>
        <Button onClick={onClose}>{t('common:act.leave')}</Button>
      </Row>
    </Form>
  );
}
