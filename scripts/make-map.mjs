// node scripts/make-map.mjs IN.topo.json OUT.topo.json [OBJECT]: makes the console's map of a TopoJSON of counties, keeping of
// each its outline, its code as `GB2260:<adcode>` and its names in both languages. The console labels it 示意图: it shows where, not how far.
import { readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';

const [from, to, name] = process.argv.slice(2);
if (!from || !to) throw new Error('usage: node scripts/make-map.mjs IN.topo.json OUT.topo.json [OBJECT]');
const topology = JSON.parse(readFileSync(from, 'utf8'));
const [counties] = name ? [topology.objects[name]] : Object.values(topology.objects);
const { rows } = JSON.parse(readFileSync('src/directory/reference/regions.json', 'utf8'));
const englishNames = new Map(rows.map(([code, , , , nameEn]) => [code, nameEn]));
const geometries = counties.geometries.map(({ type, arcs, properties }) => ({
  type,
  arcs,
  id: `GB2260:${properties.adcode}`,
  properties: { name: properties.name, nameEn: englishNames.get(String(properties.adcode)) },
}));
const { type, arcs, transform } = topology;
const map = { type, transform, objects: { counties: { type: 'GeometryCollection', geometries } }, arcs };
writeFileSync(to, `${JSON.stringify(map)}\n`);
