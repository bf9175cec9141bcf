import { runProgram } from '../sdk-program.mjs';

export default {
  fetch: async (_request, { API }) =>
    new Response(await runProgram(API).catch((error) => String(error.stack))),
};
