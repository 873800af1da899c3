import type { Question } from '../documents/evaluation-document.ts'
import type { CaseDocument } from '../documents/release-document.ts'
import type { Text } from '../documents/text.ts'
import { titleOfQuestion } from '../explain/question-title.ts'
import { isEvaluationError } from '../logic/evaluation-error.ts'
import { Interpreter } from '../logic/interpreter.ts'
import type { Assembly } from '../release/assembly.ts'
import type { SearchPlace } from './boundary-search.ts'
import { interpretCase, missingFor, readExpected } from './case-result.ts'
import { answersGiven, questionOfAnswer, withoutAnswer, type GivenAnswer } from './minimal-input.ts'
import { proposedCase, type CasePurpose, type ProposedCase } from './proposed-case.ts'
import { purposeSentence } from './purpose-sentence.ts'
import { describeResult } from '../explain/result-words.ts'

type GivenCase = Omit<CaseDocument, 'expect'>

/**
 * For each result and each question it can hang on, a case that leaves the answer out: the result is undetermined, and
 * the question is among those missing. Made from complete cases; a question that `given` cases leave out so is passed over.
 */
export const missingAnswerCases = async ({ assembly, moment }: SearchPlace, complete: readonly ProposedCase[], given: readonly GivenCase[]): Promise<readonly ProposedCase[]> => {
  const done = new Set(await Promise.all(given.map((each) => leftOut(assembly, each, complete))).then((all) => all.flat()))
  const found: ProposedCase[] = []
  for (const each of complete) {
    for (const [name] of Object.entries(each.suggestion)) {
      for (const answer of answersGiven(each.given)) {
        const key = `${name} ${answer.field}`
        const input = withoutAnswer(each.given, answer)
        if (done.has(key) || !(await isMissing(new Interpreter(assembly, { input, moment }), name, answer))) continue
        done.add(key)
        const purpose: CasePurpose = { kind: 'missing', path: `${name}/${answer.field}`, side: 'unknown' }
        found.push(proposedCase(purpose, purposeSentence(purpose, placeOf(assembly, name, answer)), each.at, input, name, 'undetermined'))
      }
    }
  }
  return found
}

const placeOf = (assembly: Assembly, name: string, { field }: GivenAnswer): Text => {
  const result = describeResult(assembly, name).title
  const question = titleOfQuestion(assembly, field)
  return { vi: `“${question.vi}”; “${result.vi}” chưa kết luận được`, en: `“${question.en}”; “${result.en}” cannot be concluded` }
}

const isMissing = async (interpreter: Interpreter, name: string, answer: GivenAnswer): Promise<boolean> => {
  const question = questionOfAnswer(answer)
  if ((await readExpected(interpreter, name)) !== 'undetermined') return false
  return (await missingFor(interpreter, name)).some(({ field, member }) => field === question.field && member === question.member)
}

const missingAlone = async (interpreter: Interpreter, name: string): Promise<readonly Question[]> => {
  try {
    const missing = (await readExpected(interpreter, name)) === 'undetermined' ? await missingFor(interpreter, name) : []
    return missing.length === 1 ? missing : []
  } catch (error) {
    if (isEvaluationError(error)) return []
    throw error
  }
}

/** The results and questions of which a given case shows that the one is undetermined for want of the other alone. */
const leftOut = async (assembly: Assembly, each: GivenCase, complete: readonly ProposedCase[]): Promise<readonly string[]> => {
  const interpreter = interpretCase(assembly, each)
  const names = [...new Set(complete.flatMap(({ suggestion }) => Object.keys(suggestion)))]
  const found = await Promise.all(names.map(async (name) => {
    const missing = await missingAlone(interpreter, name)
    return missing.map(({ field }) => `${name} ${field}`)
  }))
  return found.flat()
}
