import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useAct } from '../../api/act';
import { useDraft } from '../../api/draft';
import { useSession } from '../../api/session';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Form, TextField } from '../../ui/form';
import { HazardsField } from '../../ui/hazards-field';
import { Columns, Page, Stack } from '../../ui/layout';
import { type ChosenPlace, PlaceField } from '../../ui/map/place-field';
import { Notice } from '../../ui/notice';
import { OccupationField } from '../../ui/occupation/occupation-field';
import { useSite } from '../../ui/site/use-site';
import { PublishNeedDocument } from './host.graphql.ts';
import { Terms, Times } from './new-need-fields';
import { blankNeed, type NeedDraft, needInput } from './new-need.rules';

/** A need within a minute: whom, where, when, for how much. What is filled in stays when one goes away. */
export function NewNeedPage(): ReactNode {
  const { t } = useTranslation('host');
  const navigate = useNavigate();
  const { me } = useSession();
  const [draft, change, clear] = useDraft(`need.${me?.id ?? ''}`, blankNeed);
  const { act, isBusy, problem } = useAct(PublishNeedDocument);
  // One key for one need: a second press, or one after a lost line, does not publish it twice.
  const [key] = useState(() => crypto.randomUUID());
  const [isIncomplete, setIncomplete] = useState(false);
  const site = useSite();
  // Most work is where the enterprise is.
  const filled = { ...draft, place: draft.place ?? site };
  const input = needInput(filled, key);
  const submit = async (): Promise<void> => {
    setIncomplete(!input);
    const published = input && (await act({ input }));
    if (!published) return;
    clear();
    await navigate(`/host/needs/${published.publishNeed.id}`);
  };
  return (
    <Page title={t('newNeed.title')}>
      <Form label={t('newNeed.title')} problem={problem} onSubmit={() => void submit()}>
        <Columns least="l">
          <Card title={t('newNeed.whom')}>
            <Stack>
              <OccupationField
                label={t('newNeed.occupation')}
                value={draft.occupation}
                onChange={(occupation) => change({ occupation })}
              />
              <Terms draft={filled} change={change} />
              <Times draft={draft} change={change} />
              <HazardsField
                label={t('newNeed.hazards')}
                hint={t('newNeed.hazardsHint')}
                value={draft.hazards}
                onChange={(hazards) => change({ hazards })}
              />
              <TextField
                label={t('newNeed.description')}
                path="description"
                value={draft.description}
                onChange={(description) => change({ description })}
                maxLength={500}
              />
            </Stack>
          </Card>
          <WorkPlace draft={draft} site={site} change={change} />
        </Columns>
        {isIncomplete && !input && <Notice tone="bad">{t('newNeed.incomplete')}</Notice>}
        <Button kind="main" type="submit" isBusy={isBusy}>
          {t('newNeed.publish')}
        </Button>
      </Form>
    </Page>
  );
}

interface WorkPlaceProps {
  readonly draft: NeedDraft;
  readonly site: ChosenPlace | null;
  readonly change: (part: Partial<NeedDraft>) => void;
}

function WorkPlace({ draft, site, change }: WorkPlaceProps): ReactNode {
  const { t } = useTranslation('host');
  const place = draft.place ?? site;
  return (
    <Card title={place?.regionName ?? t('newNeed.where')}>
      <Stack>
        {place ? (
          <p className="soft">{draft.place ? t('newNeed.placeChosen') : t('newNeed.placeOwn')}</p>
        ) : (
          <Notice tone="call">{t('newNeed.placeMissing')}</Notice>
        )}
        <PlaceField
          key={site === null ? 'somewhere' : 'site'}
          label={t('newNeed.whereMap')}
          value={place}
          onChange={(chosen) => change({ place: chosen })}
        />
        <TextField
          label={t('newNeed.address')}
          path="address"
          value={draft.address}
          onChange={(address) => change({ address })}
          maxLength={200}
        />
      </Stack>
    </Card>
  );
}
