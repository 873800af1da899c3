import type { Literal, SingleOperand } from '../documents/condition-document.ts'
import { sentenceOfExpression } from '../explain/expression-sentence.ts'
import { describeColumn, describeReference, type Readable } from '../explain/readable.ts'
import { sentenceOf } from '../explain/sentence.ts'
import { citationPhrase } from '../explain/source-phrase.ts'
import { cellLeaf } from '../logic/table.ts'
import type { Text } from '../documents/text.ts'
import type { ChangeOf, ChangePath, Json, Source, Thing } from './change.ts'
import { nothing, pieceIdOf, placeOf, toldAt, toldParts, type Scene, type Teller } from './change-telling.ts'
import { isText, nameOf, ownerOf, stepsTo, type Side, readingAt } from './difference-place.ts'
import { writeResult } from '../explain/result-words.ts'
import { asWritten, fill, joinTexts, quoted } from './difference-words.ts'
import { isJsonObject, type JsonObject } from './keyed-document.ts'
import { propertyName, propertyValue } from './property-words.ts'
import { sourceDifferences } from './source-words.ts'
import { amountWords, inputTitle, keyWords, literalWords, resultWords } from './value-words.ts'
import { tableRow, wholeTellers } from './whole-tellers.ts'

const oldAndNew = <T extends Thing>(change: ChangeOf<T>) => (change.kind === 'changed' ? [change.before, change.after] as const : change.kind === 'removed' ? [change.value, undefined] as const : [undefined, change.value] as const)

/** The source before and after; nothing where there was or is none. */
export const sourcesOf = (change: ChangeOf<'source'>): readonly [Source, Source] => {
  const [before, after] = oldAndNew<'source'>(change)
  return [before ?? {}, after ?? {}]
}

const tellSource: Teller<'source'> = (change, scene) => toldAt(placeOf(scene), ...sourceDifferences(...sourcesOf(change)))

const tellCitation: Teller<'citation'> = (change) => ({ phrases: [toldParts<'citation'>(change, { vi: 'căn cứ pháp lý', en: 'legal basis' }, citationPhrase)] })

const parameterOf = ({ assembly }: Side, path: ChangePath) => assembly.release.parameters[path[1] ?? '']

/** Two numbers of one unit carry it once: `1.500.000 → 2.200.000 đ/người/tháng`. */
const literalChange = (sides: { readonly before: Side; readonly after: Side }, path: ChangePath, a: Literal, b: Literal): Text => {
  const [old, now] = [parameterOf(sides.before, path)?.unit, parameterOf(sides.after, path)?.unit]
  const once = old === now && old !== 'share' && typeof a === 'number' && typeof b === 'number'
  const like = (unit: string | undefined): Readable => ({ title: nothing, unit })
  return fill('{0} → {1}', '{0} → {1}', literalWords(sides.before.assembly, a, once && old !== 'calendar_year' ? { title: nothing } : like(old)), literalWords(sides.after.assembly, b, like(now)))
}

const parameterTitle = ({ side, after }: Scene, path: ChangePath): Text => (parameterOf(side, path) ?? parameterOf(after, path))?.title ?? nothing

const tellAmount: Teller<'amount'> = (change, scene) => {
  const [a, b] = oldAndNew<'amount'>(change)
  const place = parameterTitle(scene, change.path)
  if (a?.value !== undefined && b?.value !== undefined) return toldAt(place, literalChange(scene, change.path, a.value, b.value))
  const write = (side: Side, amount: typeof a): Text => amountWords(side.assembly, amount ?? {}, parameterOf(side, change.path)?.unit ?? '')
  return toldAt(place, fill('{0} → {1}', '{0} → {1}', write(scene.before, a), write(scene.after, b)))
}

const tellKeyedAmount: Teller<'keyed_amount'> = (change, scene) => {
  const { by } = parameterOf(scene.side, change.path) ?? {}
  const key = keyWords(scene.side.assembly, by ?? '', change.path.at(-1) ?? '')
  const place = fill('{0} ({1})', '{0} ({1})', parameterTitle(scene, change.path), key)
  if (change.kind === 'changed') return toldAt(place, literalChange(scene, change.path, change.before, change.after))
  const unit = parameterOf(scene.side, change.path)?.unit
  return toldAt(place, toldParts<'keyed_amount'>(change, { vi: 'mức', en: 'value' }, (value) => literalWords(scene.side.assembly, value, { title: nothing, unit })))
}

