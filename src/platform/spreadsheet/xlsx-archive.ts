import { promisify, types } from 'node:util';
import { crc32, inflateRaw } from 'node:zlib';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { maxScannedRows, type ReadLimits } from './read-limits.js';
import { archiveRefused, SpreadsheetError, unreadable } from './spreadsheet.errors.js';
import { packStored } from './stored-zip.js';

/** A workbook that passed every check: its XML parts only, in a ZIP of our own without compression. */
export interface SafeWorkbook {
  readonly archive: Uint8Array;
  /** The first visible sheet, counted from 1 in the order of the workbook. */
  readonly sheet: number;
}

const STORED = 0;
const DEFLATED = 8;
/** Below this a high ratio is common (a sheet of equal rows) and harmless. */
const RATIO_FLOOR_BYTES = 1024 * 1024;
const SYMLINK_MODE = 0o120000;
const FILE_TYPE_MASK = 0o170000;

const [SPACE, SLASH, COLON, LESS_THAN, GREATER_THAN] = [0x20, 0x2f, 0x3a, 0x3c, 0x3e];

const WORKBOOK = 'xl/workbook.xml';
const CONTENT_TYPES = '[Content_Types].xml';
const UNREAD_PARTS =
  /^xl\/(drawings|charts|chartsheets|theme|media|pivot|comments|threadedComments|printerSettings|tables)/i;
const WORKSHEET = /^xl\/worksheets\/[^/]+\.xml$/i;

