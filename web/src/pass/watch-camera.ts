// QR codes as a camera sees them: `const stop = await watchCamera(video, (text) => …)`, and `stop()` when the screen goes.
// The camera must be allowed by the Permissions-Policy header. Apart from qr-code.ts, so that who shows a code need not
// fetch what reads one.
import { frameLoop, QRCanvas, rearCamera } from 'qr/dom.js';

/** Calls `onText` for each code that the rear camera sees, again when it changes. Rejects when there is no camera to use. */
export async function watchCamera(video: HTMLVideoElement, onText: (text: string) => void): Promise<() => void> {
  const camera = await rearCamera(video);
  const canvas = new QRCanvas();
  let last = '';
  let isBusy = false;
  const look = async (): Promise<void> => {
    if (isBusy) return;
    isBusy = true;
    try {
      const seen = await camera.readFrame(canvas);
      if (typeof seen === 'string' && seen !== last) onText((last = seen));
    } finally {
      isBusy = false;
    }
  };
  const stopLoop = frameLoop(() => void look(), video);
  return () => {
    stopLoop();
    camera.stop();
  };
}
