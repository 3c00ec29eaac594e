import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../../ui/act/act-button';
import { Ask } from '../../ui/act/ask';
import { WordsDialog } from '../../ui/act/words-form';
import { Row } from '../../ui/layout';
import { EndPlacementDocument, StartPlacementDocument } from '../host/host.graphql.ts';
import { ExtensionForm } from './extension-form';
import { InjuryForm } from './injury-form';
import { PauseForm } from './pause-form';
import {
  type PlacementHeadFragment,
  ReportNoShowDocument,
  RequestReplacementDocument,
  ResumePlacementDocument,
} from './placement.graphql.ts';
import { ReturnForm } from './return-form';
import { ReviewForm } from './review-form';

/** What one can do with it now; what needs more than a press asks in a dialog. */
export function PlacementSteps({ placement }: { readonly placement: PlacementHeadFragment }): ReactNode {
  const { t } = useTranslation('placement');
  const { id, actions, party, endsOn } = placement;
  const can = (action: (typeof actions)[number]): boolean => actions.includes(action);
  const input = { input: { placementId: id } };
  return (
    <Row>
      {can('START') && (
        <ActButton
          kind="main"
          label={t('start.go')}
          document={StartPlacementDocument}
          variables={input}
          done={t('start.done')}
        />
      )}
      {can('RESUME') && (
        <ActButton
          kind="main"
          label={t('resume.go')}
          document={ResumePlacementDocument}
          variables={input}
          done={t('resume.done')}
        />
      )}
      {can('WRITE_REVIEW') && party && (
        <Ask kind="main" label={t('review.go')}>
          {(close) => <ReviewForm placementId={id} party={party} onDone={close} />}
        </Ask>
      )}
      {can('REPORT_INJURY') && (
        <Ask kind="bad" label={t('injury.go')}>
          {(close) => <InjuryForm placementId={id} onDone={close} />}
        </Ask>
      )}
      {can('PROPOSE_EXTENSION') && (
        <Ask label={t('extend.go')}>{(close) => <ExtensionForm placementId={id} endsOn={endsOn} onDone={close} />}</Ask>
      )}
      {can('PAUSE') && <Ask label={t('pause.go')}>{(close) => <PauseForm placementId={id} onDone={close} />}</Ask>}
      {can('REQUEST_RETURN') && (
        <Ask label={t(party === 'WORKER' ? 'return.goWorker' : 'return.go')}>
          {(close) => <ReturnForm placementId={id} party={party} onDone={close} />}
        </Ask>
      )}
      <LastSteps placement={placement} />
    </Row>
  );
}

/** Steps that end something. */
function LastSteps({ placement }: { readonly placement: PlacementHeadFragment }): ReactNode {
  const { t } = useTranslation('placement');
  const { id, actions, state } = placement;
  const can = (action: (typeof actions)[number]): boolean => actions.includes(action);
  const input = { input: { placementId: id } };
  return (
    <>
      {can('REPORT_NO_SHOW') && (
        <Ask label={t('noShow.go')}>
          {(close) => (
            <>
              <p>{t('noShow.text')}</p>
              <ActButton
                kind="bad"
                label={t('noShow.go')}
                document={ReportNoShowDocument}
                variables={input}
                done={t('noShow.done')}
                onDone={close}
              />
            </>
          )}
        </Ask>
      )}
      {can('REQUEST_REPLACEMENT') && (
        <WordsDialog
          label={t('replace.go')}
          field={t('replace.note')}
          path="note"
          maxLength={1000}
          isOptional
          document={RequestReplacementDocument}
          variables={(note) => ({ input: { idempotencyKey: crypto.randomUUID(), placementId: id, note } })}
          done={t('replace.done')}
        />
      )}
      {can('END') && (
        <Ask label={t(state === 'PLANNED' ? 'end.cancel' : 'end.go')}>
          {(close) => (
            <>
              <p>{t('end.text')}</p>
              <ActButton
                kind="bad"
                label={t(state === 'PLANNED' ? 'end.cancel' : 'end.go')}
                document={EndPlacementDocument}
                variables={input}
                done={t('end.done')}
                onDone={close}
              />
            </>
          )}
        </Ask>
      )}
    </>
  );
}