const tellInput: Teller<'input'> = (change, scene) =>
  toldAt(placeOf(scene), toldParts<'input'>(change, { vi: 'cột', en: 'column' }, (input) => quoted(inputTitle(scene.side.assembly, input))))

const tellOutput: Teller<'output'> = (change, scene) => toldAt(placeOf(scene), toldParts<'output'>(change, { vi: 'cột kết quả', en: 'result column' }, (output) => {
  const table = scene.side.assembly.pieces.get(pieceIdOf(scene))?.piece
  const readable = table?.kind === 'table' ? describeColumn(scene.side.assembly, table, output) : undefined
  return readable && table && readable.title !== table.title ? quoted(readable.title) : fill('thứ {0}', 'number {0}', asWritten(String((scene.steps.at(-1)?.index ?? 0) + 1)))
}))

/** A cell as a comparison with its column, read in the document it stands in. */
const cellWords = (side: Side, path: ChangePath): Text => {
  const found = tableRow(side, path.at(-5) ?? '', path.at(-3))
  if (!found) return nothing
  const steps = stepsTo(side, [...path.slice(0, -4), 'inputs', path.at(-1) ?? ''])
  const leaf = cellLeaf(...found, steps.at(-1)?.index ?? 0)
  return leaf ? quoted(sentenceOf(side.assembly, leaf)) : nothing
}

const tellCell: Teller<'cell'> = (change, scene) =>
  toldAt(placeOf(scene), toldParts<'cell'>(change, change.kind === 'changed' ? nothing : { vi: 'điều kiện', en: 'condition' }, (_cell, which) => cellWords(scene[which], change.path)))

const tellResult: Teller<'result'> = (change, scene) => toldAt(placeOf(scene), toldParts<'result'>(change, { vi: 'kết quả', en: 'result' }, (value: SingleOperand, which) => {
  const table = scene[which].assembly.pieces.get(pieceIdOf(scene))?.piece
  return table?.kind === 'table' ? quoted(resultWords(scene[which].assembly, table, change.path.at(-1) ?? '', value)) : nothing
}))

const conditionNouns: Readonly<Record<string, Text>> = {
  visible: { vi: 'điều kiện hiện câu hỏi', en: 'condition for showing it' },
  applies: { vi: 'điều kiện phải trả lời', en: 'condition for asking it' },
}

const tellCondition: Teller<'condition'> = (change, scene) => {
  const noun = conditionNouns[change.path.findLast((name) => Object.hasOwn(conditionNouns, name)) ?? ''] ?? { vi: 'điều kiện', en: 'condition' }
  return toldAt(placeOf(scene), toldParts<'condition'>(change, noun, (condition, which) => quoted(sentenceOf(readingAt(scene[which], change.path), condition))))
}

/** The computed parts of an entitlement. */
const partNouns: Readonly<Record<string, Text>> = {
  level: { vi: 'mức hưởng', en: 'level' },
  amount: { vi: 'số tiền', en: 'amount' },
  at_most: { vi: 'số lần nhiều nhất', en: 'greatest number of times' },
  from: { vi: 'ngày bắt đầu hưởng', en: 'first day' },
  to: { vi: 'ngày kết thúc hưởng', en: 'last day' },
}

const tellExpression: Teller<'expression'> = (change, scene) => {
  const id = pieceIdOf(scene)
  const assembly = (which: 'before' | 'after') => readingAt(scene[which], change.path)
  const part = scene.side.assembly.pieces.get(id)?.piece.kind === 'entitlement' ? change.path.find((name) => Object.hasOwn(partNouns, name)) : undefined
  const like = part === 'level' || part === 'amount' ? { fact: id, output: part } : { fact: id }
  return toldAt(placeOf(scene), toldParts<'expression'>(change, partNouns[part ?? ''] ?? nothing, (expression, which) =>
    quoted(sentenceOfExpression(assembly(which), expression, change.path[0] !== 'reports' && (part === undefined || part === like.output) ? describeReference(assembly(which), like) : undefined))))
}

const tellRosterColumn: Teller<'roster_column'> = (change, scene) =>
  toldAt(placeOf(scene), toldParts<'roster_column'>(change, { vi: 'cột hiển thị', en: 'column shown' }, (field) => quoted(describeReference(scene.side.assembly, { fact: field }).title)))

const isLiteral = (value: Json): value is Literal => typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'

