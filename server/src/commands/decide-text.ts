import {
  assemble, citationPhrase, entitlementPhrase, formatDate, formatValue, pieceTitle, placesOf, titleOfLayer, titleOfQuestion,
  type Assembly, type EntitlementResult, type EvaluationResult, type ExplanationNode, type Grounds, type Language, type OutcomeResult, type Question, type Text,
} from '@tieuchi/runtime'
import type { DecideAnswer } from './decide-answer.ts'

interface Writer {
  readonly language: Language
  readonly assembly: Assembly
  readonly names: ReadonlyMap<string, string>
}

/** The decision as people read it: what came out, by which rules, what is missing, and why. */
export function writeAnswer(answer: DecideAnswer, members: ReadonlyMap<string, string>, language: Language): string {
  const { response, releases, overlays, common, programme, unit } = answer
  const results = Object.values(response.layers)
  return results.map((result) => {
    const assembly = assemble({ programme, layer: result.layer, common, releases, overlays })
    const writer: Writer = { language, assembly, names: members }
    const explanations = response.explanations?.[result.layer] ?? []
    return [
      ...(results.length > 1 ? [`== ${titleOfLayer(assembly, unit && placesOf(unit))[language]} ==`] : []),
      ...result.outcomes.flatMap((outcome) => writeOutcome(writer, outcome)),
      ...Object.entries(result.member_outcomes).flatMap(([member, outcomes]) => outcomes.flatMap((outcome) => writeOutcome(writer, outcome, members.get(member)))),
      ...result.entitlements.flatMap((entitlement) => writeEntitlement(writer, entitlement)),
      ...writeRules(writer, result),
      rulesLine(answer, writer, result),
      '',
      `${words.why[language]}:`,
      ...explanations.flatMap((node) => (explanations.length === 1 ? writeOnly(node, language) : writeNode(named(node, members), language, 1))),
    ].join('\n')
  }).join('\n\n')
}

const words = {
  rules: { vi: 'Theo', en: 'By' },
  why: { vi: 'Vì sao', en: 'Why' },
  undetermined: { vi: 'chưa kết luận', en: 'undetermined' },
  notApplicable: { vi: 'không áp dụng', en: 'not applicable' },
  missing: { vi: 'Cần hỏi thêm', en: 'Still to be asked' },
  open: { vi: 'Văn bản chưa xác lập', en: 'Not established in the law' },
  assumed: { vi: 'Dựa trên giả định', en: 'Rests on assumptions' },
  read: { vi: 'đọc được', en: 'read' },
  assumption: { vi: 'giả định', en: 'assumed' },
  hold: { vi: 'đúng', en: 'hold' },
  unknown: { vi: 'chưa rõ', en: 'not known' },
} as const satisfies Readonly<Record<string, Text>>

function writeOutcome(writer: Writer, outcome: OutcomeResult, member?: string): readonly string[] {
  const { language, assembly } = writer
  const title = member === undefined ? outcome.title[language] : `${member} – ${outcome.title[language]}`
  return [`${title}: ${valueText(outcome, assembly, language)}`, ...writeGrounds(writer, outcome)]
}

function writeEntitlement(writer: Writer, entitlement: EntitlementResult): readonly string[] {
  const { language, assembly, names } = writer
  const { title, member, citation } = entitlement
  const whose = member === undefined ? '' : `${names.get(member) ?? member} – `
  const article = citation ? ` [${citationPhrase(citation)[language]}]` : ''
  return [`${whose}${title[language]}: ${entitlementPhrase(assembly, entitlement)[language]}${article}`, ...writeGrounds(writer, entitlement)]
}

/** What a result still waits for or rests on. */
function writeGrounds({ language, assembly, names }: Writer, { missing, open, assumed }: Grounds): readonly string[] {
  const grounds: readonly (readonly [Text, readonly string[]])[] = [
    [words.missing, missing.map((question) => questionText(assembly, names, question, language))],
    [words.open, open.map((name) => pieceTitle(assembly, name)[language])],
    [words.assumed, assumed.map((name) => pieceTitle(assembly, name)[language])],
  ]
  return grounds.filter(([, items]) => items.length > 0).map(([label, items]) => `  ${label[language]}: ${items.join('; ')}`)
}

