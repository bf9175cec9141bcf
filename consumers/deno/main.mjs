import { useSdk } from '../sdk-program.mjs';

console.log(await useSdk(Deno.args[0]));
