/** The little of fontkit that papers need; the package ships no types. PDFKit sets text with fonts that it has opened. */
declare module 'fontkit' {
  export interface Font {
    hasGlyphForCodePoint(codePoint: number): boolean;
    layout(text: string): unknown;
  }
  export function create(file: Uint8Array): Font;
}
