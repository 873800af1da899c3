import { lintCode } from './lint-code.ts'

/** Words for people. */
export const textCodes = {
  text_blank: lintCode<{ language: 'vi' | 'en' }>(
    'error',
    'A text is empty in one of the languages.',
    (p) => `${p.place.vi}: thiếu lời ${p.language === 'vi' ? 'tiếng Việt' : 'tiếng Anh'}; hãy ghi đủ hai thứ tiếng.`,
    (p) => `${p.place.en}: the ${p.language === 'vi' ? 'Vietnamese' : 'English'} words are missing; write both languages.`,
  ),
  text_same: lintCode<{ text: string }>(
    'warning',
    'A text reads the same in both languages, so one of them is probably not translated. Titles of codes may be names and are left alone.',
    (p) => `${p.place.vi}: lời tiếng Việt và tiếng Anh giống nhau (“${p.text}”); hãy dịch một trong hai.`,
    (p) => `${p.place.en}: the words are the same in both languages (“${p.text}”); translate one of them.`,
  ),
  text_without_accents: lintCode<{ text: string }>(
    'warning',
    'A longer Vietnamese text has no letter with a mark, so it is probably not Vietnamese or was typed without marks.',
    (p) => `${p.place.vi}: lời tiếng Việt “${p.text}” không có dấu; hãy ghi lại có dấu.`,
    (p) => `${p.place.en}: the Vietnamese words “${p.text}” have no marks; write them with marks.`,
  ),
} as const