const forbiddenParts = [
  { pattern: /vbaproject|(^|\/)(macrosheets|dialogsheets)\//i, reason: 'macros' },
  { pattern: /(^|\/)externalLinks\//i, reason: 'external-links' },
  { pattern: /(^|\/)(embeddings|activeX|ctrlProps)\//i, reason: 'embedded-objects' },
  { pattern: /(^|\/)(EncryptedPackage|EncryptionInfo)$/i, reason: 'encrypted' },
] as const;

const inflate = promisify(inflateRaw);

/**
 * Checks the ZIP container of a workbook from its directory alone, and only then inflates the parts that are
 * read, each up to the size it declared. Throws ARCHIVE_REFUSED for what looks like an attack or can run
 * code, FILE_UNREADABLE for what is damaged or no workbook.
 */
export async function openWorkbook(bytes: Uint8Array, limits: ReadLimits): Promise<SafeWorkbook> {
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const zip = await yauzl.fromBufferPromise(buffer, { decodeStrings: false });
    const entries = await checkedEntries(zip, buffer.length, limits);
    if (!entries.has(WORKBOOK)) throw unreadable('not-a-workbook');
    const parts = new Map<string, Buffer>();
    for (const [name, entry] of entries) {
      if (isRead(name)) parts.set(name, checkedPart(name, await inflatePart(zip, buffer, name, entry), limits));
    }
    if (parts.get(CONTENT_TYPES)?.includes('macroEnabled')) throw archiveRefused('macros');
    return { sheet: firstVisibleSheet(parts.get(WORKBOOK)), archive: packStored(parts) };
  } catch (error) {
    throw error instanceof SpreadsheetError ? error : unreadable('broken', error);
  }
}

const isRead = (name: string): boolean =>
  name === CONTENT_TYPES || (/^xl\/.+\.(xml|rels)$/i.test(name) && !UNREAD_PARTS.test(name));

/** Every entry of the directory by name, none of them inflated yet. */
async function checkedEntries(
  zip: ZipFile,
  fileBytes: number,
  limits: ReadLimits,
): Promise<ReadonlyMap<string, Entry>> {
  if (zip.entryCount > limits.maxEntries) throw archiveRefused('too-many-entries');
  const entries = new Map<string, Entry>();
  const lowerCaseNames = new Set<string>();
  let compressed = 0;
  let inflated = 0;
  for await (const entry of zip.eachEntry()) {
    const name = checkedName(entry);
    checkEntry(name, entry, limits);
    if (lowerCaseNames.has(name.toLowerCase())) throw archiveRefused('duplicate-entry', name);
    lowerCaseNames.add(name.toLowerCase());
    entries.set(name, entry);
    compressed += entry.compressedSize;
    inflated += entry.uncompressedSize;
    if (inflated > limits.maxInflatedBytes) throw archiveRefused('inflated-size');
    if (compressed > fileBytes) throw archiveRefused('overlap');
  }
  if (isOverRatio(inflated, compressed, limits)) throw archiveRefused('ratio');
  return entries;
}

function checkedName(entry: Entry): string {
  const name = yauzl.getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, true);
  // eslint-disable-next-line no-control-regex -- control characters in a path are one of the tricks
  if (yauzl.validateFileName(name) !== null || /[\u0000-\u001f:]/.test(name)) throw archiveRefused('path', name);
  if (((entry.externalFileAttributes >>> 16) & FILE_TYPE_MASK) === SYMLINK_MODE) throw archiveRefused('path', name);
  return name;
}

function checkEntry(name: string, entry: Entry, limits: ReadLimits): void {
  if (entry.isEncrypted()) throw archiveRefused('encrypted', name);
  if (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED)
    throw archiveRefused('compression', name);
  const forbidden = forbiddenParts.find(({ pattern }) => pattern.test(name));
  if (forbidden) throw archiveRefused(forbidden.reason, name);
  if (isOverRatio(entry.uncompressedSize, entry.compressedSize, limits)) throw archiveRefused('ratio', name);
}

const isOverRatio = (inflated: number, compressed: number, limits: ReadLimits): boolean =>
  inflated > RATIO_FLOOR_BYTES && inflated > compressed * limits.maxRatio;

/** One part's content. Its true size and checksum must be the declared ones; inflating stops at the declared size. */
async function inflatePart(zip: ZipFile, buffer: Buffer, name: string, entry: Entry): Promise<Buffer> {
  const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
  const packed = buffer.subarray(fileDataStart, fileDataStart + entry.compressedSize);
  let data = packed;
  if (entry.compressionMethod === DEFLATED) {
    try {
      data = await inflate(packed, { maxOutputLength: Math.max(entry.uncompressedSize, 1) });
    } catch (error) {
      const isTooLong = types.isNativeError(error) && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
      throw isTooLong ? archiveRefused('size-mismatch', name, error) : unreadable('broken', error);
    }
  }
  if (data.length !== entry.uncompressedSize) throw archiveRefused('size-mismatch', name);
  if (crc32(data) !== entry.crc32) throw unreadable('broken');
  return data;
}

/** The part, if it is plain XML (UTF-8, no DTD) of bounded length; sheets come back with `readableCells`. */
function checkedPart(name: string, data: Buffer, limits: ReadLimits): Buffer {
  if (data.includes('<!DOCTYPE') || data.includes('<!ENTITY')) throw archiveRefused('doctype', name);
  if (data.includes(0)) throw unreadable('encoding');
  if (!WORKSHEET.test(name)) return data;
  if (countRows(data) > maxScannedRows(limits)) {
    throw new SpreadsheetError({ code: 'TOO_MANY_ROWS', params: { maxRows: limits.maxRows } });
  }
  return readableCells(data);
}

/** Row elements of a sheet, with or without a namespace prefix. */
function countRows(sheet: Buffer): number {
  let count = 0;
  for (let at = sheet.indexOf('row'); at !== -1; at = sheet.indexOf('row', at + 3)) {
    const before = sheet[at - 1];
    const after = sheet[at + 3] ?? 0;
    if ((before === LESS_THAN || before === COLON) && (after <= SPACE || after === SLASH || after === GREATER_THAN))
      count++;
  }
  return count;
}

const DATE_CELL =
  /(<(?:\w+:)?c [^<>]*)t="d"([^<>]*>\s*(?:<(?:\w+:)?f[^<>]*>[^<>]*<\/(?:\w+:)?f>)?\s*<(?:\w+:)?v>)([^<>]*)/g;

/**
 * Two kinds of cell that the parser would misread, turned into text: a failed formula (t="e") becomes its error, so
 * that it is reported instead of read as empty, and an ISO date or time (t="d") what `dateText` makes of one.
 */
function readableCells(sheet: Buffer): Buffer {
  if (!sheet.includes(' t="e"') && !sheet.includes(' t="d"')) return sheet;
  const text = sheet
    .toString('utf8')
    .replace(/(<(?:\w+:)?c [^<>]*)t="e"/g, '$1t="str"')
    .replace(DATE_CELL, (_, start: string, middle: string, iso: string) => `${start}t="str"${middle}${isoCell(iso)}`);
  return Buffer.from(text);
}

const isoCell = (iso: string): string =>
  iso
    .replace(/(\.\d*)?Z?$/, '')
    .replace(/T00:00(:00)?$/, '')
    .replace('T', ' ')
    .replace(/(:\d\d):00$/, '$1');

function firstVisibleSheet(workbook: Buffer | undefined): number {
  const sheets = workbook?.toString('utf8').match(/<(?:\w+:)?sheet\s[^<>]*>/g) ?? [];
  const index = sheets.findIndex((sheet) => !/\bstate="(hidden|veryHidden)"/.test(sheet));
  return Math.max(index, 0) + 1;
}
