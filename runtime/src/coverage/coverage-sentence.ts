import type { Condition } from '../documents/condition-document.ts'
import type { TablePiece, TableRow } from '../documents/logic-document.ts'
import type { Text } from '../documents/text.ts'
import { describeColumn, describeReference, writeValue } from '../explain/readable.ts'
import { sentenceOf, writeOperand } from '../explain/sentence.ts'
import { literalValue } from '../logic/literal-value.ts'
import { rowCondition } from '../logic/table.ts'
import type { Assembly } from '../release/assembly.ts'
import { isExact } from '../values/number.ts'
import { known, type Scalar } from '../values/value.ts'
import type { Position } from './position.ts'
import type { Threshold } from './threshold.ts'
import type { TurningDay } from '../conditions/operators/turning-days.ts'

/** A row as its conditions and its results: `Bắc khi Hàng hóa < 4`. */
export const rowSentence = (assembly: Assembly, piece: TablePiece, row: TableRow): Text => {
  const condition = rowCondition(piece, row)
  const when = condition ? sentenceOf(assembly, condition) : { vi: 'các trường hợp còn lại', en: 'all other cases' }
  const results = row.then.map((operand, column) => writeOperand(assembly, operand, describeColumn(assembly, piece, piece.outputs[column] ?? '')))
  return { vi: `${results.map(({ vi }) => vi).join(', ')} khi ${when.vi}`, en: `${results.map(({ en }) => en).join(', ')} when ${when.en}` }
}

export const branchSentence = (assembly: Assembly, condition: Condition): Text => sentenceOf(assembly, condition)

/** A number or day of a comparison as its left side writes it. */
export const writeLimit = (assembly: Assembly, { leaf }: Pick<Threshold, 'leaf'>, scalar: Scalar): Text =>
  writeValue(assembly, isExact(scalar) || typeof scalar !== 'string' ? known(scalar) : literalValue(scalar), describeReference(assembly, leaf))

/** A threshold by the fact compared and its value, with the key that chooses it. */
export const thresholdSentence = (assembly: Assembly, threshold: Threshold): Text => {
  const { leaf, operand, by, limit } = threshold
  const left = describeReference(assembly, leaf).title
  const named = typeof operand === 'object' ? writeOperand(assembly, operand, { title: left }) : undefined
  const key = by && writeValue(assembly, literalValue(by.key), describeReference(assembly, { fact: by.field }))
  const value = limit === undefined ? { vi: 'chưa được xác định trong văn bản', en: 'not established in the law' } : writeLimit(assembly, threshold, limit)
  const write = (language: 'vi' | 'en', words: string) => {
    const name = named && `${named[language]}${key ? ` (${key[language]})` : ''}`
    return `${left[language]} ${words} ${name === undefined ? value[language] : `${name}: ${value[language]}`}`
  }
  return { vi: write('vi', 'so với'), en: write('en', 'against') }
}

const days: Readonly<Record<TurningDay, Text>> = {
  first: { vi: 'ngày đầu tiên', en: 'on the first day' },
  last: { vi: 'ngày cuối cùng', en: 'on the last day' },
}

/** An age with the day of it: `5 tuổi (ngày cuối cùng)`. */
export const onDay = (written: Text, day: TurningDay | undefined): Text => (day === undefined ? written : { vi: `${written.vi} (${days[day].vi})`, en: `${written.en} (${days[day].en})` })

const sides: Readonly<Record<'decided' | 'true' | 'false' | 'unknown' | Position, Text>> = {
  decided: { vi: 'Chưa có ca nào do dòng này quyết định', en: 'No case is decided by this row' },
  true: { vi: 'Chưa có ca nào mà điều này đúng', en: 'There is no case in which this holds' },
  false: { vi: 'Chưa có ca nào mà điều này không đúng', en: 'There is no case in which this does not hold' },
  unknown: { vi: 'Chưa có ca nào mà điều này chưa rõ vì thiếu câu trả lời', en: 'There is no case in which this is not known for want of an answer' },
  below: { vi: 'Chưa có ca nào ở ngay dưới mức này', en: 'There is no case one step below this' },
  at: { vi: 'Chưa có ca nào ở đúng mức này', en: 'There is no case exactly at this' },
  above: { vi: 'Chưa có ca nào ở ngay trên mức này', en: 'There is no case one step above this' },
}

/** What was not reached, with the sentence of the place and, of an age, the day that counts. */
export const gapSentence = (side: keyof typeof sides, place: Text, day?: TurningDay): Text => {
  const missing = onDay(sides[side], day)
  return { vi: `${missing.vi}: ${place.vi}.`, en: `${missing.en}: ${place.en}.` }
}
