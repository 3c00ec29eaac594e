import { describe, expect, it } from 'vitest';
import { crc32, deflateRawSync } from 'node:zlib';
import { readTable } from './read-table.js';
import { packStored } from './stored-zip.js';
import { writeXlsx } from './write-table.js';

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

type Parts = Record<string, string>;

/** A workbook as XML, its first sheet given by its rows. */
function workbook(rows: string, others: Parts = {}): Parts {
  return {
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': `<workbook ${main} xmlns:r="${office}"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>
      <Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/>
      <Relationship Id="rId2" Type="${office}/worksheet" Target="worksheets/sheet2.xml"/>
      <Relationship Id="rId3" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet ${main}><numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/></numFmts>
      <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/><xf numFmtId="20"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': `<worksheet ${main}><sheetData>${rows}</sheetData></worksheet>`,
    ...others,
  };
}

const plain = '<row r="1"><c r="A1" t="str"><v>name</v></c></row><row r="2"><c r="A2" t="str"><v>A</v></c></row>';

const pack = (parts: Parts): Uint8Array =>
  packStored(new Map(Object.entries(parts).map(([name, xml]) => [name, Buffer.from(xml)])));
const cellsOf = async (parts: Parts): Promise<readonly (readonly string[])[]> =>
  (await readTable(pack(parts), 'x.xlsx')).rows.map(({ cells }) => cells);

describe('cells of a workbook', () => {
  it('read as they look: dates, times, numbers, formulas, errors', async () => {
    const cells = [
      '<c r="A2" s="1"><v>46349</v></c>',
      '<c r="B2" s="2"><v>46349</v></c>',
      '<c r="C2" s="3"><v>0.3541666666666667</v></c>',
      '<c r="D2"><v>0.30000000000000004</v></c>',
      '<c r="E2"><v>350524199001011234</v></c>',
      '<c r="F2"><f>1+1</f><v>2</v></c>',
      '<c r="G2" t="str"><f>A1&amp;"x"</f><v>=danger &amp; x</v></c>',
      '<c r="H2" t="e"><v>#N/A</v></c>',
      '<c r="I2" t="b"><v>1</v></c>',
      '<c r="J2" t="d"><v>2026-11-23T00:00:00</v></c>',
      '<c r="K2" t="d"><v>2026-11-23</v></c>',
      '<c r="L2" t="d"><f>NOW()</f><v>2026-11-23T08:30:00.000Z</v></c>',
      '<c r="M2" t="d"><v>08:30:00</v></c>',
      '<c r="N2" t="inlineStr"><is><t>a_x0000_b_xD800_c</t></is></c>',
    ];
    const header = Array.from('ABCDEFGHIJKLMN')
      .map((letter) => `<c r="${letter}1" t="str"><v>${letter}</v></c>`)
      .join('');
    expect(await cellsOf(workbook(`<row r="1">${header}</row><row r="2">${cells.join('')}</row>`))).toEqual([
      [
        '2026-11-23',
        '2026-11-23',
        '08:30',
        '0.3',
        '350524199001011234',
        '2',
        '=danger & x',
        '#N/A',
        'TRUE',
        '2026-11-23',
        '2026-11-23',
        '2026-11-23 08:30',
        '08:30',
        'abc',
      ],
    ]);
  });

  it('come from the first sheet that is visible', async () => {
    const sheets = `<sheet name="A" state="hidden" sheetId="1" r:id="rId1"/><sheet name="B" sheetId="2" r:id="rId2"/>`;
    const parts = workbook(plain, {
      'xl/workbook.xml': `<workbook ${main} xmlns:r="${office}"><sheets>${sheets}</sheets></workbook>`,
      'xl/worksheets/sheet2.xml': `<worksheet ${main}><sheetData>${plain.replace('>A<', '>B<')}</sheetData></worksheet>`,
    });
    expect(await cellsOf(parts)).toEqual([['B']]);
  });

  it('never run into Object.prototype', async () => {
    const hostile = plain.replace('name', '__proto__').replace('>A<', '>polluted<');
    expect(await readTable(pack(workbook(hostile)), 'x.xlsx')).toMatchObject({ headers: ['__proto__'] });
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});

describe('a workbook that would cost too much', () => {
  it('in rows that are formatted but empty is refused', async () => {
    const bytes = pack(workbook('<row/>'.repeat(101)));
    await expect(readTable(bytes, 'x.xlsx', { maxRows: 10 })).rejects.toMatchObject({ code: 'TOO_MANY_ROWS' });
  });

  it.each([
    ['a row number beyond memory', '<row r="900000000000"><c r="A900000000000"><v>1</v></c></row>'],
    ['a column beyond memory', `${plain}<row r="3"><c r="ZZZZZZZ3"><v>1</v></c></row>`],
  ])('by %s is stopped', async (_name, rows) => {
    await expect(readTable(pack(workbook(rows)), 'x.xlsx', { maxHeapMb: 64 })).rejects.toMatchObject({
      problem: { code: 'FILE_UNREADABLE', params: { reason: 'too-complex' } },
    });
  });

  it('in time is stopped, and the next one is read', async () => {
    const bytes = pack(workbook(plain));
    const slow = Array.from({ length: 4 }, () => readTable(bytes, 'x.xlsx', { parseTimeoutMs: 1 }));
    for (const result of await Promise.allSettled(slow)) {
      expect(result).toMatchObject({ status: 'rejected', reason: { problem: { params: { reason: 'too-complex' } } } });
    }
    expect((await readTable(bytes, 'x.xlsx')).rows).toHaveLength(1);
  });
});

interface Entry {
  readonly name: string;
  readonly data: Buffer;
  readonly method?: number;
  readonly flags?: number;
  readonly declaredSize?: number;
  readonly compressedSize?: number;
  readonly mode?: number;
  readonly checksum?: number;
}

/** A ZIP whose headers say what the test wants them to say. */
function zip(entries: readonly Entry[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const {
    name,
    data,
    method = 0,
    flags = 0,
    declaredSize = data.length,
    compressedSize = data.length,
    mode = 0,
    checksum = crc32(data),
  } of entries) {
    const shared = Buffer.alloc(26);
    [20, flags, method, 0, 0x21].forEach((field, index) => shared.writeUInt16LE(field, index * 2));
    shared.writeUInt32LE(checksum, 10);
    shared.writeUInt32LE(compressedSize, 14);
    shared.writeUInt32LE(declaredSize, 18);
    shared.writeUInt16LE(Buffer.byteLength(name), 22);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE((mode << 16) >>> 0, 6);
    tail.writeUInt32LE(offset, 10);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), shared, Buffer.from(name), data]);
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\0'), shared, tail, Buffer.from(name)]));
    locals.push(local);
    offset += local.length;
  }
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(Buffer.concat(directory).length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, ...directory, Buffer.from('PK\u0005\u0006'), end]);
}

