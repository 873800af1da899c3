import { askNames, evaluate, listQuestion, listsOf, momentAt, nameHousehold, type ListedHousehold, type Names, type NamesQuestion } from '@tieuchi/runtime'
import { comparableResult } from '@tieuchi/runtime/plan'
import { asPerson, type Db, type Reach, type Tx } from '../plugins/database.ts'
import { Problem } from '../plugins/problem.ts'
import { readSourceInputs } from '../sql-plan/source-inputs-sql.ts'
import { countedDay, sourceOf, type CountAsked } from './report-states.ts'
import { findAdding } from './report-households.ts'
import { listSeen } from './report-queries.ts'
import { inReportTurn } from './report-turns.ts'

/** So many households a report lists; of more, a smaller unit is to be asked for. */
const mostListed = 3000

type Unnamed = Omit<ListedHousehold, 'title' | 'place'>

/** Who stands in the lists of names of a report, found with the eyes of the system and called as the reader may see them. */
export async function listNames(db: Db, person: Reach, asked: CountAsked): Promise<Names | undefined> {
  const question = askNames(asked)
  if (!question) return undefined
  const found = await inReportTurn(db, asked, (tx) => findListed(tx, asked, question))
  const seen = new Map((await asPerson(db, person, (tx) => listSeen(tx, [...new Set(found.map(({ household }) => household))]))).map((household) => [household.id, household]))
  return {
    question,
    listed: found.map((each) => {
      const household = seen.get(each.household)
      const title = household ? { vi: household.label, en: household.label } : outOfSight
      return { ...each, title, place: household?.place ?? '', ...(!household && { values: {} }) }
    }),
  }
}

/** It has left the reader's area since. */
const outOfSight = { vi: 'Hộ đã ra khỏi địa bàn', en: 'A household that has left the area' }

/** Who stands in the lists of names of a report or may, before they are called by their names. */
export async function findListed(tx: Tx, asked: CountAsked, question: NamesQuestion): Promise<readonly Unnamed[]> {
  const source = await sourceOf(tx, asked, question)
  const moment = momentAt(countedDay(question.at, asked.span))
  const listed: Unnamed[] = []
  for (const { id, unit, input } of await readSourceInputs(tx, source, { ids: [...(await idsOf(tx, asked, question))] })) {
    const { result } = await evaluate(question.assembly, { input, moment })
    listed.push(...nameHousehold(question, comparableResult(result), { input, unit }).map((each) => ({ ...each, household: id })))
  }
  return listed
}

/** Everybody who stands in a list, or of whom that cannot be told. */
async function idsOf(tx: Tx, asked: CountAsked, question: NamesQuestion): Promise<ReadonlySet<string>> {
  const ids = new Set<string>()
  for (const list of listsOf(asked)) {
    const block = listQuestion(question, list)
    const [figure] = block.figures
    if (!figure) continue
    for (const open of [false, true]) {
      const keys = block.keys.flatMap((key) => (key.kind === 'rules' ? key.rows.map(({ row }) => row) : []))
      const { households, next } = await findAdding(tx, { question: { ...question, blocks: [block] }, block, figure, keys, open, count: asked }, undefined, mostListed)
      for (const { id } of households) ids.add(id)
      if (next !== undefined || ids.size > mostListed) throw new Problem('report_list_long', { most: mostListed })
    }
  }
  return ids
}
