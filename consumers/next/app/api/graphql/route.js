/** Passes requests of the page on to the API, as a backend for a frontend does. */
export async function POST(request) {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(process.env.API, {
    method: 'POST',
    headers,
    body: await request.text(),
  });
  return new Response(await response.text(), { status: response.status, headers });
}
