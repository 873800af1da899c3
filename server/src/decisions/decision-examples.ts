import { readFileSync } from 'node:fs'
import { exampleRequests } from './decision-example-requests.ts'

interface Answers {
  readonly one: object
  readonly many: readonly object[]
}

const answers = (): Answers => JSON.parse(readFileSync(new URL('decision-examples.json', import.meta.url), 'utf8'))

const linesOf = (values: readonly object[]): string => values.map((value) => `${JSON.stringify(value)}\n`).join('')

/** Requests and answers as the description of the API shows them. */
export function readExamples() {
  const { one, many } = answers()
  return { one: { request: exampleRequests.one, response: one }, many: { request: linesOf(exampleRequests.many), response: linesOf(many) } }
}
