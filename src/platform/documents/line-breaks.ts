/** Width of a text as it will be set. */
export type Measure = (text: string) => number;

// GB/T 15834: what closes or pauses never begins a line, what opens never ends one.
const neverFirst = /^[。，、；：？！）〕】》〉」』”’…—～·％%℃,.;:?!)\]}]/u;
const neverLast = /[（〔【《〈「『“‘([{¥￥$]$/u;
// A Chinese character can stand at the beginning or end of any line; a Latin word or a number stays in one piece.
const pieces =
  /\p{Script=Han}|[\u3000-\u303f\uff00-\uffef…—～·“”‘’]|[^\S\n]+|[^\s\p{Script=Han}\u3000-\u303f\uff00-\uffef…—～·“”‘’]+/gu;

/** Breaks a text into lines no wider than `width`. Every character stands in one of them, but blanks at a line's end. */
export function breakLines(text: string, width: number, measure: Measure): string[] {
  return text.split('\n').flatMap((paragraph) => breakParagraph(paragraph, width, measure));
}

function breakParagraph(text: string, width: number, measure: Measure): string[] {
  const lines: string[] = [];
  let line = '';
  let lineWidth = 0;
  for (const piece of inseparable(text, width, measure)) {
    const pieceWidth = measure(piece);
    if (line !== '' && lineWidth + measure(piece.trimEnd()) > width) {
      lines.push(line.trimEnd());
      [line, lineWidth] = ['', 0];
    }
    if (line === '' && lines.length > 0 && piece.trim() === '') continue;
    line += piece;
    lineWidth += pieceWidth;
  }
  return [...lines, line.trimEnd()];
}

/** Pieces with the marks that must not be parted from them; what is wider than a line is cut where the line ends. */
function inseparable(text: string, width: number, measure: Measure): string[] {
  const joined: string[] = [];
  for (const piece of text.match(pieces) ?? []) {
    const last = joined.at(-1);
    const isTied = last !== undefined && last.trim() !== '' && (neverFirst.test(piece) || neverLast.test(last));
    if (isTied && measure(last + piece) <= width) joined[joined.length - 1] = last + piece;
    else joined.push(piece);
  }
  return joined.flatMap((piece) => (measure(piece) > width ? cut(piece, width, measure) : [piece]));
}

function cut(piece: string, width: number, measure: Measure): string[] {
  const parts = [''];
  for (const character of piece) {
    const grown = (parts.at(-1) ?? '') + character;
    if (grown.length > character.length && measure(grown) > width) parts.push(character);
    else parts[parts.length - 1] = grown;
  }
  return parts;
}