function valueText({ state, value, list, unit }: OutcomeResult, { lists }: Assembly, language: Language): string {
  if (state !== 'determined' || value === undefined) return (state === 'not_applicable' ? words.notApplicable : words.undetermined)[language]
  return formatValue(value, { list, unit, lists, language })
}

const questionText = (assembly: Assembly, names: ReadonlyMap<string, string>, { field, member }: Question, language: Language): string => {
  const label = titleOfQuestion(assembly, field)[language]
  return member === undefined ? label : `${label} (${names.get(member) ?? member})`
}

/** Of each rule set, the rules that hold and those of which it is not known. */
function writeRules({ assembly, language }: Writer, { rules }: EvaluationResult): readonly string[] {
  const sets = [...new Set(rules.map(({ set }) => set))]
  return sets.flatMap((set) => {
    const titles = (result: boolean | 'unknown') => rules.filter((rule) => rule.set === set && rule.result === result).map(({ title }) => title[language])
    const parts: readonly (readonly [Text, readonly string[]])[] = [[words.hold, titles(true)], [words.unknown, titles('unknown')]]
    return [`${pieceTitle(assembly, set)[language]} (${rules.filter((rule) => rule.set === set).length}):`, ...parts.filter(([, items]) => items.length > 0).map(([label, items]) => `  ${label[language]} (${items.length}): ${items.join('; ')}`)]
  })
}

function rulesLine({ unit }: DecideAnswer, { assembly: { release, overlays }, language }: Writer, { moment, layer }: EvaluationResult): string {
  const day = language === 'vi' ? `ngày ${formatDate(moment.law_at)}` : `on ${formatDate(moment.law_at)}`
  const side = layer === 'national' ? { vi: 'toàn quốc', en: 'national' } : { vi: 'địa phương', en: 'local' }
  const local = overlays.map(({ title }) => title[language])
  return [`${words.rules[language]}: ${[release.title[language], ...local].join(' + ')} (${side[language]})`, unit && [unit.name, ...unit.parents].join(', '), day].filter((part) => part !== undefined).join(' · ')
}

/** Why the one result is so; the result itself stands above. */
const writeOnly = (node: ExplanationNode, language: Language): readonly string[] =>
  [...(node.origin ? [`  (${node.origin.sentence[language]})`] : []), ...node.children.flatMap((child) => writeNode(child, language, 1))]

/** With the member's name before the title, where it is the result of one. */
const named = (node: ExplanationNode, names: ReadonlyMap<string, string>): ExplanationNode => {
  const { member, sentence } = node
  if (member === undefined) return node
  const name = names.get(member) ?? member
  return { ...node, sentence: { vi: `${name} – ${sentence.vi}`, en: `${name} – ${sentence.en}` } }
}

const marks: Readonly<Record<string, string>> = { true: '✓', false: '✗', unknown: '?', not_applicable: '–' }

/** A line of an explanation with those below it that decided, indented by depth. */
export function writeNode(node: ExplanationNode, language: Language, depth: number): readonly string[] {
  const { result, sentence, read, compared, citation, certainty, origin } = node
  const values = read === undefined ? undefined : `${words.read[language]} ${read[language]}${showsParameter(sentence, compared, language) ? `; ${compared?.[language] ?? ''}` : ''}`
  const notes = [values, origin?.sentence[language], citation && citationPhrase(citation)[language], certainty === 'assumed' ? words.assumption[language] : undefined].filter((note) => note !== undefined)
  const line = `${'  '.repeat(depth)}${marks[String(result)] ?? '?'} ${sentence[language]}${notes.length > 0 ? ` [${notes.join(' · ')}]` : ''}`
  return [line, ...deciding(node).flatMap((child) => writeNode(child, language, depth + 1))]
}

/** The lines below that made a row or group false; a rule that does not hold stands for itself. */
const deciding = ({ kind, result, children }: ExplanationNode): readonly ExplanationNode[] => {
  if (kind === 'rule' && result === false) return []
  return (kind === 'row' || kind === 'group') && result === false ? children.filter((child) => child.result === false) : children
}

/** A literal stands in the sentence already. */
const showsParameter = (sentence: Text, compared: Text | undefined, language: Language): boolean => compared !== undefined && compared[language] !== '' && !sentence[language].endsWith(compared[language])