/** An expected result; of members each by the member's id. */
const answerWords = ({ assembly }: Side) => (name: string, value: Json): Text => {
  if (isLiteral(value)) return writeResult(assembly, name, value)
  const parts = isJsonObject(value) ? Object.entries(value).filter((entry): entry is [string, Literal] => isLiteral(entry[1])) : []
  return joinTexts(parts.map(([member, each]) => fill('{0}: {1}', '{0}: {1}', asWritten(member), writeResult(assembly, name, each))), ', ')
}

const unwrittenSummary: Text = { vi: 'chưa viết tóm tắt nội dung thay đổi', en: 'the summary of what changes is not written yet' }

const otherContent: Text = { vi: 'nội dung khác', en: 'other content' }

const tellProperty: Teller<'property'> = (change, scene) => {
  const name = change.path.at(-1) ?? ''
  const [old, now] = oldAndNew<'property'>(change)
  const [a, b] = name === 'expect' ? differing(old, now) : [old, now]
  const titles = name === 'title' || name === 'x-label' || name === 'message'
  if (titles && isText(a) && isText(b)) return toldAt(oldPlace(change.path, scene), renamed(name, a, b))
  if (name === 'changelog' && isText(b) && b.vi === '') return toldAt(placeOf(scene), unwrittenSummary)
  if (name === 'changelog' && isText(b)) return toldAt(placeOf(scene), fill('tóm tắt nội dung thay đổi nay là “{0}”', 'the summary of what changes is now “{0}”', b))
  return toldAt(placeOf(scene), propertyChange(name, a, b, scene))
}

const propertyChange = (name: string, a: Json | undefined, b: Json | undefined, { before, after }: Scene): Text => {
  const noun = propertyName(name)
  if (!noun) return fill('sửa {0}', '{0} changed', otherContent)
  const write = (side: Side, value: Json | undefined) => (value === undefined ? undefined : propertyValue(side, name, value, answerWords(side)))
  const [old, now] = [write(before, a), write(after, b)]
  if ((a !== undefined && !old) || (b !== undefined && !now)) return fill('sửa {0}', '{0} changed', noun)
  if (typeof a === 'boolean' || typeof b === 'boolean') return fill('{0}: {1} → {2}', '{0}: {1} → {2}', noun, old ?? notSaid, now ?? notSaid)
  if (old && now) return fill('{0} {1} → {2}', '{0} {1} → {2}', noun, old, now)
  return old ? fill('bỏ {0} {1}', '{0} {1} dropped', noun, old) : fill('thêm {0} {1}', '{0} {1} added', noun, now ?? nothing)
}

/** Of two records, the entries that are not the same in both. */
const differing = (a: Json | undefined, b: Json | undefined): readonly [Json | undefined, Json | undefined] => {
  if (!isJsonObject(a) || !isJsonObject(b)) return [a, b]
  const unlike = (one: JsonObject, other: JsonObject) => Object.fromEntries(Object.entries(one).filter(([key, value]) => !Object.hasOwn(other, key) || other[key] !== value))
  return [unlike(a, b), unlike(b, a)]
}

const notSaid: Text = { vi: 'không ghi', en: 'not said' }

const oldPlace = (path: ChangePath, { before }: Scene): Text => nameOf(ownerOf(stepsTo(before, path).slice(0, -1)), before)

/** A title in one language alone is told as such, since the other reader sees no difference. */
const renamed = (name: string, old: Text, now: Text): Text => {
  const verb = name === 'message' ? { vi: 'sửa lời nhắc thành', en: 'message becomes' } : { vi: 'đổi tên thành', en: 'renamed' }
  const other = { vi: 'sửa cách viết bằng tiếng Anh thành', en: 'wording in Vietnamese becomes' }
  return {
    vi: old.vi === now.vi ? `${other.vi} “${now.en}”` : `${verb.vi} “${now.vi}”`,
    en: old.en === now.en ? `${other.en} “${now.vi}”` : `${verb.en} “${now.en}”`,
  }
}

/** How a change to each kind of thing is told. A new kind of thing must be told before it compiles. */
export const tellers: { readonly [T in Thing]: Teller<T> } = {
  ...wholeTellers,
  property: tellProperty,
  source: tellSource,
  citation: tellCitation,
  amount: tellAmount,
  keyed_amount: tellKeyedAmount,
  input: tellInput,
  output: tellOutput,
  cell: tellCell,
  result: tellResult,
  condition: tellCondition,
  expression: tellExpression,
  roster_column: tellRosterColumn,
}
