import type { Text } from '../documents/text.ts'
import type { Interpreter } from '../logic/interpreter.ts'
import { isExact } from '../values/number.ts'
import { certainScalar, known, type Value } from '../values/value.ts'
import { memberName } from './explain-elements.ts'
import { inSentence, listed, phrase } from './phrase.ts'
import { describeReference, writeValue, type Readable } from './readable.ts'
import type { Candidate } from './why-not-candidates.ts'
import { countedRules, type Direction } from './why-not-claims.ts'

/** What is said of a change beside its values. */
export interface Claims {
  readonly direction?: Direction | undefined
  /** Titles of the rules of which any one would do. */
  readonly rules: readonly Text[]
}

const beyond: Readonly<Record<Direction, { readonly number: Text; readonly day: Text }>> = {
  or_less: { number: phrase('hoặc thấp hơn', 'or lower'), day: phrase('hoặc sớm hơn', 'or earlier') },
  or_more: { number: phrase('hoặc cao hơn', 'or higher'), day: phrase('hoặc muộn hơn', 'or later') },
}

const titleOf = ({ assembly }: Interpreter, { changeable: { read } }: Candidate): Readable => {
  const { target } = read
  if (target.kind !== 'rule') return describeReference(assembly, read.reference)
  const piece = assembly.pieces.get(target.set)?.piece
  const rule = piece?.kind === 'rules' ? piece.rules.find(({ id }) => id === target.rule) : undefined
  return { title: rule?.title ?? phrase(target.rule, target.rule) }
}

/** A unit stands once, behind the second number; a share and a year carry theirs. */
const presentWords = (interpreter: Interpreter, present: Value, readable: Readable): Text => {
  const bare = isExact(certainScalar(present)) && readable.unit !== 'share' && readable.unit !== 'calendar_year'
  return writeValue(interpreter.assembly, present, bare ? { ...readable, unit: undefined } : readable)
}

/** `có thêm 1 nội dung`: what a count counts, from its own title. */
const oneMore = (title: Text, more: boolean): Text => {
  const counted = inSentence(title).vi.replace(/^số /, '')
  return more ? phrase(`nếu có thêm 1 ${counted}`, 'with one more') : phrase(`nếu bớt 1 ${counted}`, 'with one fewer')
}

const rulesWords = (interpreter: Interpreter, change: Candidate, { rules }: Claims): Text => {
  const { read, present } = change.changeable
  const now = certainScalar(present)
  const difference = isExact(now) && isExact(change.scalar) ? change.scalar.sub(now) : undefined
  if (!countedRules(interpreter, change) || !difference || difference.abs().compare(1) !== 0) return phrase('', '')
  const { vi, en } = oneMore(describeReference(interpreter.assembly, read.reference).title, difference.compare(0) > 0)
  const which = listed(rules.map((title) => phrase(`“${title.vi}”`, `“${title.en}”`)), phrase('hoặc', 'or'))
  return rules.length === 0 ? phrase(` (${vi})`, ` (${en})`) : phrase(` (${vi}: ${which.vi})`, ` (${en}: ${which.en})`)
}

/** One change: `Tiền thuê: 2.300.000 → 2.200.000 đ/tháng hoặc thấp hơn`. */
export const changeSentence = (interpreter: Interpreter, change: Candidate, claims: Claims): Text => {
  const { read, present } = change.changeable
  const readable = titleOf(interpreter, change)
  const [from, to] = [presentWords(interpreter, present, readable), writeValue(interpreter.assembly, known(change.scalar), readable)]
  const side = claims.direction && beyond[claims.direction][isExact(change.scalar) ? 'number' : 'day']
  const extra = rulesWords(interpreter, change, claims)
  const owner = read.scope.member && memberName(interpreter, read.scope)
  const write = (language: keyof Text) =>
    `${owner ? `${owner[language]} – ` : ''}${readable.title[language]}: ${from[language]} → ${to[language]}${side ? ` ${side[language]}` : ''}${extra[language]}`
  return phrase(write('vi'), write('en'))
}

/** All changes of a set and the outcome they lead to: `… → Đủ điều kiện`. */
export const setSentence = (changes: readonly Text[], outcome: Text): Text =>
  phrase(`${changes.map(({ vi }) => vi).join('; ')} → ${outcome.vi}`, `${changes.map(({ en }) => en).join('; ')} → ${outcome.en}`)

/** That nothing was found within the bounds. */
export const nothingFound = (title: Text, asked: Text | undefined, bounds: { readonly changes: number; readonly trials: number }): Text => phrase(
  `Không tìm thấy thay đổi nhỏ nào làm cho “${title.vi}” ${asked ? `là “${asked.vi}”` : 'khác đi'} (đã xét tối đa ${bounds.changes} thay đổi cùng lúc, ${bounds.trials} phương án).`,
  `No small change found that would make “${title.en}” ${asked ? `“${asked.en}”` : 'different'} (at most ${bounds.changes} changes at once, ${bounds.trials} possibilities tried).`,
)

/** That the outcome has the value asked for. */
export const alreadySo = (title: Text, value: Text): Text => phrase(`“${title.vi}” đã là “${value.vi}”.`, `“${title.en}” is “${value.en}” already.`)

/** That nothing can be said before the missing questions are answered. */
export const notConcluded = (title: Text, missing: readonly Text[]): Text => {
  const which = listed(missing.map(({ vi, en }) => phrase(`“${vi}”`, `“${en}”`)), phrase('và', 'and'))
  return phrase(
    `“${title.vi}” chưa kết luận được${missing.length > 0 ? `; cần hỏi thêm ${which.vi}` : ''}.`,
    `“${title.en}” is undetermined${missing.length > 0 ? `; still to be asked: ${which.en}` : ''}.`,
  )
}
