import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/act';
import { useLiveQuery } from '../../api/live';
import { Button } from '../../ui/button';
import { Card, Tag } from '../../ui/card';
import { Form } from '../../ui/form';
import { Stack } from '../../ui/layout';
import type { ChosenPlace } from '../../ui/map/place-field';
import { Notice } from '../../ui/notice';
import { Answer } from '../../ui/state';
import { useToast } from '../../ui/toast';
import { EnterpriseFields, SizeField, sizeOf } from '../sign-up/enterprise-fields';
import { Papers } from './papers-card';
import {
  MyEnterpriseDocument,
  type MyEnterpriseQuery,
  ResubmitEnterpriseDocument,
  StateEnterpriseSizeDocument,
} from './account.graphql.ts';

type MyEnterprise = MyEnterpriseQuery['myEnterprise'];

/** How far the bureau has verified the enterprise, why not, and the way to submit it again. */
export function EnterpriseCard({ isOwner }: { readonly isOwner: boolean }): ReactNode {
  const { t } = useTranslation('account');
  const [answer, ask] = useLiveQuery({ query: MyEnterpriseDocument, variables: {} });
  return (
    <Answer of={answer} onRetry={() => ask({ requestPolicy: 'network-only' })}>
      {({ myEnterprise }) => {
        const { name, registrationCode, verification, verificationNote, actions, region } = myEnterprise;
        return (
          <Card
            title={name}
            actions={
              <Tag tone={verification === 'VERIFIED' ? 'good' : verification === 'SUBMITTED' ? 'call' : 'bad'}>
                {t(`verification.${verification}`)}
              </Tag>
            }
          >
            <Stack>
              <p className="soft">{[registrationCode, region.name].filter(Boolean).join(' · ')}</p>
              {verification !== 'VERIFIED' && (
                <Notice tone={verification === 'SUBMITTED' ? 'plain' : 'bad'}>
                  <p>{t(`verificationText.${verification}`)}</p>
                  {verificationNote && <p>{verificationNote}</p>}
                </Notice>
              )}
              <Papers enterprise={myEnterprise} onChange={() => ask({ requestPolicy: 'network-only' })} />
              {isOwner && <StatedSize enterprise={myEnterprise} />}
              {isOwner && actions.includes('RESUBMIT') && <Resubmission enterprise={myEnterprise} />}
            </Stack>
          </Card>
        );
      }}
    </Answer>
  );
}

function StatedSize({ enterprise }: { readonly enterprise: MyEnterprise }): ReactNode {
  const { t } = useTranslation('account');
  const { act, isBusy, problem } = useAct(StateEnterpriseSizeDocument);
  const [chosen, setChosen] = useState<string>(enterprise.size ?? '');
  const size = sizeOf(chosen);
  return (
    <Form label={t('size.label')} problem={problem} onSubmit={() => void (size && act({ input: { size } }))}>
      <SizeField path="size" value={chosen} onChange={setChosen} />
      <Button type="submit" isBusy={isBusy} disabled={!size || size === enterprise.size}>
        {t('size.save')}
      </Button>
    </Form>
  );
}

function Resubmission({ enterprise }: { readonly enterprise: MyEnterprise }): ReactNode {
  const { t } = useTranslation('account');
  const tell = useToast();
  const { act, isBusy, problem } = useAct(ResubmitEnterpriseDocument);
  const [draft, setDraft] = useState({
    name: enterprise.name,
    registrationCode: enterprise.registrationCode ?? '',
    address: '',
    place: null as ChosenPlace | null,
  });
  const submit = async (): Promise<void> => {
    const { place, ...rest } = draft;
    if (!place) return;
    const { regionId, latitude, longitude } = place;
    if (await act({ input: { ...rest, regionId, latitude, longitude } })) tell({ text: t('account.resubmitted') });
  };
  return (
    <Form label={t('account.resubmit')} problem={problem} onSubmit={() => void submit()}>
      <EnterpriseFields draft={draft} change={(part) => setDraft((before) => ({ ...before, ...part }))} path="" />
      <Button kind="main" type="submit" isBusy={isBusy} disabled={!draft.place}>
        {t('account.resubmit')}
      </Button>
    </Form>
  );
}
