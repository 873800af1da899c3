import { explain, isDay, placesOf, titleOfLayer, whyNot, type Answer, type Evaluation, type OutcomeResult, type WhyNot } from '@tieuchi/runtime'
import { dayOfRelease } from '../../policies/pack-assembly.ts'
import { findRelease } from '../../policies/pack-rules.ts'
import type { PackRules, Packs } from '../../policies/pack.ts'
import { CommandError } from '../command-error.ts'
import type { DecideRequest } from '../decide-arguments.ts'
import { memberNames, readInputFile } from '../decide-input.ts'
import { answerLocally, evaluateLocally, type LocalEvaluation } from '../decide-locally.ts'
import { writeAnswer, writeNode } from '../decide-text.ts'
import { allOwnPacks, selectPacks } from './pack-selection.ts'
import { wrongUse } from './rules-arguments.ts'
import type { RulesAnswer, RulesArguments } from './rules-command.ts'
import type { Writing } from './rules-writing.ts'
import { readSelected, type SelectedPacks } from './selected-packs.ts'

/** The result of a household, why it is so, and where it is asked for what would have to be different. */
export async function explainHousehold(args: RulesArguments): Promise<RulesAnswer> {
  const [named, piece] = args.operands
  const selected = readSelected(named === undefined ? allOwnPacks : selectPacks(named))
  const request = readRequest(args, selected)
  const value = readInputFile(request.file)
  const local = await evaluateLocally(selected.packs, request, value)
  const answer = await answerLocally(selected.packs, local)
  const told = piece === undefined ? undefined : await explainPiece(local, piece, args.text('member'))
  const asked = args.flag('why-not') || args.text('want') !== undefined ? await askWhyNot(local, piece, args) : undefined
  return {
    code: 0,
    data: { ...answer.response, ...(told && { explained: told }), ...(asked && { why_not: asked }) },
    lines: (writing) => [
      ...(told ? Object.values(told).flatMap((node) => writeNode(node, writing.language, 0)) : writeAnswer(answer, memberNames(value, answer.common.register.name), writing.language).split('\n')).flatMap((line) => writing.wrapLine(line)),
      ...(asked ? whyNotLines(local, asked, writing) : []),
    ],
  }
}

/** The programme of what was named; the release that was named has to be the one in force on the day. */
function readRequest(args: RulesArguments, { packs, programmes }: SelectedPacks): DecideRequest {
  const rules = programmes.flatMap(({ releases, overlays }): readonly PackRules[] => [...releases, ...overlays])
  const [only] = rules.length === 1 ? rules : []
  const at = args.text('at') ?? only?.valid_from
  if (at === undefined) throw wrongUse('explain', 'Thiếu --at: ngày xét, dạng 2026-06-01.', '--at is missing: the day, like 2026-06-01.')
  if (!isDay(at)) throw wrongUse('explain', `--at: “${at}” không phải một ngày có trên lịch theo dạng 2026-06-01.`, `--at: “${at}” is not a day of the calendar, like 2026-06-01.`)
  const unit = args.text('unit')
  if (unit === undefined) throw wrongUse('explain', 'Thiếu --unit: mã xã, phường hoặc đặc khu, ví dụ 11074.', '--unit is missing: the code of the commune, for example 11074.')
  if (only && 'release' in only) demandInForce(packs, only, at)
  const [programme, ...more] = programmes
  return { file: args.text('household') ?? '', at, unit, json: false, language: 'vi', ...(programme && more.length === 0 && { programme: programme.document.id }) }
}

function demandInForce({ programmes }: Packs, entry: Extract<PackRules, { readonly release: unknown }>, at: string): void {
  const programme = programmes.find(({ document }) => document.id === entry.release.programme)
  const found = programme && findRelease(programme, at)
  if (found?.folder === entry.folder) return
  const first = dayOfRelease(entry, at)
  throw new CommandError({
    vi: `Ngày ${at} không áp dụng ${entry.folder}${found ? ` mà áp dụng ${found.folder}` : ''}; hãy chọn ngày khác, ví dụ --at ${first}.`,
    en: `On ${at} not ${entry.folder} is in force${found ? ` but ${found.folder}` : ''}; choose another day, for example --at ${first}.`,
  })
}

/** The explanation of one outcome or entitlement, by layer. */
async function explainPiece({ evaluations, unit }: LocalEvaluation, id: string, member: string | undefined) {
  const layers = await Promise.all(evaluations.map(async (evaluation) => {
    demandOutcome(evaluation, id, member)
    return [evaluation.result.layer, await explain(evaluation, id, member, placesOf(unit))] as const
  }))
  return Object.fromEntries(layers)
}

