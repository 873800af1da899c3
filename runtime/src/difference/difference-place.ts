import type { CommonDocument } from '../documents/common-document.ts'
import type { LogicPiece } from '../documents/logic-document.ts'
import { oncePer } from '../documents/once-per.ts'
import type { Release } from '../documents/release-document.ts'
import type { ReportDocument } from '../documents/report-document.ts'
import type { Text } from '../documents/text.ts'
import { pieceNouns } from '../explain/piece-noun.ts'
import { describeReference } from '../explain/readable.ts'
import { assemble, type Assembly } from '../release/assembly.ts'
import { readReport } from '../report/report-reading.ts'
import type { DocumentChange, ChangePath, Json, Thing } from './change.ts'
import { asJson } from './difference.ts'
import { isJsonObject, keyedDocument, type JsonObject } from './keyed-document.ts'
import { asWritten, fill, quoted } from './difference-words.ts'
import { commonShape, partsOf, releaseShape, type Shape } from './shape.ts'

/** One document of the two compared, with what is needed to write of it. */
export interface Side {
  readonly assembly: Assembly
  /** What conditions and values of a report are read in, by its id; made where it is asked for. */
  readonly reportOf: (id: string) => Assembly | undefined
  readonly document: JsonObject
  readonly shape: Shape
}

/** A thing on the way to a change, from the outside in. */
export interface PlaceStep {
  readonly thing: Thing
  readonly name: string
  readonly value: Json
  /** From 0, among its neighbours. */
  readonly index: number
}

const sideOf = (shapeOf: typeof releaseShape, plain: Release | CommonDocument, assembly: Assembly, reportOf: Side['reportOf'] = () => undefined): Side => {
  const document = keyedDocument(asJson(plain))
  return { assembly, reportOf, document, shape: shapeOf(document) }
}

/** What is read at a place of a document. */
export const readingAt = ({ assembly, reportOf }: Pick<Side, 'assembly' | 'reportOf'>, [part, id]: ChangePath): Assembly => (part === 'reports' ? reportOf(id ?? '') : undefined) ?? assembly

/** A release among those it reads. */
export const releaseSide = (release: Release, common: CommonDocument, others: Readonly<Record<string, Release>>): Side => {
  const releases = { ...others, [release.programme]: release }
  const read = oncePer((report: ReportDocument) => readReport({ common, releases }, report))
  const reportOf = (id: string): Assembly | undefined => {
    const report = release.reports?.find((each) => each.id === id)
    return report && read(report)
  }
  return sideOf(releaseShape, release, assemble({ programme: release.programme, layer: 'national', common, releases }), reportOf)
}

const none: Text = { vi: '–', en: '–' }

/** Shared documents, read without any release. */
export const commonSide = (common: CommonDocument): Side => {
  const empty: Release = { format: 1, programme: 'common', scope: 'national', title: none, legal_basis: [], changelog: none, parameters: {}, logic: [], forms: [], cases: [] }
  return sideOf(commonShape, common, assemble({ programme: 'common', layer: 'national', common, releases: { common: empty } }))
}

/** The things a path leads through, as far as this side has them. */
export const stepsTo = ({ document, shape }: Side, path: ChangePath): readonly PlaceStep[] => {
  const steps: PlaceStep[] = []
  let [value, current]: [Json, Shape] = [document, shape]
  for (const name of path) {
    const parts = partsOf(current, value)
    const index = parts.findIndex((part) => part.name === name)
    const part = parts[index]
    if (!part) break
    steps.push({ thing: part.shape.thing, name, value: part.value, index })
    ;[value, current] = [part.value, part.shape]
  }
  return steps
}

const isPieceKind = (kind: unknown): kind is LogicPiece['kind'] => typeof kind === 'string' && Object.hasOwn(pieceNouns, kind)

export const isText = (value: Json | undefined): value is { readonly vi: string; readonly en: string } => isJsonObject(value) && typeof value['vi'] === 'string' && typeof value['en'] === 'string'

const property = (value: Json, name: string): Json | undefined => (isJsonObject(value) && Object.hasOwn(value, name) ? value[name] : undefined)

const titled = (noun: Text, text: Json | undefined): Text => (isText(text) ? fill('{0} “{1}”', '{0} “{1}”', noun, text) : noun)

const noun = (vi: string, en: string): Text => ({ vi, en })

type Namer = (step: PlaceStep, side: Side, outside: readonly PlaceStep[]) => Text

const byTitle = (vi: string, en: string): Namer => (step) => titled(noun(vi, en), property(step.value, 'title'))

/** Items of a form that carry words of their own. */
const itemNouns: Readonly<Record<string, Text>> = {
  group: noun('nhóm', 'group'),
  matrix: noun('bảng câu hỏi', 'table of questions'),
  text: noun('đoạn hướng dẫn', 'text'),
  attachment: noun('tệp đính kèm', 'attachment'),
}

