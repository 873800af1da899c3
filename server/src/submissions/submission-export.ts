import { dayCell, instantCell, type Cell, type ExcelColumn } from '../excel/excel-file.ts'
import type { ListOut, ListSpeech } from '../lists/list-export.ts'
import type { ListWord, SayWord } from '../lists/list-words.ts'
import { sortText } from '../lists/sort-text.ts'
import { codeText, resultText } from '../lists/result-text.ts'
import type { Tx } from '../plugins/database.ts'
import { listNewestNames } from '../units/unit-queries.ts'
import { describeSubmissions, questionOf, readOrder } from './submission-list.ts'
import { listSubmissionIds } from './submission-list-queries.ts'
import type { SubmissionFilter, SubmissionLine } from './submission-list-schema.ts'

/** The list of submissions as a file. */
export async function submissionsOut(tx: Tx, asked: SubmissionFilter, person: string): Promise<ListOut<SubmissionLine>> {
  const { programme, search, state, result, mine, unit, sort } = asked
  const ids = await listSubmissionIds(tx, questionOf(asked, person), await readOrder(tx, asked))
  const unitName = unit === undefined ? undefined : ((await listNewestNames(tx, [unit])).get(unit) ?? unit)
  return {
    kind: 'submissions',
    ids,
    read: describeSubmissions,
    columns: columnsOf,
    cells: cellsOf,
    about: (speech) => {
      const { say } = speech
      const lines: readonly (readonly [string, Cell])[] = [
        [say('programme'), programme && speech.programmeOf(programme)], [say('search'), search], [say('state'), state && say(state)],
        [say('result'), result && codeText(result, speech)], [say('mine'), mine === true ? say('yes') : undefined], [say('unit'), unitName],
        [say('sort'), sortText(sort ?? '-changed', sortWords, say)],
      ]
      return lines.filter(([, value]) => value !== undefined)
    },
  }
}

const columnsOf = (say: SayWord): readonly ExcelColumn[] => [
  { title: say('number'), width: 7 }, { title: say('head'), width: 28 }, { title: say('unit'), width: 20 }, { title: say('place'), width: 24 },
  { title: say('programme'), width: 28 }, { title: say('state'), width: 12 }, { title: say('day'), width: 16 },
  { title: say('result'), width: 32 }, { title: say('standing'), width: 32 }, { title: say('note'), width: 40 },
  { title: say('changedBy'), width: 28 }, { title: say('changed'), width: 18, format: 'dd/mm/yyyy hh:mm' },
]

function cellsOf(line: SubmissionLine, speech: ListSpeech): readonly Cell[] {
  const { say } = speech
  const { label, unit, place, programme, state, reference_date: day, outcomes, standing, belated, changed_by: by, changed_at: changed } = line
  return [
    label, unit.name, place, speech.programmeOf(programme), say(state), dayCell(day), resultText(outcomes, speech),
    standing && say(standing), belated ? say('belated') : undefined, by.name, instantCell(changed),
  ]
}

const sortWords = { name: 'head', programme: 'programme', state: 'state', date: 'day', result: 'result', changed: 'changed' } as const satisfies Record<string, ListWord>
