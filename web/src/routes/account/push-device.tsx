import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useAct } from '../../api/act';
import { Button } from '../../ui/button';
import { Row, Stack } from '../../ui/layout';
import { Notice } from '../../ui/notice';
import { useToast } from '../../ui/toast';
import {
  AddDeviceDocument,
  type PushSettingsQuery,
  PushSettingsDocument,
  RemoveDeviceDocument,
} from './notifications.graphql.ts';
import { type Refused, subscribe, takesPush, unsubscribe } from './push-subscription';

type Device = PushSettingsQuery['pushSettings']['devices'][number];

/** Messages that appear on the device itself; nothing where the browser or the installation knows none. */
export function PushDevice(): ReactNode {
  const context = useMemo(() => ({ additionalTypenames: ['PushDevice', 'PushSettings'] }), []);
  const [{ data }] = useQuery({ query: PushSettingsDocument, context });
  const publicKey = data?.pushSettings.publicKey ?? null;
  if (publicKey === null || !takesPush()) return null;
  return <Switch publicKey={publicKey} devices={data?.pushSettings.devices ?? []} />;
}

function Switch({
  publicKey,
  devices,
}: {
  readonly publicKey: string;
  readonly devices: readonly Device[];
}): ReactNode {
  const { t } = useTranslation('notify');
  const tell = useToast();
  const adding = useAct(AddDeviceDocument);
  const removing = useAct(RemoveDeviceDocument);
  const [refused, setRefused] = useState<Refused>();
  const current = devices.find(({ isCurrent }) => isCurrent);
  const others = devices.filter(({ isCurrent }) => !isCurrent);
  const start = async (): Promise<void> => {
    const made = await subscribe(publicKey);
    setRefused(typeof made === 'string' ? made : undefined);
    if (typeof made !== 'string' && (await adding.act({ input: made }))) tell({ text: t('device.done') });
  };
  const stop = async (which: readonly Device[]): Promise<void> => {
    for (const { id, isCurrent } of which) {
      if (!(await removing.act({ input: { deviceId: id } }))) return;
      if (isCurrent) await unsubscribe();
    }
    tell({ text: t('device.stopped') });
  };
  const problem = adding.problem ?? removing.problem;
  return (
    <Stack>
      <h3>{t('device.title')}</h3>
      <p className="soft">{t(current ? 'device.on' : 'device.off')}</p>
      {refused && <Notice tone="bad">{t(`device.${refused}`)}</Notice>}
      {problem && <Notice tone="bad">{problem.message}</Notice>}
      {current ? (
        <Button isBusy={removing.isBusy} onClick={() => void stop([current])}>
          {t('device.stop')}
        </Button>
      ) : (
        <Button isBusy={adding.isBusy} onClick={() => void start()}>
          {t('device.start')}
        </Button>
      )}
      {others.length > 0 && (
        <Row>
          <span className="soft">{t('device.others', { count: others.length })}</span>
          <Button isBusy={removing.isBusy} onClick={() => void stop(others)}>
            {t('device.stopOthers')}
          </Button>
        </Row>
      )}
    </Stack>
  );
}
