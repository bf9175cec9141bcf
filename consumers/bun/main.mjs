import { useSdk } from '../sdk-program.mjs';

console.log(await useSdk(process.argv[2]));