const deflated = (name: string, content: Buffer, declaredSize = content.length): Entry => ({
  name,
  method: 8,
  data: deflateRawSync(content),
  checksum: crc32(content),
  declaredSize,
});
const sheetName = 'xl/worksheets/sheet1.xml';
const empty = Buffer.from('<x/>');
const repeated = '<row><c t="inlineStr"><is><t>AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA</t></is></c></row>';
/** About 66 MB of sheet in a few hundred KB. */
const bomb = deflated(sheetName, Buffer.from(repeated.repeat(800_000)));

describe('an archive is refused', () => {
  it.each<[string, Entry[], string]>([
    ['a bomb', [bomb], 'ratio'],
    ['a bomb that says so', [{ ...bomb, data: Buffer.concat([bomb.data, Buffer.alloc(3_000_000)]) }], 'inflated-size'],
    ['a bomb that understates its size', [deflated(sheetName, Buffer.alloc(5_000_000, 'A'), 1000)], 'size-mismatch'],
    ['a part that overstates its size', [deflated(sheetName, empty, 1000)], 'size-mismatch'],
    [
      'parts that share their bytes',
      Array.from({ length: 5 }, (_, n) => ({ name: `xl/${n}.xml`, data: empty, method: 8, compressedSize: 300 })),
      'overlap',
    ],
    ['201 entries', Array.from({ length: 201 }, (_, n) => ({ name: `xl/${n}.xml`, data: empty })), 'too-many-entries'],
    ['a path upwards', [{ name: '../../etc/cron.d/x', data: empty }], 'path'],
    ['an absolute path', [{ name: '/etc/passwd', data: empty }], 'path'],
    ['a drive', [{ name: 'C:/x.xml', data: empty }], 'path'],
    ['a backslash', [{ name: 'xl\\..\\x.xml', data: empty }], 'path'],
    ['a control character', [{ name: 'xl/a\u0000.xml', data: empty }], 'path'],
    ['a symbolic link', [{ name: 'xl/link.xml', data: empty, mode: 0o120777 }], 'path'],
    [
      'two parts of one name',
      [
        { name: 'xl/A.xml', data: empty },
        { name: 'xl/a.xml', data: empty },
      ],
      'duplicate-entry',
    ],
    ['an encrypted part', [{ name: sheetName, data: empty, method: 8, flags: 1 }], 'encrypted'],
    ['an unknown compression', [{ name: sheetName, data: empty, method: 12 }], 'compression'],
    ['macros', [{ name: 'xl/vbaProject.bin', data: empty }], 'macros'],
    ['Excel 4 macros', [{ name: 'xl/macrosheets/sheet1.xml', data: empty }], 'macros'],
    ['links to other files', [{ name: 'xl/externalLinks/externalLink1.xml', data: empty }], 'external-links'],
    ['embedded objects', [{ name: 'xl/embeddings/oleObject1.bin', data: empty }], 'embedded-objects'],
  ])('for %s', async (_name, entries, reason) => {
    const bytes = zip([{ name: 'xl/workbook.xml', data: empty }, ...entries]);
    await expect(readTable(bytes, 'x.xlsx')).rejects.toMatchObject({
      problem: { code: 'ARCHIVE_REFUSED', params: { reason } },
    });
  });

  it.each([
    ['a DTD', { [sheetName]: '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>' }, 'doctype'],
    [
      'a macro-enabled type',
      { '[Content_Types].xml': '<Default ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/>' },
      'macros',
    ],
  ])('for %s in its XML', async (_name, parts, reason) => {
    await expect(readTable(pack(workbook(plain, parts)), 'x.xlsx')).rejects.toMatchObject({
      problem: { code: 'ARCHIVE_REFUSED', params: { reason } },
    });
  });

  it('before anything of it is inflated', async () => {
    const before = process.memoryUsage().arrayBuffers;
    await expect(readTable(zip([{ name: 'xl/workbook.xml', data: empty }, bomb]), 'x.xlsx')).rejects.toMatchObject({
      code: 'ARCHIVE_REFUSED',
    });
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(10 * 1024 * 1024);
  });
});