const itemName: Namer = (step, { assembly }, outside) => {
  const field = property(step.value, 'field')
  if (typeof field === 'string') return fill('câu hỏi “{0}”', 'question “{0}”', describeReference(assembly, { fact: field }).title)
  const fact = property(step.value, 'fact')
  if (typeof fact === 'string') return fill('giá trị “{0}”', 'value “{0}”', describeReference(assembly, { fact }).title)
  const titledNoun = itemNouns[String(property(step.value, 'kind'))]
  if (titledNoun) return titled(titledNoun, property(step.value, 'title') ?? property(step.value, 'text'))
  const section = outside.findLast(({ thing }) => thing === 'section')
  return fill('phần ghi từng thành viên {0}', 'the part for each member {0}', section ? fill('trong mục “{0}”', 'in section “{0}”', textOr(property(section.value, 'title'))) : asWritten(''))
}

/** Blocks of rows without a title of their own are called by what they are made of. */
const blockName = ({ value }: PlaceStep, assembly: Assembly): Text => {
  const fact = property(value, 'fact')
  if (typeof fact === 'string') return fill('các dòng theo “{0}”', 'rows by “{0}”', describeReference(assembly, { fact }).title)
  const kind = property(value, 'kind')
  if (kind === 'units') return noun('các dòng theo đơn vị', 'rows by unit')
  if (kind === 'households') return noun('danh sách hộ', 'the list of households')
  return kind === 'total' ? titled(noun('dòng', 'row'), property(value, 'title')) : noun('các dòng theo điều kiện', 'rows by conditions')
}

const textOr = (value: Json | undefined): Text => (isText(value) ? value : asWritten(''))

/** What a thing is called; things that are only ever told with what is around them have no name. */
const namers: Readonly<Partial<Record<Thing, Namer>>> = {
  parameter: (step) => quoted(textOr(property(step.value, 'title'))),
  piece: (step) => {
    const kind = property(step.value, 'kind')
    return titled(isPieceKind(kind) ? pieceNouns[kind] : noun('phần', 'part'), property(step.value, 'title'))
  },
  row: (step, _side, outside) => fill('bảng “{0}”, dòng {1}', 'table “{0}”, row {1}', textOr(property(outside.at(-2)?.value ?? null, 'title')), asWritten(String(step.index + 1))),
  rule: byTitle('quy tắc', 'rule'),
  form: (step) => titled(property(step.value, 'kind') === 'pages' ? noun('trang ghép', 'pages') : noun('biểu mẫu', 'form'), property(step.value, 'title')),
  section: byTitle('mục', 'section'),
  item: itemName,
  check: (step) => titled(noun('nội dung kiểm tra', 'check'), property(step.value, 'message')),
  report: byTitle('biểu báo cáo', 'report'),
  report_column: byTitle('cột', 'column'),
  row_block: (step, { assembly }) => blockName(step, assembly),
  report_row: byTitle('dòng', 'row'),
  report_check: byTitle('phép đối chiếu số liệu', 'check of figures'),
  case: byTitle('tình huống mẫu', 'worked case'),
  list: byTitle('danh mục', 'list'),
  entry: (step, _side, outside) => fill('danh mục “{0}”, mục “{1}”', 'list “{0}”, entry “{1}”', textOr(property(outside.findLast(({ thing }) => thing === 'list')?.value ?? null, 'title')), textOr(property(step.value, 'title'))),
  field: (step) => titled(noun('câu hỏi', 'question'), property(step.value, 'x-label')),
}

/** What the last thing of these steps is called. */
export const nameOf = (steps: readonly PlaceStep[], side: Side): Text => {
  const step = steps.at(-1)
  const named = step && namers[step.thing]?.(step, side, steps.slice(0, -1))
  if (named) return named
  return Object.hasOwn(side.document, 'dictionary') ? noun('phần dùng chung', 'shared documents') : noun('bản quy định', 'release')
}

/** A name apart from its noun, so that several of a kind can stand together: rules “A”, “B”. */
export interface ShortName {
  readonly one: Text
  readonly many: Text
  readonly name: Text
}

/** What the last thing of these steps is called, where things of its kind come in numbers. */
export const shortNameOf = (steps: readonly PlaceStep[]): ShortName | undefined => {
  const step = steps.at(-1)
  if (!step) return undefined
  const name = quoted(textOr(property(step.value, 'title')))
  if (step.thing === 'parameter') return { one: noun('mức quy định', 'legal value'), many: noun('các mức quy định', 'legal values'), name }
  if (step.thing === 'rule') return { one: noun('quy tắc', 'rule'), many: noun('các quy tắc', 'rules'), name }
  if (step.thing !== 'row') return undefined
  const table = textOr(property(steps.at(-3)?.value ?? null, 'title'))
  return { one: fill('bảng “{0}”, dòng', 'table “{0}”, row', table), many: fill('bảng “{0}”, các dòng', 'table “{0}”, rows', table), name: asWritten(String(step.index + 1)) }
}

/** The steps to the nearest thing around the change that has a name. */
export const ownerOf = (steps: readonly PlaceStep[]): readonly PlaceStep[] => {
  const index = steps.findLastIndex(({ thing }) => namers[thing] !== undefined)
  return steps.slice(0, index + 1)
}

/** Where a change is seen: what went is read of the old document, all else of the new one. */
export const sideFor = <S>(change: Pick<DocumentChange, 'kind'>, sides: { readonly before: S; readonly after: S }): S => (change.kind === 'removed' ? sides.before : sides.after)
