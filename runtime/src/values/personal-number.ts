/** Twelve digits: place of birth registration, century and sex, year of birth, random (NĐ 137/2015 Art. 13). */
export const personalNumberPattern = '^\\d{12}$'

const centuryDigit = (number: string): number => Number(number[3])

/** `male` or `female`, from the fourth digit. */
export const personalNumberSex = (number: string): 'male' | 'female' => (centuryDigit(number) % 2 === 0 ? 'male' : 'female')

/** Full year of birth, from the fourth to sixth digits. */
export const personalNumberBirthYear = (number: string): number => 1900 + 100 * Math.floor(centuryDigit(number) / 2) + Number(number.slice(4, 6))
