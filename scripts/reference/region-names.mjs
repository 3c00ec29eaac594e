/**
 * English names of Chinese administrative regions.
 *
 * The rule: pinyin of the specific part plus the English generic term ("安溪县" -> "Anxi County"); a city is
 * named without a generic ("泉州市" -> "Quanzhou"). What the rule gets wrong is listed here by hand: characters
 * with several readings, Mongol, Tibetan and Uyghur names that have an established English form, and the
 * province-level names.
 */

const PROVINCES = {
  北京市: 'Beijing',
  天津市: 'Tianjin',
  上海市: 'Shanghai',
  重庆市: 'Chongqing',
  内蒙古自治区: 'Inner Mongolia',
  广西壮族自治区: 'Guangxi',
  西藏自治区: 'Tibet',
  宁夏回族自治区: 'Ningxia',
  新疆维吾尔自治区: 'Xinjiang',
  陕西省: 'Shaanxi',
  山西省: 'Shanxi',
  香港特别行政区: 'Hong Kong',
  澳门特别行政区: 'Macao',
  台湾省: 'Taiwan',
};

/** Whole names whose English form is not built by rule. */
const WHOLE_NAMES = {
  // Inner Mongolia
  土默特左旗: 'Tumed Left Banner',
  土默特右旗: 'Tumed Right Banner',
  达尔罕茂明安联合旗: 'Darhan Muminggan United Banner',
  阿鲁科尔沁旗: 'Ar Horqin Banner',
  巴林左旗: 'Bairin Left Banner',
  巴林右旗: 'Bairin Right Banner',
  克什克腾旗: 'Hexigten Banner',
  翁牛特旗: 'Ongniud Banner',
  喀喇沁旗: 'Harqin Banner',
  科尔沁区: 'Horqin District',
  科尔沁左翼中旗: 'Horqin Left Middle Banner',
  科尔沁左翼后旗: 'Horqin Left Rear Banner',
  科尔沁右翼前旗: 'Horqin Right Front Banner',
  科尔沁右翼中旗: 'Horqin Right Middle Banner',
  库伦旗: 'Hure Banner',
  奈曼旗: 'Naiman Banner',
  扎鲁特旗: 'Jarud Banner',
  达拉特旗: 'Dalad Banner',
  准格尔旗: 'Jungar Banner',
  鄂托克前旗: 'Otog Front Banner',
  鄂托克旗: 'Otog Banner',
  杭锦旗: 'Hanggin Banner',
  杭锦后旗: 'Hanggin Rear Banner',
  乌审旗: 'Uxin Banner',
  伊金霍洛旗: 'Ejin Horo Banner',
  阿荣旗: 'Arun Banner',
  莫力达瓦达斡尔族自治旗: 'Morin Dawa Daur Autonomous Banner',
  鄂伦春自治旗: 'Oroqen Autonomous Banner',
  鄂温克族自治旗: 'Evenk Autonomous Banner',
  陈巴尔虎旗: 'Old Barag Banner',
  新巴尔虎左旗: 'New Barag Left Banner',
  新巴尔虎右旗: 'New Barag Right Banner',
  扎赉诺尔区: 'Jalainur District',
  额尔古纳市: 'Ergun',
  乌拉特前旗: 'Urat Front Banner',
  乌拉特中旗: 'Urat Middle Banner',
  乌拉特后旗: 'Urat Rear Banner',
  察哈尔右翼前旗: 'Chahar Right Front Banner',
  察哈尔右翼中旗: 'Chahar Right Middle Banner',
  察哈尔右翼后旗: 'Chahar Right Rear Banner',
  四子王旗: 'Siziwang Banner',
  乌兰浩特市: 'Ulanhot',
  阿尔山市: 'Arxan',
  扎赉特旗: 'Jalaid Banner',
  二连浩特市: 'Erenhot',
  锡林浩特市: 'Xilinhot',
  阿巴嘎旗: 'Abag Banner',
  苏尼特左旗: 'Sonid Left Banner',
  苏尼特右旗: 'Sonid Right Banner',
  东乌珠穆沁旗: 'East Ujimqin Banner',
  西乌珠穆沁旗: 'West Ujimqin Banner',
  太仆寺旗: 'Taibus Banner',
  阿拉善左旗: 'Alxa Left Banner',
  阿拉善右旗: 'Alxa Right Banner',
  额济纳旗: 'Ejin Banner',
  白云鄂博矿区: 'Bayan Obo Mining District',
  托克托县: 'Togtoh County',
  和林格尔县: 'Horinger County',
  喀喇沁左翼蒙古族自治县: 'Harqin Left Wing Mongol Autonomous County',
  // Others
  井陉矿区: 'Jingxing Mining District',
  峰峰矿区: 'Fengfeng Mining District',
  鹰手营子矿区: 'Yingshouyingzi Mining District',
  芒市: 'Mangshi',
  金门县: 'Kinmen County',
  神农架林区: 'Shennongjia Forestry District',
  六枝特区: 'Liuzhi Special District',
  阿里地区: 'Ngari Prefecture',
  东乡族自治县: 'Dongxiang Autonomous County',
  杜尔伯特蒙古族自治县: 'Dorbod Mongol Autonomous County',
  前郭尔罗斯蒙古族自治县: 'Qian Gorlos Mongol Autonomous County',
};

