import { runProgram } from '../sdk-program.mjs';

console.log(await runProgram(process.argv[2]));
