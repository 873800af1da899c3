import { plainLetters } from '../values/plain-letters.ts'

/** Words by which the parts of an official form are known, whatever the form is about. */

const plain = (text: string): string => plainLetters(text).replaceAll(/\s+/g, ' ').trim()

const ordinals: readonly string[] = ['stt', 'tt', 'so tt', 's tt', 'so thu tu', 'thu tu', 'no', 'no.']

/** The head of the column that numbers the rows. */
export const isOrdinalHead = (text: string): boolean => ordinals.includes(plain(text))

/** The head of the column that names the rows. */
export const isNameHead = (text: string): boolean => /^(ten |don vi|dia phuong|dia ban|noi dung|chi tieu|khu vuc|doi tuong|danh muc|tieu chi|nhom |dan toc|nguyen nhan|huyen|xa\b|phuong|thon|tinh|item|unit|area)/.test(plain(text))

/** The head of a column whose rows are administrative units. */
export const namesUnits = (text: string): boolean => /(^|\W)(don vi|dia phuong|dia ban|xa|phuong|huyen|thon|ban|tinh|units?)(\W|$)/.test(plain(text)) && !/don vi tinh/.test(plain(text))

/** What stands in the line that numbers the columns: `(1)`, `A`, `3=1+2`. */
export const columnLabel = (text: string): { readonly letter?: string; readonly number?: number; readonly formula: boolean } | undefined => {
  const match = /^[([]?\s*(?:([A-Za-z])|(\d{1,3})[a-z]?)\s*[)\]]?\s*(=.*)?$/.exec(text)
  if (!match) return undefined
  const [, letter, number, formula] = match
  return { ...(letter !== undefined && { letter }), ...(number !== undefined && { number: Number(number) }), formula: formula !== undefined }
}

const totals: readonly string[] = ['tong cong', 'tong so', 'tong', 'cong', 'toan xa', 'toan phuong', 'toan huyen', 'toan tinh', 'toan thanh pho', 'toan quoc', 'ca nuoc', 'total']

/** A row of everything. */
export const isTotal = (text: string): boolean => totals.includes(plain(text).replaceAll(/\(.*\)|[:.]|\s[ivx]+(\s*\+\s*[ivx]+)+$/g, '').trim())

/** A row of an administrative unit by what it is called: `Xã An Lão`, `Thôn 3`, `Phường …`. */
export const isUnit = (text: string): boolean => /^([Xx]ã|[Pp]hường|[Tt]hị trấn|[Đđ]ặc khu|[Hh]uyện|[Qq]uận|[Tt]hành phố|TP\.?|[Tt]hị xã|[Tt]ỉnh|[Tt]hôn|[Bb]ản|[Ấấ]p|[Bb]uôn|[Tt]ổ dân phố|[Tt]ổ|[Ll]àng|[Xx]óm|[Kk]hu phố)\s+(\p{Lu}|\d|[.…])/u.test(text) && text !== text.toLocaleUpperCase('vi')

/** Rows that go on like those above: `…`. */
export const isAndSoOn = (text: string): boolean => /^[.…\s]+$/.test(text)

export type RowNumber = 'roman' | 'arabic' | 'letter'

/** How a row is numbered. */
export const numberingOf = (text: string): RowNumber | undefined => {
  const number = text.replaceAll(/[().]/g, '').trim()
  if (/^[IVXL]+$/.test(number)) return 'roman'
  if (/^\d+$/.test(number)) return 'arabic'
  return /^[A-Za-z]$/.test(number) ? 'letter' : undefined
}

/** What every official paper has above its title: the nation, the motto, who issues it. */
export const isLetterhead = (text: string): boolean => /^(cong hoa xa hoi|doc lap|ubnd|uy ban nhan dan|so |phong |ban chi dao|bo |chi cuc|cuc |van phong)/.test(plain(text)) || /^[-–_*=\s]+$/.test(text)

/** In what the figures are told, which is said by each column. */
export const isUnitOfMeasure = (text: string): boolean => /^\(?(don vi tinh|don vi|dvt)\s*[:.]/.test(plain(text))

/** Day and place of writing. */
export const isDayLine = (text: string): boolean => /ngay.*thang.*nam/.test(plain(text))

/** That somebody signs here. */
export const isSignHere = (text: string): boolean => /^\(?\s*(ky[,\s]|ky va|chu ky|ky ten|ho (va )?ten|dong dau|sign)/.test(plain(text))

/** Who signs. */
export const isSigner = (text: string): boolean => /^(nguoi (lap|tong hop|bao cao|kiem)|can bo (lap|tong hop|phu trach|theo doi)|thu truong|chu tich|pho chu tich|giam doc|truong (ban|phong|thon)|ke toan|tm\.|t\/m|kt\.|lanh dao|prepared by|on behalf)/.test(plain(text))

/** Words below the rows. */
export const isRemark = (text: string): boolean => /^(ghi chu|luu y|chu thich|\*|notes?\s*:)/.test(plain(text))

const code = /(?:mẫu(?:\s+biểu)?|biểu(?:\s+mẫu)?|phụ\s+lục)(?:\s+số)?\s*:?\s*(?:\p{L}?\d[\p{L}\d./-]*|[IVX]+(?=\W|$))/iu

/** What the law calls a form, and what stands behind it in the same cell. */
export const formCode = (text: string): { readonly code: string; readonly rest: string } | undefined => {
  const match = code.exec(text)
  if (!match || match.index > 2) return undefined
  return { code: match[0].replace(/[.\-/]+$/, ''), rest: text.slice(match.index + match[0].length).replace(/^[\s.:–-]+/, '') }
}
