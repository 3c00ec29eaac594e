import { crc32 } from 'node:zlib';

const LOCAL_HEADER = 0x04034b50;
const DIRECTORY_HEADER = 0x02014b50;
const DIRECTORY_END = 0x06054b50;
const VERSION = 20;
const UTF8_NAMES = 0x0800;
const FIRST_OF_JANUARY_1980 = 0x21;

/**
 * A ZIP archive of the given parts, without compression. Handing a parser this instead of the upload makes
 * sure that it reads the very bytes that were checked, whatever the upload's two sets of headers claimed.
 */
export function packStored(parts: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const names = [...parts.keys()].map((name) => Buffer.from(name));
  const nameBytes = names.reduce((sum, name) => sum + name.length, 0);
  const dataBytes = [...parts.values()].reduce((sum, data) => sum + data.length, 0);
  const archive = Buffer.alloc(22 + parts.size * (30 + 46) + 2 * nameBytes + dataBytes);
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, data] of parts) {
    const header = fields(Buffer.from(name), data);
    directory.push(directoryEntry(header, offset));
    archive.writeUInt32LE(LOCAL_HEADER, offset);
    offset += 4;
    for (const block of [header, data]) {
      archive.set(block, offset);
      offset += block.length;
    }
  }
  const start = offset;
  for (const entry of directory) {
    archive.set(entry, offset);
    offset += entry.length;
  }
  archive.writeUInt32LE(DIRECTORY_END, offset);
  archive.writeUInt16LE(parts.size, offset + 8);
  archive.writeUInt16LE(parts.size, offset + 10);
  archive.writeUInt32LE(offset - start, offset + 12);
  archive.writeUInt32LE(start, offset + 16);
  return archive;
}

/** What both headers of an entry share: from the version needed (2 bytes) to the end of the name. */
function fields(name: Buffer, data: Uint8Array): Buffer {
  const header = Buffer.alloc(26);
  header.writeUInt16LE(VERSION, 0);
  header.writeUInt16LE(UTF8_NAMES, 2);
  header.writeUInt16LE(FIRST_OF_JANUARY_1980, 8);
  header.writeUInt32LE(crc32(data), 10);
  header.writeUInt32LE(data.length, 14);
  header.writeUInt32LE(data.length, 18);
  header.writeUInt16LE(name.length, 22);
  return Buffer.concat([header, name]);
}

function directoryEntry(header: Buffer, localOffset: number): Buffer {
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(DIRECTORY_HEADER, 0);
  entry.writeUInt16LE(VERSION, 4);
  header.copy(entry, 6, 0, 26);
  entry.writeUInt32LE(localOffset, 42);
  return Buffer.concat([entry, header.subarray(26)]);
}
