import type { TablePiece, TableRow } from '../documents/logic-document.ts'
import type { Text } from '../documents/text.ts'
import { sentenceOfExpression } from '../explain/expression-sentence.ts'
import { conditionPhrase } from '../explain/phrase.ts'
import type { DocumentChange, ChangeOf, Thing } from './change.ts'
import { nothing, pieceIdOf, placeOf, toldAt, toldParts, type Scene, type Teller, type Telling } from './change-telling.ts'
import { nameOf, stepsTo, type Side } from './difference-place.ts'
import { asWritten, fill, quoted } from './difference-words.ts'
import { doubtOf } from './source-words.ts'
import { amountWords, rowWords } from './value-words.ts'

/** Things that come and go as a whole; what changes inside them is told there. */
type Whole = 'parameter' | 'piece' | 'row' | 'rule' | 'form' | 'section' | 'item' | 'check' | 'report' | 'report_column' | 'row_block' | 'report_row' | 'report_check' | 'case' | 'list' | 'entry' | 'field'

const after = (detail: Text): Text => (detail === nothing ? nothing : fill(': {0}', ': {0}', detail))

const neighbour = (change: ChangeOf<Whole>, { side }: Scene): Text => {
  const behind = change.kind === 'moved' || change.kind === 'added' ? change.behind : undefined
  return behind === undefined ? nothing : nameOf(stepsTo(side, [...change.path.slice(0, -1), behind]), side)
}

const told = (change: ChangeOf<Whole>, scene: Scene, name: Text, into: Text, detail: Text): Telling => {
  const words: Readonly<Record<ChangeOf<Whole>['kind'], () => Text>> = {
    added: () => fill('thêm {0}{1}{2}', '{0} added{1}{2}', name, into, after(detail)),
    removed: () => fill('bỏ {0}{1}', '{0} dropped{1}', name, into),
    moved: () => (neighbour(change, scene) === nothing ? fill('chuyển {0} lên đầu', '{0} moved to the beginning', name) : fill('chuyển {0} đến ngay sau {1}', '{0} moved to right after {1}', name, neighbour(change, scene))),
    changed: () => fill('thay {0}{1}', '{0} replaced{1}', name, after(detail)),
  }
  return { phrases: [words[change.kind]()] }
}

/** `whole(…)`: named by itself, put into what is around it where `container` says so, with its content where it is new. */
const whole = <T extends Whole>(container: boolean, detail: (change: ChangeOf<T>, scene: Scene) => Text = () => nothing): Teller<T> => (change, scene) => {
  const into = container ? intoOrFrom(change, change.path[0] === 'reports' ? nameOf(stepsTo(scene.side, change.path.slice(0, 2)), scene.side) : placeOf(scene)) : nothing
  return told(change as ChangeOf<Whole>, scene, nameOf(scene.steps, scene.side), into, detail(change, scene))
}

const intoOrFrom = ({ kind }: { readonly kind: DocumentChange['kind'] }, place: Text): Text => (kind === 'removed' ? fill(' khỏi {0}', ' from {0}', place) : fill(' vào {0}', ' to {0}', place))

const newValue = <T extends Thing>(change: ChangeOf<T>) => (change.kind === 'changed' ? change.after : change.value)

const pieceDetail = (_change: ChangeOf<'piece'>, scene: Scene): Text => {
  const { assembly } = scene.side
  const piece = assembly.pieces.get(pieceIdOf(scene))?.piece
  if (piece?.kind === 'fact') return sentenceOfExpression(assembly, piece.value, piece)
  return piece?.kind === 'condition' ? conditionPhrase(assembly, piece.conditions) : nothing
}

/** The table and the row a change stands in, as stored. */
export const tableRow = (side: Side, pieceId: string, rowId: string | undefined): readonly [TablePiece, TableRow] | undefined => {
  const table = side.assembly.pieces.get(pieceId)?.piece
  const row = table?.kind === 'table' ? table.rows.find(({ id }) => id === rowId) : undefined
  return table?.kind === 'table' && row ? [table, row] : undefined
}

const tellRow: Teller<'row'> = (change, scene) => {
  const found = tableRow(scene.side, pieceIdOf(scene), change.path.at(-1))
  const detail = found ? rowWords(scene.side.assembly, ...found) : nothing
  const place = placeOf(scene)
  const number = asWritten(String((scene.steps.at(-1)?.index ?? 0) + 1))
  if (change.kind === 'added') return { phrases: [fill('thêm dòng {0} vào {1}: {2}{3}', 'row {0} added to {1}: {2}{3}', number, place, detail, doubtOf(change.value.source))] }
  if (change.kind === 'removed') return { phrases: [fill('bỏ dòng {0} khỏi {1}: {2}', 'row {0} dropped from {1}: {2}', number, place, detail)] }
  if (change.kind === 'changed') return toldAt(place, fill('thay dòng {0}: {1}', 'row {0} replaced: {1}', number, detail))
  const old = stepsTo(scene.before, change.path).at(-1)
  return toldAt(place, fill('chuyển dòng {0} thành dòng {1}: {2}', 'row {0} becomes row {1}: {2}', asWritten(String((old?.index ?? 0) + 1)), number, detail))
}

const tellEntry: Teller<'entry'> = (change, scene) =>
  toldAt(placeOf(scene), toldParts<'entry'>(change, { vi: 'mục', en: 'entry' }, ({ title }) => quoted(title)))

/** Where in the questions a field belongs. */
const groups: Readonly<Record<string, Text>> = {
  household: { vi: 'phần hỏi về hộ', en: 'the questions about the household' },
  items: { vi: 'phần hỏi về thành viên', en: 'the questions about members' },
  unit: { vi: 'phần thông tin địa bàn', en: 'what is kept of units' },
}

const tellField: Teller<'field'> = (change, scene) => {
  const group = groups[change.path.at(-3) ?? ''] ?? nothing
  return told(change as ChangeOf<Whole>, scene, nameOf(scene.steps, scene.side), intoOrFrom(change, group), nothing)
}

const ruleDetail = (change: ChangeOf<'rule'>, { side }: Scene): Text => fill('khi {0}{1}', 'when {0}{1}', conditionPhrase(side.assembly, newValue<'rule'>(change).conditions), doubtOf(newValue<'rule'>(change).source))

const parameterDetail = (change: ChangeOf<'parameter'>, { side }: Scene): Text => {
  const { amount, unit, source } = newValue<'parameter'>(change)
  return fill('{0}{1}', '{0}{1}', amountWords(side.assembly, amount, unit), source?.certainty === 'open' ? nothing : doubtOf(source))
}

const tellParameter: Teller<'parameter'> = (change, scene) =>
  told(change as ChangeOf<Whole>, scene, fill('mức quy định {0}', 'legal value {0}', nameOf(scene.steps, scene.side)), nothing, parameterDetail(change, scene))

/** How things that come, go and move as a whole are told. */
export const wholeTellers: { readonly [T in Whole]: Teller<T> } = {
  parameter: tellParameter,
  piece: whole<'piece'>(false, pieceDetail),
  row: tellRow,
  rule: whole<'rule'>(false, ruleDetail),
  form: whole<'form'>(false),
  report: whole<'report'>(false),
  report_column: whole<'report_column'>(true),
  row_block: whole<'row_block'>(true),
  report_row: whole<'report_row'>(true),
  report_check: whole<'report_check'>(true),
  section: whole<'section'>(true),
  item: whole<'item'>(true),
  check: whole<'check'>(true),
  case: whole<'case'>(false),
  list: whole<'list'>(false),
  entry: tellEntry,
  field: tellField,
}
