import type { Certainty, Citation, Text } from '../documents/text.ts'
import { formatDate } from '../values/format.ts'
import type { Source } from './change.ts'
import { asWritten, fill, quoted } from './difference-words.ts'

const certainties: Readonly<Record<Certainty, Text>> = {
  seen: { vi: 'đã đối chiếu văn bản', en: 'seen in the text' },
  known: { vi: 'đã biết, chưa đối chiếu văn bản', en: 'known, not compared with the text' },
  assumed: { vi: 'tạm áp dụng', en: 'assumed for now' },
  open: { vi: 'chưa xác định được', en: 'not established' },
}

const startsWithWord = (words: string): boolean => /^\p{L}/u.test(words)

/** `07/2021/NĐ-CP, Điều 3, mục 4`. A number alone gets its word; anything longer is taken as it is written. */
export const citationWords = ({ document, article, item }: Citation): Text => {
  const place = (word: string) => (article === undefined || startsWithWord(article) ? article : `${word} ${article}`)
  const written = (word: string) => [document, place(word), item].filter((part) => part !== undefined).join(', ')
  return { vi: written('Điều'), en: written('Article') }
}

type Writers = { readonly [name in keyof Source]-?: { readonly name: Text; readonly write: (value: NonNullable<Source[name]>) => Text } }

const writers: Writers = {
  citation: { name: { vi: 'căn cứ', en: 'legal basis' }, write: citationWords },
  certainty: { name: { vi: 'mức độ chắc chắn', en: 'certainty' }, write: (value) => certainties[value] },
  confirmed: { name: { vi: 'ngày đối chiếu', en: 'day of comparison' }, write: (value) => asWritten(formatDate(value)) },
  note: { name: { vi: 'ghi chú', en: 'note' }, write: quoted },
}

const compareOne = (key: keyof Source, before: Source, after: Source): readonly Text[] => {
  const { name } = writers[key]
  const [a, b] = [before, after].map((source) => written(source, key))
  if (a && b) return a.vi === b.vi && a.en === b.en ? [] : [fill('{0} {1} → {2}', '{0} {1} → {2}', name, a, b)]
  if (key === 'certainty' && b) return [fill('{0} nay là {1}', '{0} now: {1}', name, b)]
  if (key === 'certainty' && a) return [fill('không còn ghi {0} (trước đây: {1})', '{0} no longer stated (before: {1})', name, a)]
  if (a) return [fill('bỏ {0} {1}', '{0} {1} dropped', name, a)]
  return b ? [fill('thêm {0} {1}', '{0} {1} added', name, b)] : []
}

/** The value and its writer are of one key, which is what the cast says. */
const written = (source: Source, key: keyof Source): Text | undefined => {
  const write = writers[key].write as (value: unknown) => Text
  return source[key] === undefined ? undefined : write(source[key])
}

const order: readonly (keyof Source)[] = ['citation', 'certainty', 'confirmed', 'note']

/** ` (mức độ chắc chắn: tạm áp dụng)` behind something new that is not certain; nothing behind what is. */
export const doubtOf = (source: Source | undefined): Text => {
  const certainty = source?.certainty
  return certainty === 'assumed' || certainty === 'open' ? fill(' (mức độ chắc chắn: {0})', ' (certainty: {0})', certainties[certainty]) : asWritten('')
}

/** What is different in what something rests on, one phrase for each part that differs. */
export const sourceDifferences = (before: Source, after: Source): readonly Text[] => order.flatMap((key) => compareOne(key, before, after))

/**
 * The same for a list of many, so that equal ones can stand together: a citation that gave way to another is told by the
 * new one, and a day of comparison that goes with the certainty it stood for is not told apart.
 */
export const briefSourceDifferences = (before: Source, after: Source): readonly Text[] => {
  const { citation } = after
  const certainty = compareOne('certainty', before, after)
  const cited = compareOne('citation', before, after).map((phrase) => (before.citation && citation ? fill('nay căn cứ {0}', 'now based on {0}', citationWords(citation)) : phrase))
  const confirmed = certainty.length > 0 && after.confirmed === undefined ? [] : compareOne('confirmed', before, after)
  return [...cited, ...certainty, ...confirmed, ...compareOne('note', before, after)]
}
