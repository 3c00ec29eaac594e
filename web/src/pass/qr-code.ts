// QR codes without React. To show one: `const { path, size } = qrPath(text)`, then
// `<svg viewBox={`0 0 ${size} ${size}`}><path d={path} /></svg>` in black on white, at least 7 cm wide (a pass has about a
// thousand characters). To read them: `const stop = await watchCamera(video, (text) => …)`, and `stop()` when the screen
// goes. The camera must be allowed by the Permissions-Policy header.
import { encodeQR } from 'qr';
import { frameLoop, QRCanvas, rearCamera } from 'qr/dom.js';

/** Modules of white around a code; less, and cameras do not find it. */
const border = 4;

/** A code as one SVG path of unit squares, and the width of the whole with its white edge. */
export function qrPath(text: string): { readonly path: string; readonly size: number } {
  const rows = encodeQR(text, 'raw', { ecc: 'low', border });
  const runs = rows.flatMap((row, y) =>
    row.flatMap((isDark, x) => {
      if (!isDark || row[x - 1]) return [];
      const end = row.indexOf(false, x);
      const width = (end < 0 ? row.length : end) - x;
      return [`M${x} ${y}h${width}v1h-${width}z`];
    }),
  );
  return { path: runs.join(''), size: rows.length };
}

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
