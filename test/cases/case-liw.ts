import type { Answers, Evaluation, MemberAnswers } from '@tieuchi/runtime'
import { judgeClass, type ClassQuestion } from './case-class.ts'
import { caseDefaults } from './case-defaults.ts'
import { CaseKeys, isObject } from './case-keys.ts'
import { describePerson } from './case-person.ts'
import { CaseProblem } from './case-problem.ts'
import type { CaseProduct } from './case-product.ts'

/** The one person of a case on low-income workers. */
export const worker = 'worker'

/** Judges a person of a household of which income, area and deprivations are given. */
export function judgeWorker(product: CaseProduct, { inputs, ...question }: ClassQuestion): Promise<Evaluation> {
  const { person, worker: isWorker, ...rest } = inputs
  return judgeClass(product, { ...question, inputs: rest, members: [memberOf(person, isWorker, question.at)] })
}

/** A person named by what they are, told to work or not, or described answer by answer; `null` is unknown. */
function memberOf(person: unknown, isWorker: unknown, at: string): MemberAnswers {
  if (isObject(person)) return describePerson(worker, person, 'employment', at).member
  const truth = new CaseKeys(isWorker === undefined ? {} : { worker: isWorker }, 'inputs').takeTruth('worker')
  if (person === null || truth === null) return { id: worker }
  if (truth !== undefined) return { ...answersOf(truth ? 'worker' : 'not_worker'), id: worker }
  return { ...answersOf(person), id: worker }
}

function answersOf(person: unknown): Answers {
  const answers = typeof person === 'string' ? caseDefaults.persons[person] : undefined
  if (!answers) throw new CaseProblem(`person is ${JSON.stringify(person)}; expected one of ${Object.keys(caseDefaults.persons).join(', ')}, an object or null`)
  return answers
}
