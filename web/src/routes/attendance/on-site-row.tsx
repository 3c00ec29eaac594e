import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/act';
import { Button } from '../../ui/button';
import { Tag } from '../../ui/card';
import { Row } from '../../ui/layout';
import { Notice } from '../../ui/notice';
import { useToast } from '../../ui/toast';
import { CheckInDocument, CheckOutDocument, type OnSiteQuery } from './attendance.graphql.ts';
import { TimesText } from './day-facts';
import { useNameOf } from './use-name-of';

type OnSite = OnSiteQuery['onSiteToday']['edges'][number]['node'];

/** One of today's people, with the step that comes next. */
export function OnSiteRow({ person }: { readonly person: OnSite }): ReactNode {
  const { t } = useTranslation('attendance');
  const nameOf = useNameOf();
  const tell = useToast();
  const checkIn = useAct(CheckInDocument);
  const checkOut = useAct(CheckOutDocument);
  const [isAsking, setAsking] = useState(false);
  const { id: placementId, need, attendanceToday: day } = person;
  const name = nameOf(person);
  const problem = checkIn.problem ?? checkOut.problem;
  const comeIn = async (acceptsExcess: boolean): Promise<void> => {
    const done = await checkIn.act({ input: { placementId, acceptsExcess } });
    setAsking(!done);
    if (done) tell({ text: t('onSite.in', { name }) });
  };
  const leave = async (): Promise<void> => {
    if (await checkOut.act({ input: { placementId } })) tell({ text: t('onSite.out', { name }) });
  };
  // Working time would be exceeded: the host may decide so, and the trail says it.
  const isExcess = isAsking && checkIn.problem?.fields.has('acceptsExcess') === true;
  return (
    <li>
      <div>
        <strong>{name}</strong> <span className="soft">{need?.occupation.name}</span>
        <p>{day ? <TimesText times={day} /> : <Tag tone="call">{t('onSite.notYet')}</Tag>}</p>
        {problem && <Notice tone={isExcess ? 'call' : 'bad'}>{problem.message}</Notice>}
      </div>
      <Row>
        {!day?.checkInAt && (
          <Button
            kind={isExcess ? 'plain' : 'main'}
            isBusy={checkIn.isBusy}
            aria-label={t(isExcess ? 'onSite.excessOf' : 'onSite.checkInOf', { name })}
            onClick={() => void comeIn(isExcess)}
          >
            {t(isExcess ? 'onSite.excess' : 'onSite.checkIn')}
          </Button>
        )}
        {day?.checkInAt && !day.checkOutAt && (
          <Button isBusy={checkOut.isBusy} aria-label={t('onSite.checkOutOf', { name })} onClick={() => void leave()}>
            {t('onSite.checkOut')}
          </Button>
        )}
      </Row>
    </li>
  );
}
