import { testHalf } from './half.testing.ts';

testHalf(1);