describe('a file that is no workbook', () => {
  const ole = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]);

  it.each([
    ['an old .xls', ole, 'legacy-format'],
    ['another kind of ZIP', zip([{ name: 'word/document.xml', data: empty }]), 'not-a-workbook'],
    ['a ZIP without its end', zip([{ name: 'xl/workbook.xml', data: empty }]).subarray(0, 40), 'broken'],
    ['a workbook without a sheet', pack(workbook(plain, { 'xl/workbook.xml': `<workbook ${main}/>` })), 'broken'],
    ['a sheet of broken XML', pack(workbook('<row r="2"/><row r="1"/>')), 'broken'],
    ['UTF-16 XML', packStored(new Map([['xl/workbook.xml', Buffer.from('<x/>', 'utf16le')]])), 'encoding'],
  ])('is refused: %s', async (_name, bytes, reason) => {
    await expect(readTable(bytes, 'x.xlsx')).rejects.toMatchObject({
      problem: { code: 'FILE_UNREADABLE', params: { reason } },
    });
  });

  it('is refused: a damaged part', async () => {
    const bytes = damaged(await writeXlsx({ name: 'a', headers: ['name'], rows: [['A']] }));
    await expect(readTable(bytes, 'x.xlsx')).rejects.toMatchObject({ problem: { params: { reason: 'broken' } } });
  });

  it('is told apart from a workbook with a password', async () => {
    const bytes = Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')]);
    await expect(readTable(bytes, 'x.xlsx')).rejects.toMatchObject({
      problem: { code: 'ARCHIVE_REFUSED', params: { reason: 'encrypted' } },
    });
  });
});

/** The same archive with one bit of its first part's data changed. */
function damaged(bytes: Uint8Array): Uint8Array {
  const copy = Buffer.from(bytes);
  const start = 30 + copy.readUInt16LE(26) + copy.readUInt16LE(28);
  copy.writeUInt8(copy.readUInt8(start + 20) ^ 1, start + 20);
  return copy;
}
