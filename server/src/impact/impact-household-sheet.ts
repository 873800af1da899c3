import { setImmediate } from 'node:timers/promises'
import { formatNumber } from '@tieuchi/runtime'
import type { Reason } from '@tieuchi/runtime/impact/reasons.ts'
import type { Cell, ExcelSheet } from '../excel/excel-file.ts'
import type { ListTaking } from '../lists/list-export.ts'
import { asPerson } from '../plugins/database.ts'
import type { NearLine } from './found.ts'
import { readInputs, tellHousehold, type Told } from './household-judged.ts'
import type { NotedId } from './impact-export-queries.ts'
import { nameHouseholds } from './impact-household-queries.ts'
import type { NamedImpactRow } from './impact-queries.ts'
import type { ImpactRules } from './impact-rules.ts'
import type { ImpactHousehold } from './impact-schema.ts'
import { lineText, type WrittenImpact } from './impact-sheets.ts'
import { readStanding, standingKey } from './standing.ts'

/** Rows read at once while the file is written; between two of them the database serves others. */
const rowsAtOnce = 500

/** So many households of a kind are judged again while the file is written, each by the interpreter. */
const mostTold = 2000

/** What is told of households alike. */
interface Group extends Told {
  readonly before: string
  readonly after: string
  readonly reasons: readonly Reason[]
  readonly lines: readonly NearLine[]
}

/** Whom a file lists, and by which rules they are told of. */
export interface ListedHouseholds {
  readonly run: NamedImpactRow
  readonly rules: ImpactRules
  readonly ids: readonly NotedId[]
  readonly groups: ReadonlyMap<string, Group>
}

type Kind = keyof Told

const numberOf = ({ ids, groups }: ListedHouseholds, kind: Kind): number => ids.filter(({ group }) => groups.get(group)?.[kind]).length

const isCut = (listed: ListedHouseholds, kind: Kind): boolean => numberOf(listed, kind) > mostTold

/** Which columns are not filled for all households, and where they stop. */
export const cutNotes = ({ language, say }: WrittenImpact, listed: ListedHouseholds): readonly string[] => {
  const write = (number: number): string => formatNumber(number, language)
  const note = (kind: Kind, word: 'conditionsCut' | 'questionsCut'): readonly string[] => (isCut(listed, kind) ? [say(word, { first: write(mostTold), all: write(numberOf(listed, kind)) })] : [])
  return [...note('changed', 'conditionsCut'), ...note('undetermined', 'questionsCut')]
}

/** Households one by one: why each is listed, what became of it and by what. */
export const householdSheet = (taking: ListTaking, written: WrittenImpact, listed: ListedHouseholds): ExcelSheet => ({
  name: written.say('householdList'),
  columns: ([
    ['number', 7], ['unit', 22], ['place', 24], ['head', 28], ['kindListed', 30], ['resultBefore', 24], ['resultAfter', 24], ['why', 80], ['conditions', 80, 'changed'], ['questions', 60, 'undetermined'], ['nearTo', 60],
  ] as const).map(([word, width, kind]) => ({ title: written.say(word) + (kind && isCut(listed, kind) ? written.say('firstOnly', { first: formatNumber(mostTold, written.language) }) : ''), width })),
  rows: householdRows(taking, written, listed),
})

async function* householdRows({ db, signedIn }: ListTaking, written: WrittenImpact, { run, rules, ids, groups }: ListedHouseholds): AsyncGenerator<readonly Cell[]> {
  let number = 0
  const mayTell = countDown()
  for (let start = 0; start < ids.length; start += rowsAtOnce) {
    const some = ids.slice(start, start + rowsAtOnce).flatMap(({ id, group }) => {
      const told = groups.get(group)
      return told ? [{ id, told, inFull: mayTell(told) }] : []
    })
    const { names, inputs } = await asPerson(db, signedIn, async (tx) => ({
      names: await nameHouseholds(tx, some.map(({ id }) => id)),
      inputs: await readInputs(tx, rules, some.flatMap(({ id, inFull }) => (inFull ? [id] : []))),
    }))
    for (const { id, told, inFull } of some) {
      const named = names.get(id)
      if (!named) continue
      const more = inFull && (await tellHousehold(rules, run, inFull, inputs.get(id)))
      yield [(number += 1), named.unit, named.place, named.name, ...groupCells(written, told, more)]
      // One household after another is judged here; whoever else is served by this process has a turn in between.
      if (more) await setImmediate()
    }
  }
}

/** Which of its kinds a household is still told of in full; undefined where of none. */
function countDown(): (told: Told) => Told | undefined {
  const left = { changed: mostTold, undetermined: mostTold }
  const take = (told: Told, kind: Kind): boolean => told[kind] && (left[kind] -= 1) >= 0
  return (told) => {
    const [changed, undetermined] = [take(told, 'changed'), take(told, 'undetermined')]
    return changed || undetermined ? { changed, undetermined } : undefined
  }
}

const joined = (texts: readonly string[]): Cell => texts.join('; ') || undefined

function groupCells(written: WrittenImpact, { before, after, changed, undetermined, reasons, lines }: Group, more: Pick<ImpactHousehold, 'conditions' | 'questions'> | undefined): readonly Cell[] {
  const { figures, language, say } = written
  const labelOf = (standing: string): Cell => figures.categories.find((category) => standingKey(category) === standingKey(readStanding(standing)))?.label[language]
  const sentenceOf = (change: string): string => figures.changes.find((each) => each.id === change)?.sentence[language] ?? change
  const nearTo = ({ line, side }: NearLine): string => {
    const found = figures.lines.find((each) => each.id === line)
    return say(side === 'lower' ? 'ifLower' : 'ifHigher', { line: found ? lineText(written, found) : line })
  }
  return [
    joined([...(changed ? [say('kindChanged')] : []), ...(undetermined ? [say('kindUndetermined')] : []), ...(lines.length > 0 ? [say('kindNear')] : [])]),
    labelOf(before), labelOf(after),
    reasons.map((reason) => reason.map(sentenceOf).join(say('and'))).join(say('or')) || undefined,
    joined((more?.conditions ?? []).map((condition) => conditionText(written, condition))),
    joined([...new Set((more?.questions ?? []).map(({ title }) => title[language]))]),
    joined(lines.map(nearTo)),
  ]
}

/** A comparison as it reads now, and in brackets as it read before. */
const conditionText = ({ language, say }: WrittenImpact, { before, after }: ImpactHousehold['conditions'][number]): string =>
  [...(after ? [after[language]] : []), ...(before ? [say('readBefore', { condition: before[language] })] : [])].join(' ')
