import type { MachineAttribute } from './process.entity.js';

/** Processes and machine types that ship with the product; codes are stable, since lines and requests refer to them. */
export interface ShippedProcess {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly machines: readonly ShippedMachine[];
}

interface ShippedMachine {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly attributes: readonly MachineAttribute[];
}

const attribute = (name: string, unit: string, nameZh: string, nameEn: string): MachineAttribute => ({
  ...{ name, unit, nameZh, nameEn },
});

const width = attribute('maxWidthMm', 'mm', '最大宽度', 'Greatest width');
const length = attribute('maxLengthMm', 'mm', '最大长度', 'Greatest length');
const height = attribute('maxHeightMm', 'mm', '最大高度', 'Greatest height');
const thickness = attribute('maxThicknessMm', 'mm', '最大厚度', 'Greatest thickness');
const diameter = attribute('maxDiameterMm', 'mm', '最大直径', 'Greatest diameter');
const weight = attribute('maxWeightKg', 'kg', '最大单件重量', 'Greatest weight of a piece');
const heat = attribute('maxTemperatureC', '°C', '最高温度', 'Highest temperature');
const voltage = attribute('voltageV', 'V', '额定电压', 'Rated voltage');
const current = attribute('maxCurrentA', 'A', '最大电流', 'Greatest current');
const power = attribute('powerKw', 'kW', '额定功率', 'Rated power');
const force = attribute('maxForceKn', 'kN', '最大压力', 'Greatest force');
const volume = attribute('volumeL', 'L', '容积', 'Volume');
const stations = attribute('stations', '1', '工位数', 'Stations');

const machine = (code: string, nameZh: string, nameEn: string, ...attributes: MachineAttribute[]): ShippedMachine => ({
  ...{ code, nameZh, nameEn, attributes },
});

const process = (code: string, nameZh: string, nameEn: string, ...machines: ShippedMachine[]): ShippedProcess => ({
  ...{ code, nameZh, nameEn, machines },
});

const bench = (code: string, nameZh: string, nameEn: string): ShippedMachine =>
  machine(code, nameZh, nameEn, stations, width, height);

const making: readonly ShippedProcess[] = [
  process(
    ...(['CUT', '下料切割', 'Cutting'] as const),
    machine('CUT-SAW', '锯切机', 'Sawing machine', diameter, length),
    machine('CUT-LASER', '激光切割机', 'Laser cutter', width, length, thickness, power),
    machine('CUT-CLOTH', '裁床', 'Fabric cutter', width, length, thickness),
  ),
  process(
    ...(['SHEAR', '剪板', 'Shearing'] as const),
    machine('SHEAR-PLATE', '剪板机', 'Plate shear', width, thickness),
  ),
  process(
    ...(['BEND', '弯管折弯', 'Bending'] as const),
    machine('BEND-TUBE', '弯管机', 'Tube bender', diameter, thickness),
    machine('BEND-PRESS', '折弯机', 'Press brake', width, thickness, force),
    machine('BEND-STEAM', '蒸汽弯曲机', 'Steam bender', length, diameter, heat),
  ),
  process(
    ...(['PUNCH', '冲压', 'Punching and stamping'] as const),
    machine('PUNCH-PRESS', '冲床', 'Punch press', force, thickness, width),
  ),
  process(
    ...(['DRILL', '钻孔', 'Drilling'] as const),
    machine('DRILL-STAND', '台式钻床', 'Bench drill', diameter, thickness),
  ),
  process(
    ...(['TURN', '车削', 'Turning'] as const),
    machine('TURN-LATHE', '车床', 'Lathe', diameter, length),
    machine('TURN-CNC', '数控车床', 'CNC lathe', diameter, length),
  ),
  process(
    ...(['MILL', '铣削', 'Milling'] as const),
    machine('MILL-CNC', '数控加工中心', 'CNC machining centre', width, length, height),
    machine('MILL-ROUTER', '木工雕刻机', 'Wood router', width, length, thickness),
  ),
  process(
    ...(['FORGE', '锻打', 'Forging'] as const),
    machine('FORGE-HAMMER', '空气锤', 'Air hammer', force, weight, heat),
  ),
  process(
    ...(['CAST', '铸造', 'Casting'] as const),
    machine('CAST-FURNACE', '熔铸炉', 'Casting furnace', heat, volume, weight),
  ),
  process(
    ...(['MOULD', '注塑成型', 'Injection moulding'] as const),
    machine('MOULD-INJECTION', '注塑机', 'Injection moulding machine', force, weight),
  ),
  process(
    ...(['WELD', '焊接', 'Welding'] as const),
    machine('WELD-MIG', '气体保护焊机', 'MIG welding set', current, voltage, thickness),
    machine('WELD-SPOT', '点焊机', 'Spot welder', current, thickness),
    machine('WELD-ROBOT', '焊接机器人', 'Welding robot', current, length, weight),
  ),
  process(...(['FRAME', '成架', 'Framing'] as const), bench('FRAME-JIG', '成架工装台', 'Framing jig')),
  process(
    ...(['WEAVE', '编织', 'Weaving'] as const),
    bench('WEAVE-BENCH', '手工编织工位', 'Hand weaving bench'),
    machine('WEAVE-LOOM', '编织机', 'Loom', width),
  ),
  process(
    ...(['SEW', '缝纫', 'Sewing'] as const),
    machine('SEW-FLAT', '平缝机', 'Flat sewing machine', stations, thickness),
  ),
];

