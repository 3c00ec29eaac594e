import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/formats';
import { ActButton } from '../../ui/act/act-button';
import { WordsDialog } from '../../ui/act/words-form';
import { Row } from '../../ui/layout';
import {
  type BookingFragment,
  ConfirmBookingDocument,
  DeclineBookingDocument,
  ObjectToRecordDocument,
  ReleaseBookingDocument,
} from './bookings.graphql.ts';
import { RecordStep } from './record-step';

/** What one may do with a booking now: just what the API says. */
export function BookingActions({ booking }: { readonly booking: BookingFragment }): ReactNode {
  const { t } = useTranslation('capacity');
  const { money } = useFormats();
  const { id, actions, releaseFen } = booking;
  if (actions.length === 0) return null;
  return (
    <Row>
      {actions.includes('CONFIRM') && (
        <ActButton
          label={t('confirm.label')}
          kind="main"
          document={ConfirmBookingDocument}
          variables={{ input: { capacityBookingId: id } }}
          done={t('confirm.done')}
        />
      )}
      {actions.includes('FULFIL') && <RecordStep booking={booking} isCorrection={false} />}
      {actions.includes('CORRECT') && <RecordStep booking={booking} isCorrection />}
      {actions.includes('OBJECT') && (
        <WordsDialog
          label={t('object.label')}
          explain={t('object.explain')}
          field={t('object.field')}
          path="objection"
          maxLength={500}
          document={ObjectToRecordDocument}
          variables={(objection) => ({ input: { capacityBookingId: id, objection } })}
          done={t('object.done')}
        />
      )}
      {actions.includes('DECLINE') && (
        <WordsDialog
          label={t('decline.label')}
          kind="bad"
          explain={t('decline.explain')}
          field={t('decline.field')}
          path="reason"
          maxLength={300}
          document={DeclineBookingDocument}
          variables={(reason) => ({ input: { capacityBookingId: id, reason } })}
          done={t('decline.done')}
        />
      )}
      {actions.includes('RELEASE') && (
        <WordsDialog
          label={t('release.label')}
          kind="bad"
          explain={releaseFen > 0 ? t('release.costs', { amount: money(releaseFen) }) : t('release.free')}
          field={t('release.field')}
          path="reason"
          maxLength={300}
          document={ReleaseBookingDocument}
          variables={(reason) => ({ input: { capacityBookingId: id, reason } })}
          done={t('release.done')}
        />
      )}
    </Row>
  );
}
