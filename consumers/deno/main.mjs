import { runProgram } from '../sdk-program.mjs';

console.log(await runProgram(Deno.args[0]));