const finishing: readonly ShippedProcess[] = [
  process(
    ...(['GRIND', '打磨', 'Grinding'] as const),
    machine('GRIND-BELT', '砂带机', 'Belt grinder', width, power),
    machine('GRIND-SAND', '砂光机', 'Sanding machine', width, thickness),
  ),
  process(
    ...(['POLISH', '抛光', 'Polishing'] as const),
    machine('POLISH-WHEEL', '抛光机', 'Polishing machine', diameter, power),
  ),
  process(
    ...(['BLAST', '抛丸喷砂', 'Blasting'] as const),
    machine('BLAST-CHAMBER', '抛丸机', 'Blasting chamber', width, height, length, weight),
  ),
  process(
    ...(['PHOSPHATE', '磷化前处理', 'Phosphating'] as const),
    machine('PHOSPHATE-LINE', '磷化线', 'Phosphating line', width, height, length, weight),
  ),
  process(
    ...(['PLATE', '电镀', 'Electroplating'] as const),
    machine('PLATE-BATH', '电镀槽', 'Plating bath', volume, length, current),
  ),
  process(
    ...(['POWDER', '粉末喷涂', 'Powder coating'] as const),
    machine('POWDER-LINE', '粉末喷涂线', 'Powder coating line', width, height, length, weight, heat),
    machine('POWDER-BOOTH', '喷粉房与固化炉', 'Powder booth and oven', width, height, length, heat),
  ),
  process(
    ...(['PAINT', '喷漆', 'Painting'] as const),
    machine('PAINT-BOOTH', '喷漆房', 'Paint booth', width, height, length, heat),
  ),
  process(...(['DYE', '染色', 'Dyeing'] as const), machine('DYE-VAT', '染色缸', 'Dyeing vat', volume, heat)),
  process(
    ...(['DRY', '烘干', 'Drying'] as const),
    machine('DRY-OVEN', '烘箱', 'Drying oven', volume, heat, width, height),
    machine('DRY-KILN', '木材干燥窑', 'Timber kiln', volume, heat),
  ),
  process(
    ...(['GLAZE', '施釉烧成', 'Glazing and firing'] as const),
    machine('GLAZE-KILN', '窑炉', 'Kiln', volume, heat, height),
  ),
];

const completing: readonly ShippedProcess[] = [
  process(...(['UPHOLSTER', '软包', 'Upholstery'] as const), bench('UPHOLSTER-BENCH', '软包工位', 'Upholstery bench')),
  process(...(['ASSEMBLE', '组装', 'Assembling'] as const), bench('ASSEMBLE-LINE', '组装线', 'Assembly line')),
  process(
    ...(['TEST', '检测', 'Testing'] as const),
    machine('TEST-LOAD', '承重试验机', 'Load tester', force, width, height),
  ),
  process(
    ...(['PACK', '包装', 'Packing'] as const),
    machine('PACK-LINE', '包装线', 'Packing line', width, height, weight),
  ),
];

export const shippedProcesses: readonly ShippedProcess[] = [...making, ...finishing, ...completing];
