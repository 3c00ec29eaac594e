import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useQuery } from 'urql';
import { useAct } from '../../api/act';
import { useAddress } from '../../shell/address';
import { Button, ButtonLink } from '../../ui/button';
import { Card } from '../../ui/card';
import { Form } from '../../ui/form';
import { Columns, Page, Row, Stack } from '../../ui/layout';
import { Notice } from '../../ui/notice';
import { SiteField } from '../../ui/site/site-field';
import { useSite } from '../../ui/site/use-site';
import { Answer, Empty } from '../../ui/state';
import { useToast } from '../../ui/toast';
import { type Kind, WithKinds } from './kinds';
import { LotFields, LotTerms } from './lot-fields';
import { OneLotDocument, PublishLotDocument } from './lots.graphql.ts';
import { blankLot, draftOf, type LotDraft, lotInput } from './materials.rules';

/** A lot to offer; one that is like another begins with what that one says. */
export function NewLotPage(): ReactNode {
  const { t } = useTranslation('materials');
  const [address] = useAddress();
  const like = address.get('like');
  return (
    <Page title={t('lot.offer')} actions={<ButtonLink to="/materials/lots">{t('tab.lots')}</ButtonLink>}>
      <WithKinds>
        {(kinds) =>
          like === null ? (
            <LotForm kinds={kinds} first={blankOf(kinds, address.get('kind'))} />
          ) : (
            <Like kinds={kinds} id={like} />
          )
        }
      </WithKinds>
    </Page>
  );
}

/** For whoever comes from a request: its kind is chosen already. */
function blankOf(kinds: readonly Kind[], kindId: string | null): LotDraft {
  const kind = kinds.find(({ id }) => id === kindId);
  return kind ? { ...blankLot, kindId: kind.id, unit: kind.units[0]?.unit ?? '' } : blankLot;
}

function Like({ kinds, id }: { readonly kinds: readonly Kind[]; readonly id: string }): ReactNode {
  const { t } = useTranslation('materials');
  const [answer, ask] = useQuery({ query: OneLotDocument, variables: { id } });
  return (
    <Answer of={answer} onRetry={() => ask({ requestPolicy: 'network-only' })}>
      {({ materialLot }) =>
        materialLot ? <LotForm kinds={kinds} first={draftOf(materialLot)} /> : <Empty>{t('lot.gone')}</Empty>
      }
    </Answer>
  );
}

interface LotFormProps {
  readonly kinds: readonly Kind[];
  readonly first: LotDraft;
}

function LotForm({ kinds, first }: LotFormProps): ReactNode {
  const { t } = useTranslation('materials');
  const navigate = useNavigate();
  const tell = useToast();
  const site = useSite();
  const { act, isBusy, problem } = useAct(PublishLotDocument);
  // One key for one lot: a second press, or one after a lost line, does not offer it twice.
  const [key] = useState(() => crypto.randomUUID());
  const [draft, setDraft] = useState(first);
  const change = (part: Partial<LotDraft>): void => setDraft((before) => ({ ...before, ...part }));
  const input = lotInput({ ...draft, place: draft.place ?? site }, key);
  const publish = async (): Promise<void> => {
    if (!input || !(await act({ input }))) return;
    tell({ text: t('lot.published') });
    await navigate('/materials/lots');
  };
  return (
    <Form label={t('lot.offer')} problem={problem} onSubmit={() => void publish()}>
      <Columns least="l">
        <Card title={t('lot.what')}>
          <Stack>
            <LotFields kinds={kinds} draft={draft} change={change} />
            <LotTerms kinds={kinds} draft={draft} change={change} />
          </Stack>
        </Card>
        <Card title={t('lot.where')}>
          <SiteField label={t('lot.whereMap')} chosen={draft.place} onChange={(place) => change({ place })} />
        </Card>
      </Columns>
      {!input && <Notice>{t('lot.incomplete')}</Notice>}
      <Row>
        <Button kind="main" type="submit" isBusy={isBusy}>
          {t('lot.publish')}
        </Button>
      </Row>
    </Form>
  );
}
