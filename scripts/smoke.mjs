// Posts a need over real HTTP as the demo host and waits until the matching has proposed somebody.
import { setTimeout as pause } from 'node:timers/promises';

const [url] = process.argv.slice(2);

async function ask(query, variables, token) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'accept-language': 'en',
      ...(token && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = await response.json();
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

const { logIn } = await ask('mutation ($input: LogInInput!) { logIn(input: $input) { accessToken } }', {
  input: { login: 'host@demo.gongji.example', password: 'gongji-demo' },
});
const day = (n) => new Date(Date.now() + n * 86_400_000).toISOString().slice(0, 10);
const input = {
  ...{
    idempotencyKey: `smoke-${Date.now()}`,
    occupationId: 'GJ:RT-WEAVE',
    minLevel: 1,
    headcount: 3,
    regionId: 'GB2260:350524',
  },
  ...{
    latitude: 25.0,
    longitude: 118.15,
    startsOn: day(3),
    endsOn: day(20),
    wageFen: 6000,
    wageUnit: 'hour',
    lodging: true,
    priority: 3,
  },
};
const { publishNeed } = await ask(
  'mutation ($input: PublishNeedInput!) { publishNeed(input: $input) { id } }',
  { input },
  logIn.accessToken,
);
for (let tries = 0; tries < 150; tries++) {
  const { need } = await ask(
    'query ($id: ID!) { need(id: $id) { proposals(first: 5) { edges { node { score } } } } }',
    { id: publishNeed.id },
    logIn.accessToken,
  );
  if (need.proposals.edges.length > 0) {
    console.log(
      `posted a need; ${need.proposals.edges.length} workers proposed, scores ${need.proposals.edges.map(({ node }) => node.score).join(', ')}`,
    );
    process.exit(0);
  }
  await pause(200);
}
throw new Error('nobody was proposed within 30 s');
