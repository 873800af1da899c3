import { dayCell, instantCell, type Cell, type ExcelColumn } from '../excel/excel-file.ts'
import type { ListOut, ListSpeech } from '../lists/list-export.ts'
import type { ListWord, SayWord } from '../lists/list-words.ts'
import { sortText } from '../lists/sort-text.ts'
import { codeText, resultText } from '../lists/result-text.ts'
import type { Tx } from '../plugins/database.ts'
import { listNewestNames } from '../units/unit-queries.ts'
import { listHouseholdIds } from './household-list-queries.ts'
import type { HouseholdLine, HouseholdQuery } from './household-schema.ts'
import { describeHouseholds, readOrder, withinReach } from './household-service.ts'

type HouseholdList = Omit<HouseholdQuery, 'offset' | 'limit' | 'counted'>

/** The list of households as a file: no personal number stands in it. */
export async function householdsOut(tx: Tx, asked: HouseholdList): Promise<ListOut<HouseholdLine>> {
  const { programme, search, state, result, place, unit, sort } = asked
  const ids = await listHouseholdIds(tx, await withinReach(tx, asked), await readOrder(tx, asked))
  const unitName = unit === undefined ? undefined : ((await listNewestNames(tx, [unit])).get(unit) ?? unit)
  return {
    kind: 'households',
    ids,
    read: (reading, some) => describeHouseholds(reading, programme, some),
    columns: columnsOf,
    cells: cellsOf,
    about: (speech) => {
      const { say } = speech
      const lines: readonly (readonly [string, Cell])[] = [
        [say('programme'), speech.programmeOf(programme)],
        [say('search'), search], [say('state'), state && say(state)], [say('result'), result && codeText(result, speech)],
        [say('unit'), unitName], [say('place'), place], [say('sort'), sort && sortText(sort, sortWords, say)],
      ]
      return lines.filter(([, value]) => value !== undefined)
    },
  }
}

const columnsOf = (say: SayWord): readonly ExcelColumn[] => [
  { title: say('number'), width: 7 }, { title: say('head'), width: 28 }, { title: say('unit'), width: 20 }, { title: say('place'), width: 24 },
  { title: say('members'), width: 10 }, { title: say('result'), width: 32 }, { title: say('resultDay'), width: 18 },
  { title: say('state'), width: 14 }, { title: say('day'), width: 16 }, { title: say('changed'), width: 18, format: 'dd/mm/yyyy hh:mm' },
  { title: say('sentSince'), width: 20 }, { title: say('note'), width: 20 },
]

function cellsOf({ label, unit, place, member_count: members, decided, submission, changed_at: changed, sent_since: since, synthetic }: HouseholdLine, speech: ListSpeech): readonly Cell[] {
  const { say } = speech
  return [
    label, unit.name, place, members,
    decided && resultText(decided.outcomes, speech), decided && dayCell(decided.reference_date),
    say(submission?.state ?? 'none'), submission && dayCell(submission.reference_date), changed === undefined ? undefined : instantCell(changed),
    since && dayCell(since.reference_date), synthetic ? say('synthetic') : undefined,
  ]
}

const sortWords = { name: 'head', place: 'place', members: 'members', date: 'day', changed: 'changed', result: 'result' } as const satisfies Record<string, ListWord>
