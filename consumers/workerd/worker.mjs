import { useSdk } from '../sdk-program.mjs';

export default {
  fetch: async (_request, { API }) =>
    new Response(await useSdk(API).catch((error) => String(error.stack))),
};