const outcomesOf = ({ result }: Evaluation, member: string | undefined): readonly OutcomeResult[] => (member === undefined ? result.outcomes : (result.member_outcomes[member] ?? []))

function demandOutcome(evaluation: Evaluation, id: string, member: string | undefined): void {
  const { pieces } = evaluation.interpreter.assembly
  const piece = pieces.get(id)?.piece
  const ofMember = piece?.of === 'members'
  const members = Object.keys(evaluation.result.member_outcomes)
  if (piece?.kind !== 'outcome' && piece?.kind !== 'entitlement') {
    const names = [...pieces.values()].flatMap((each) => (each.piece.kind === 'outcome' || each.piece.kind === 'entitlement' ? [each.piece.id] : [])).join(', ')
    throw new CommandError({ vi: `Không có kết quả hay quyền lợi “${id}”; hãy chọn một trong: ${names}.`, en: `There is no outcome or entitlement “${id}”; choose one of: ${names}.` })
  }
  if (ofMember && (member === undefined || !members.includes(member))) {
    throw new CommandError({ vi: `“${id}” là của từng thành viên; hãy chọn một bằng --member: ${members.join(', ')}.`, en: `“${id}” is one of members; choose one by --member: ${members.join(', ')}.` })
  }
  if (!ofMember && member !== undefined) throw new CommandError({ vi: `“${id}” là của hộ; hãy bỏ --member.`, en: `“${id}” is one of the household; leave out --member.` })
}

/** Of each layer, the smallest changes to another outcome or to the value asked for; of the first outcome unless one is named. */
async function askWhyNot({ evaluations }: LocalEvaluation, id: string | undefined, args: RulesArguments): Promise<Readonly<Record<string, WhyNot>>> {
  const member = args.text('member')
  const layers = await Promise.all(evaluations.map(async (evaluation) => {
    const outcome = id ?? outcomesOf(evaluation, member)[0]?.id
    if (outcome === undefined) throw new CommandError({ vi: 'Không có kết quả nào để hỏi; hãy chọn chương trình có kết quả.', en: 'There is no outcome to ask about; choose a programme that has one.' })
    demandOutcome(evaluation, outcome, member)
    const wanted = args.text('want')
    const value = wanted === undefined ? undefined : readWanted(evaluation, outcome, wanted)
    return [evaluation.result.layer, await whyNot(evaluation, outcome, { by: args.flag('answers') ? 'answers' : 'facts', ...(value !== undefined && { value }), ...(member !== undefined && { member }) })] as const
  }))
  return Object.fromEntries(layers)
}

/** The value asked for, in the kind the outcome has. */
function readWanted({ interpreter: { assembly } }: Evaluation, outcome: string, wanted: string): Answer {
  const piece = assembly.pieces.get(outcome)?.piece
  if (piece?.kind !== 'outcome') throw new CommandError({ vi: `--want: “${outcome}” là quyền lợi, không có giá trị để chọn; hãy ghi một kết quả.`, en: `--want: “${outcome}” is an entitlement and has no value to choose; name an outcome.` })
  const codes = piece.list === undefined ? undefined : assembly.lists.get(piece.list)?.entries.map(({ code }) => code)
  if (codes && !codes.includes(wanted)) throw new CommandError({ vi: `--want: “${wanted}” không phải kết quả của “${outcome}”; hãy chọn một trong: ${codes.join(', ')}.`, en: `--want: “${wanted}” is no result of “${outcome}”; choose one of: ${codes.join(', ')}.` })
  if (codes) return wanted
  if (wanted === 'true' || wanted === 'false') return wanted === 'true'
  return wanted !== '' && Number.isFinite(Number(wanted)) ? Number(wanted) : wanted
}

const whyNotLines = ({ evaluations, unit }: LocalEvaluation, asked: Readonly<Record<string, WhyNot>>, writing: Writing): readonly string[] =>
  evaluations.flatMap(({ interpreter: { assembly }, result: { layer } }) => {
    const found = asked[layer]
    if (!found) return []
    const heading = writing.say({ vi: 'Vì sao không khác', en: 'Why not otherwise' })
    const side = evaluations.length > 1 ? ` (${writing.say(titleOfLayer(assembly, placesOf(unit)))})` : ''
    return ['', writing.style('strong', `${heading}${side}:`), ...writing.say(found.sentence).split('\n').flatMap((line) => writing.wrap(`– ${line}`, 2, 4))]
  })