/** The specific part of a name where pinyin would be wrong: another reading, or an established English form. */
const STEMS = {
  // Mongol, Tibetan, Uyghur and other names
  呼和浩特: 'Hohhot',
  鄂尔多斯: 'Ordos',
  呼伦贝尔: 'Hulunbuir',
  巴彦淖尔: 'Bayannur',
  乌兰察布: 'Ulanqab',
  兴安盟: 'Hinggan',
  锡林郭勒: 'Xilingol',
  阿拉善: 'Alxa',
  康巴什: 'Kangbashi',
  霍林郭勒: 'Holingol',
  海拉尔: 'Hailar',
  富拉尔基: 'Fularji',
  萨尔图: 'Sartu',
  哈尔滨: 'Harbin',
  齐齐哈尔: 'Qiqihar',
  拉萨: 'Lhasa',
  日喀则: 'Shigatse',
  昌都: 'Qamdo',
  林芝: 'Nyingchi',
  那曲: 'Nagqu',
  乌鲁木齐: 'Ürümqi',
  克拉玛依: 'Karamay',
  吐鲁番: 'Turpan',
  哈密: 'Hami',
  博尔塔拉: 'Bortala',
  巴音郭楞: 'Bayingolin',
  阿克苏: 'Aksu',
  克孜勒苏: 'Kizilsu',
  喀什: 'Kashgar',
  和田: 'Hotan',
  伊犁: 'Ili',
  阿勒泰: 'Altay',
  库尔勒: 'Korla',
  库车: 'Kuqa',
  阿图什: 'Artux',
  奎屯: 'Kuytun',
  霍尔果斯: 'Khorgas',
  阿拉尔: 'Aral',
  图木舒克: 'Tumxuk',
  可克达拉: 'Kokdala',
  塔什库尔干: 'Taxkorgan',
  察布查尔: 'Qapqal',
  和布克赛尔: 'Hoboksar',
  木垒: 'Mori',
  巴里坤: 'Barkol',
  果洛: 'Golog',
  格尔木: 'Golmud',
  德令哈: 'Delingha',
  称多: 'Chindu',
  香格里拉: 'Shangri-La',
  // Readings that the dictionary of pinyin-pro misses
  珲春: 'Hunchun',
  大箐山: 'Daqingshan',
  调兵山: 'Diaobingshan',
  穆棱: 'Muling',
  绥棱: 'Suileng',
  丹棱: 'Danling',
  闵行: 'Minhang',
  六合: 'Luhe',
  蚌山: 'Bengshan',
  歙: 'She',
  涡阳: 'Guoyang',
  单: 'Shan',
  蔚: 'Yu',
  洪洞: 'Hongtong',
  繁峙: 'Fanshi',
  万柏林: 'Wanbailin',
  乐亭: 'Laoting',
  乐陵: 'Laoling',
  乐清: 'Yueqing',
  民乐: 'Minle',
  浚: 'Xun',
  泌阳: 'Biyang',
  黄陂: 'Huangpi',
  曾都: 'Zengdu',
  大埔: 'Dabu',
  筠连: 'Junlian',
  牟定: 'Mouding',
  吴堡: 'Wubu',
  红寺堡: 'Hongsibu',
  宕昌: 'Tanchang',
  尉犁: 'Yuli',
};

/** Characters that are read one way in every place name of the list. */
const CHARACTER_READINGS = { 都: 'du', 什: 'shi', 藏: 'zang' };

