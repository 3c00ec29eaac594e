import type { AddPushDeviceInput } from './notifications.graphql.ts';

export type Refused = 'blocked' | 'failed';

/** Whether this browser can take push messages at all. */
export function takesPush(): boolean {
  return 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;
}

/** Asks the person and the browser’s push service; what came of it. To be called when somebody has just asked for it. */
export async function subscribe(publicKey: string): Promise<AddPushDeviceInput | Refused> {
  if ((await Notification.requestPermission()) !== 'granted') return 'blocked';
  try {
    const { pushManager } = await navigator.serviceWorker.ready;
    // A subscription to another key is of no use to us.
    await (await pushManager.getSubscription())?.unsubscribe();
    const made = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: publicKey });
    const { endpoint, keys } = made.toJSON();
    const { p256dh, auth } = keys ?? {};
    return endpoint && p256dh && auth ? { endpoint, p256dh, auth } : 'failed';
  } catch (error) {
    if (error instanceof DOMException) return 'failed';
    throw error;
  }
}

export async function unsubscribe(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration();
  await (await registration?.pushManager.getSubscription())?.unsubscribe();
}
