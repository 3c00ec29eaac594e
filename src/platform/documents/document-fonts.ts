import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';

export type Weight = 'regular' | 'bold';

const { resolve } = createRequire(import.meta.url);
const files: Record<Weight, string> = {
  regular: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  bold: '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
};
const loaded = new Map<Weight, Font>();

/** Noto Sans SC, ten megabytes a weight: read when the first paper is made, then kept for the life of the process. */
export function fontOf(weight: Weight): Font {
  const known = loaded.get(weight);
  if (known) return known;
  const font = create(readFileSync(resolve(files[weight])));
  loaded.set(weight, font);
  return font;
}

/**
 * The text as the font can set it: composed, without control characters. A character that the font lacks (a rare one of
 * a name) is told by its code point, so that the paper never shows an empty box for it.
 */
export function settable(text: string): string {
  const font = fontOf('regular');
  return [
    ...text
      .normalize('NFC')
      .replace(/\r\n?/g, '\n')
      .replace(/\t/g, ' ')
      // The font sets Western quotation marks as wide as a Chinese character; between letters that tears words apart.
      .replace(/(?<=[A-Za-z])’(?=[A-Za-z]|\s)/g, "'")
      .replace(/(?!\n)\p{Cc}/gu, ''),
  ]
    .map((character) => {
      const point = character.codePointAt(0) ?? 0;
      return character === '\n' || font.hasGlyphForCodePoint(point)
        ? character
        : `[U+${point.toString(16).toUpperCase().padStart(4, '0')}]`;
    })
    .join('');
}
