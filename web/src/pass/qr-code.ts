// QR codes without React. To show one: `const { path, size } = qrPath(text)`, then
// `<svg viewBox={`0 0 ${size} ${size}`}><path d={path} /></svg>` in black on white, at least 7 cm wide (a pass has about a
// thousand characters). To read them: watch-camera.ts.
import { encodeQR } from 'qr';

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
