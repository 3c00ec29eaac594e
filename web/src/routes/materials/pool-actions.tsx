import type { TypedDocumentNode } from '@urql/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/act';
import { ActButton } from '../../ui/act/act-button';
import { Ask } from '../../ui/act/ask';
import { Button } from '../../ui/button';
import { Form, TextField } from '../../ui/form';
import { Row, Stack } from '../../ui/layout';
import { useToast } from '../../ui/toast';
import type { Pool } from './pool.rules';
import { ClosePoolDocument, JoinPoolDocument, LeavePoolDocument, RecordArrivalDocument } from './pools.graphql.ts';

interface PoolProps {
  readonly pool: Pool;
}

/** What one may do with a pooled purchase now: just what the API says. */
export function PoolActions({ pool }: PoolProps): ReactNode {
  const { t } = useTranslation('materials');
  const { id, actions, myShare, progress } = pool;
  if (actions.length === 0) return null;
  return (
    <Row>
      {actions.includes('JOIN') && (
        <QuantityAsk
          pool={pool}
          label={myShare ? t('pool.change') : t('pool.join')}
          explain={t('pool.joinExplain')}
          first={myShare?.quantity ?? ''}
          document={JoinPoolDocument}
          input={(quantity) => ({ idempotencyKey: crypto.randomUUID(), poolId: id, quantity })}
          done={t('pool.joined')}
        />
      )}
      {actions.includes('RECORD_ARRIVAL') && (
        <QuantityAsk
          pool={pool}
          label={t('pool.arrival')}
          explain={t('pool.arrivalExplain')}
          first={progress.total}
          document={RecordArrivalDocument}
          input={(quantity) => ({ poolId: id, quantity })}
          done={t('pool.arrivalDone')}
        />
      )}
      {actions.includes('CLOSE') && (
        <Ask label={t('pool.commit')}>
          {(close) => (
            <Stack>
              <p>{t('pool.commitExplain')}</p>
              <Row>
                <ActButton
                  label={t('pool.commitConfirm')}
                  kind="main"
                  document={ClosePoolDocument}
                  variables={{ input: { poolId: id } }}
                  done={t('pool.committed')}
                  onDone={close}
                />
              </Row>
            </Stack>
          )}
        </Ask>
      )}
      {actions.includes('LEAVE') && (
        <ActButton
          label={t('pool.leave')}
          kind="bad"
          document={LeavePoolDocument}
          variables={{ input: { poolId: id } }}
          done={t('pool.left')}
        />
      )}
    </Row>
  );
}

interface QuantityAskProps<Input> extends PoolProps {
  readonly label: string;
  readonly explain: string;
  readonly first: string;
  readonly document: TypedDocumentNode<unknown, { input: Input }>;
  readonly input: (quantity: string) => Input;
  readonly done: string;
}

function QuantityAsk<Input>(props: QuantityAskProps<Input>): ReactNode {
  return <Ask label={props.label}>{(close) => <QuantityForm {...props} onClose={close} />}</Ask>;
}

function QuantityForm<Input>(props: QuantityAskProps<Input> & { readonly onClose: () => void }): ReactNode {
  const { pool, label, explain, first, document, input, done, onClose } = props;
  const { t } = useTranslation(['materials', 'common']);
  const tell = useToast();
  const { act, isBusy, problem } = useAct(document);
  const [quantity, setQuantity] = useState(first);
  const unit = pool.kind.units.find((known) => known.unit === pool.unit)?.name ?? pool.unit;
  const send = async (): Promise<void> => {
    if (!(await act({ input: input(quantity) }))) return;
    tell({ text: done });
    onClose();
  };
  return (
    <Form label={label} problem={problem} onSubmit={() => void send()}>
      <p>{explain}</p>
      <TextField
        label={t('pool.quantity', { unit })}
        path="quantity"
        type="number"
        required
        min={0}
        step={10 ** -pool.decimals}
        value={quantity}
        onChange={setQuantity}
      />
      <Row>
        <Button type="submit" kind="main" isBusy={isBusy}>
          {label}
        </Button>
        <Button onClick={onClose}>{t('common:act.leave')}</Button>
      </Row>
    </Form>
  );
}
