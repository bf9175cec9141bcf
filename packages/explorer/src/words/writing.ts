import { useLanguage } from './language.ts';
import { writingAr } from './writing-ar.ts';
import { type WritingWords, writingEn } from './writing-en.ts';

/** What the forms say, in the language of the page. */
export const useWritingWords = (): WritingWords =>
  useLanguage().code === 'ar' ? writingAr : writingEn;
