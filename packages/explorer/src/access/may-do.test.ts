import { expect, test } from '@jest/globals';
import { mayDo } from './may-do.ts';

test('each role may do what the roles before it may, and an unknown one only reads', () => {
  const allowed = (role: string) =>
    (['ANALYST', 'EDITOR', 'ADMIN'] as const).filter((needed) => mayDo(role, needed));
  expect(allowed('READER')).toEqual([]);
  expect(allowed('ANALYST')).toEqual(['ANALYST']);
  expect(allowed('EDITOR')).toEqual(['ANALYST', 'EDITOR']);
  expect(allowed('ADMIN')).toEqual(['ANALYST', 'EDITOR', 'ADMIN']);
  expect(allowed('ROLE_OF_A_NEWER_SERVER')).toEqual([]);
});
