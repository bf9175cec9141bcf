import { Agent, request } from 'node:http';

/** Sends operations with a key, over connections that stay open. Returns their data. */
export function createClient(port, key) {
  const agent = new Agent({ keepAlive: true });
  const options = {
    agent,
    port,
    host: '127.0.0.1',
    path: '/graphql',
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
  };
  return (query, variables) =>
    new Promise((fulfil, reject) => {
      const body = JSON.stringify({ query, variables });
      const sent = request(options, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (part) => {
          text += part;
        });
        response.on('end', () => {
          const { data, errors } = JSON.parse(text);
          if (errors) reject(new Error(JSON.stringify(errors[0])));
          else fulfil(data);
        });
      });
      sent.on('error', reject).end(body);
    });
}

/** How often a second several clients complete their work, each one time after the other. */
export async function ratePerSecond(work, clients, seconds) {
  const start = performance.now();
  const end = start + seconds * 1_000;
  let completed = 0;
  const client = async () => {
    while (performance.now() < end) {
      await work();
      completed += 1;
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return { completed, rate: (completed * 1_000) / (performance.now() - start) };
}
