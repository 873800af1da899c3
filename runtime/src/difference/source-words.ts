import type { Text } from '../documents/text.ts'
import { certaintyPhrases, citationPhrase } from '../explain/source-phrase.ts'
import { formatDate } from '../values/format.ts'
import type { Source } from './change.ts'
import { asWritten, fill, quoted } from './difference-words.ts'

type Writers = { readonly [name in keyof Source]-?: { readonly name: Text; readonly write: (value: NonNullable<Source[name]>) => Text } }

const writers: Writers = {
  citation: { name: { vi: 'căn cứ', en: 'legal basis' }, write: citationPhrase },
  certainty: { name: { vi: 'mức độ chắc chắn', en: 'certainty' }, write: (value) => certaintyPhrases[value] },
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
  return certainty === 'assumed' || certainty === 'open' ? fill(' (mức độ chắc chắn: {0})', ' (certainty: {0})', certaintyPhrases[certainty]) : asWritten('')
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
  const cited = compareOne('citation', before, after).map((phrase) => (before.citation && citation ? fill('nay căn cứ {0}', 'now based on {0}', citationPhrase(citation)) : phrase))
  const confirmed = certainty.length > 0 && after.confirmed === undefined ? [] : compareOne('confirmed', before, after)
  return [...cited, ...certainty, ...confirmed, ...compareOne('note', before, after)]
}
