// Replays the tours of README.md, docs/loan.md and docs/bureau.md, request by request, against a running server:
//   node scripts/tour.mjs URL [--write]
// Each request stands under a comment that says who sends it, what later requests need of the answer, what to wait for,
// and what must be above what an earlier answer gave. The answers must have the form of those printed; --write prints
// today's answers into the file.
// A download stands as a curl command; what it brings must begin as its comment says.
import { readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

const [url, mode] = process.argv.slice(2);
const files = ['README.md', 'docs/loan.md', 'docs/bureau.md'].map((name) => new URL(`../${name}`, import.meta.url));
const step =
  /<!-- tour(?<options>[^>]*)-->\n+(?:```graphql\n(?<query>[\s\S]*?)```\n+```json\n(?<answer>[\s\S]*?)```|```bash\n(?<command>curl [\s\S]*?)```)/g;
const waitMs = 30_000;
const dayIn = (date) =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', dateStyle: 'short' }).format(date);
const today = dayIn(new Date());
const known = {
  today,
  soon: dayIn(new Date(Date.now() + 30 * 86_400_000)),
  weekAgo: dayIn(new Date(Date.now() - 6 * 86_400_000)),
  weeksAgo: dayIn(new Date(Date.now() - 27 * 86_400_000)),
  lastMonth: dayIn(new Date(Date.parse(`${today.slice(0, 8)}01T00:00:00+08:00`) - 86_400_000)),
};

const at = (value, path) => path.split('.').reduce((inner, name) => inner?.[name], value);
const shapeOf = (value) =>
  Array.isArray(value)
    ? value.slice(0, 1).map(shapeOf)
    : value && typeof value === 'object'
      ? Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, shapeOf(inner)]))
      : 'value';

// The dates printed are those of the day when the tour was written; replayed, they move with the calendar.
const firstDate = [...readFileSync(files[0], 'utf8').matchAll(/startsOn: "(\d{4}-\d{2}-\d{2})"/g)]
  .map(([, date]) => date)
  .sort()[0];
const shiftMs = firstDate
  ? Math.max(0, Math.ceil((Date.now() + 86_400_000 - Date.parse(firstDate)) / 86_400_000)) * 86_400_000
  : 0;
const moveDates = (text) =>
  text.replace(
    /"(\d{4}-\d{2}-\d{2})"/g,
    (_, date) => `"${new Date(Date.parse(date) + shiftMs).toISOString().slice(0, 10)}"`,
  );

async function send(query, token) {
  const headers = {
    'content-type': 'application/json',
    'accept-language': 'en',
    ...(token && { authorization: `Bearer ${token}` }),
  };
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
  const { data, errors } = await response.json();
  if (errors) throw new Error(`${JSON.stringify(errors, null, 2)}\n${query}`);
  return data;
}

async function download(command, token, begins) {
  const [, path] = /http:\/\/[^/]+(\/[^\s"]+)/.exec(command.replace(/<(\w+)>/g, (whole, name) => known[name] ?? whole));
  const response = await fetch(`${url}${path}`, { headers: { authorization: `Bearer ${token}` } });
  const bytes = Buffer.from(await response.arrayBuffer());
  if (!response.ok || bytes.subarray(0, begins.length).toString('latin1') !== begins)
    throw new Error(`${path} answers ${response.status} and does not begin with ${begins}`);
}

async function replay({ options, query, answer, command }) {
  const { as, save, until, begins, above } = Object.fromEntries(
    [...options.matchAll(/(\w+)=(\S+)/g)].map(([, name, value]) => [name, value]),
  );
  if (command) return download(command, known[as], begins);
  const text = moveDates(query).replace(/<(\w+)>/g, (whole, name) => known[name] ?? whole);
  let data = await send(text, known[as]);
  for (let waited = 0; until && at(data, until) === undefined && waited < waitMs; waited += 250) {
    await pause(250);
    data = await send(text, known[as]);
  }
  for (const [name, path] of (save ?? '')
    .split(',')
    .filter(Boolean)
    .map((one) => one.split(':'))) {
    known[name] = at(data, path);
    if (known[name] === undefined) throw new Error(`no ${path} in ${JSON.stringify(data)}`);
  }
  if (above) {
    const [name, path] = above.split(':');
    if (!(at(data, path) > known[name]))
      throw new Error(`${path} is not above ${known[name]}: ${JSON.stringify(data)}`);
  }
  const printed = mode === '--write' ? data : JSON.parse(answer);
  if (JSON.stringify(shapeOf(printed)) !== JSON.stringify(shapeOf(data)))
    throw new Error(`the answer has another form than README says:\n${JSON.stringify(data, null, 2)}\n${query}`);
  return data;
}

const shownItems = 8;
function shorten(_, value) {
  if (typeof value === 'string' && value.length > 60) return `${value.slice(0, 24)}…`;
  if (!Array.isArray(value) || value.length <= shownItems) return value;
  return [...value.slice(0, shownItems), `… ${value.length - shownItems} more`];
}
let count = 0;
for (const file of files) {
  let text = readFileSync(file, 'utf8');
  for (const match of text.matchAll(step)) {
    const data = await replay(match.groups);
    count += 1;
    if (mode === '--write' && data)
      text = text.replace(
        match[0],
        match[0].replace(/```json\n[\s\S]*?```/, () => `\`\`\`json\n${JSON.stringify(data, shorten, 2)}\n\`\`\``),
      );
  }
  if (mode === '--write') writeFileSync(file, text);
}
if (count === 0) throw new Error('there is no tour');
console.log(`tour: ${count} requests replayed`);
