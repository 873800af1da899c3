import { checkRelease, isEmptyText, noAdditions, type Release, type UnitDocument } from '@tieuchi/runtime'
import { joinImpactRules, type ImpactRules } from '../../../impact/impact-rules.ts'
import { CommandError } from '../../command-error.ts'
import { issuesError } from '../../decide-error.ts'
import { comparisonOf, differentKinds, readCompared, type ComparedRules } from '../compared-document.ts'
import { wrongUse } from '../rules-arguments.ts'

/** Two rules to hold against each other, as the command line names them. */
export interface ImpactSides {
  readonly before: ComparedRules
  readonly after: ComparedRules
}

export function readSides(before: string, after: string): ImpactSides {
  const [old, now] = [readCompared(before), readCompared(after)]
  if (old.kind !== 'rules' || now.kind !== 'rules') throw differentKinds()
  if (old.document.programme !== now.document.programme) {
    throw new CommandError({ vi: `Hai bản thuộc hai chương trình (${old.document.programme}, ${now.document.programme}); hãy chọn hai bản của một chương trình.`, en: `The two are of different programmes (${old.document.programme}, ${now.document.programme}); choose two of one programme.` })
  }
  if (old.document.scope !== 'national' && now.document.scope !== 'national') {
    throw new CommandError({ vi: 'Cả hai là bản địa phương; hãy chọn ít nhất một bản quốc gia để bản địa phương áp dụng trên đó.', en: 'Both are local rules; choose national ones for one side, for the local ones to lie on.' })
  }
  return { before: old, after: now }
}

/** Both rules with what they read; errors of either are said. */
export function rulesOfSides({ before, after }: ImpactSides, names: readonly [string, string], { subject, at, near }: { readonly subject: string | undefined; readonly at: string; readonly near: number }): ImpactRules {
  const { before: old, after: now, common, others } = comparisonOf(before, after)
  const reads = others ?? {}
  demandSound(names[0], old, common, reads)
  demandSound(names[1], now, common, reads)
  return joinImpactRules({ published: common, before: old, after: { release: now, additions: noAdditions }, others: reads }, { subject: subjectOf(old, now, subject), at, near })
}

function demandSound(name: string, release: Release, ...[common, others]: readonly [Parameters<typeof checkRelease>[0], Readonly<Record<string, Release>>]): void {
  const errors = checkRelease(common, release, others).filter((issue) => issue.severity === 'error' && !isEmptyText(issue))
  if (errors.length > 0) throw issuesError(name, errors)
}

const isSubject = ({ kind, of }: Release['logic'][number]): boolean => kind === 'entitlement' || (kind === 'outcome' && of !== 'members')

/** What is looked at: what was asked for, else the first outcome of the household. */
function subjectOf(before: Release, after: Release, asked: string | undefined): string {
  const inBoth = after.logic.filter((piece) => isSubject(piece) && before.logic.some(({ id, kind }) => id === piece.id && kind === piece.kind))
  const found = asked === undefined ? (inBoth.find(({ kind }) => kind === 'outcome') ?? inBoth[0]) : inBoth.find(({ id }) => id === asked)
  if (found) return found.id
  const names = inBoth.map(({ id }) => id).join(', ')
  if (asked === undefined) throw new CommandError({ vi: 'Hai bản không có kết quả hay quyền lợi nào chung để so sánh.', en: 'The two share no outcome or entitlement to compare.' })
  throw wrongUse('impact', `--subject: hai bản không cùng có kết quả của hộ hay quyền lợi “${asked}”; chọn một trong: ${names}.`, `--subject: the two share no outcome of the household or entitlement “${asked}”; choose one of: ${names}.`)
}

/** The units of some codes and those below them. */
export function unitsBelow(units: readonly UnitDocument[], codes: readonly string[], at: string): ReadonlySet<string> {
  const on = (unit: UnitDocument) => unit.spells.find(({ valid_from: from, valid_to: to }) => (from === undefined || from <= at) && (to === undefined || at <= to))
  const roots = codes.map((code) => {
    const found = units.find((unit) => on(unit)?.code === code)
    if (!found) throw wrongUse('impact', `--units: không có đơn vị mã “${code}” vào ngày ${at}.`, `--units: no unit has the code “${code}” on ${at}.`)
    return found.id
  })
  const within = new Set(roots)
  for (let before = 0; before < within.size;) {
    before = within.size
    for (const unit of units) if (within.has(on(unit)?.parent ?? '')) within.add(unit.id)
  }
  return within
}