const PEOPLES = {
  维吾尔: 'Uyghur',
  柯尔克孜: 'Kirgiz',
  哈萨克族: 'Kazakh',
  哈萨克: 'Kazakh',
  塔吉克: 'Tajik',
  蒙古族: 'Mongol',
  蒙古: 'Mongol',
  锡伯: 'Xibe',
  达斡尔族: 'Daur',
  朝鲜族: 'Korean',
  布依族: 'Buyei',
  土家族: 'Tujia',
  哈尼族: 'Hani',
  拉祜族: 'Lahu',
  纳西族: 'Naxi',
  景颇族: 'Jingpo',
  傈僳族: 'Lisu',
  普米族: 'Pumi',
  独龙族: 'Derung',
  布朗族: 'Blang',
  撒拉族: 'Salar',
  保安族: 'Bonan',
  东乡族: 'Dongxiang',
  裕固族: 'Yugur',
  毛南族: 'Maonan',
  仫佬族: 'Mulao',
  仡佬族: 'Gelao',
  各族: 'Various Nationalities',
  回族: 'Hui',
  满族: 'Manchu',
  壮族: 'Zhuang',
  藏族: 'Tibetan',
  苗族: 'Miao',
  侗族: 'Dong',
  瑶族: 'Yao',
  彝族: 'Yi',
  白族: 'Bai',
  傣族: 'Dai',
  黎族: 'Li',
  畲族: 'She',
  水族: 'Sui',
  羌族: 'Qiang',
  佤族: 'Va',
  怒族: 'Nu',
  土族: 'Tu',
};

/** Generic terms, longest first; an empty English term means that the name stands alone. */
const GENERICS = [
  ['特别行政区', ''],
  ['自治区', ''],
  ['自治州', 'Autonomous Prefecture'],
  ['自治县', 'Autonomous County'],
  ['自治旗', 'Autonomous Banner'],
  ['新区', 'New Area'],
  ['地区', 'Prefecture'],
  ['省', ''],
  ['盟', 'League'],
  ['市', ''],
  ['县', 'County'],
  ['区', 'District'],
  ['旗', 'Banner'],
];

/** "孟村回族自治县" -> { stem: "孟村", peoples: ["Hui"], generic: "Autonomous County" } */
export function parseName(nameZh) {
  // A specific part has two characters before a long generic: "清新区" is a district, "浦东新区" a new area.
  const fits = ([zh]) => nameZh.endsWith(zh) && nameZh.length > zh.length + (zh === '新区' ? 1 : 0);
  const [suffix, generic] = GENERICS.find(fits) ?? ['', ''];
  let stem = nameZh.slice(0, nameZh.length - suffix.length);
  const peoples = [];
  for (;;) {
    const people = Object.keys(PEOPLES).find((zh) => stem.endsWith(zh) && stem.length > zh.length);
    if (!people || !/自治|[市县区]$/.test(nameZh) || (!people.endsWith('族') && !suffix.startsWith('自治'))) break;
    peoples.unshift(PEOPLES[people]);
    stem = stem.slice(0, -people.length);
  }
  return { stem, peoples, generic };
}

function capitalised(syllables) {
  const joined = syllables.reduce(
    (word, syllable) => word + (word && /^[aeo]/.test(syllable) ? "'" : '') + syllable,
    '',
  );
  return joined.charAt(0).toUpperCase() + joined.slice(1);
}

function readingOf(stem, nameZh, pinyin) {
  // Read the whole name: its generic gives the dictionary the context of a place name.
  const syllables = pinyin(nameZh, { toneType: 'none', type: 'array', v: true }).slice(0, stem.length);
  return capitalised(
    syllables.map((syllable, i) => CHARACTER_READINGS[stem.charAt(i)] ?? syllable.replaceAll('v', 'ü')),
  );
}

function conjunction(words) {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** The English name of a region. `pinyin` is the function of the package pinyin-pro. */
export function englishName(nameZh, level, pinyin) {
  const whole = (level === 'province' && PROVINCES[nameZh]) || WHOLE_NAMES[nameZh];
  if (whole) return whole;
  const { stem, peoples, generic } = parseName(nameZh);
  const specific = STEMS[nameZh] ?? STEMS[stem] ?? readingOf(stem, nameZh, pinyin);
  return [specific, conjunction(peoples), generic].filter(Boolean).join(' ');
}
