import { issuesError, DecideError } from './decide-error.ts'
import type { CommonDocument, Issue, Overlay, Release, Text } from '@tieuchi/runtime'
import type { DecisionRequest, DecisionResponse } from '../decisions/decision-schema.ts'
import type { ProblemDocument } from '../plugins/problem.ts'
import type { ProgrammeOnDate } from '../policies/policy-schema.ts'
import type { Credentials, Session } from '../sessions/session-schema.ts'
import type { UnitOnDate } from '../units/unit-schema.ts'
import type { DecideAnswer } from './decide-answer.ts'
import type { DecideRequest } from './decide-arguments.ts'
import { demandCommune } from './decide-unit.ts'

interface Connection {
  readonly url: string
  readonly file: string
  readonly headers: Readonly<Record<string, string>>
}

/** Asks a running server, and so decides by what was published there. Signs out again. */
export async function decideRemotely(request: DecideRequest, server: NonNullable<DecideRequest['server']>, input: object): Promise<DecideAnswer> {
  const connection = await signIn({ url: server.url, file: request.file, headers: {} }, { login: server.login, password: server.password })
  try {
    return await ask(connection, request, input)
  } finally {
    await call(connection, 'DELETE', '/api/session')
  }
}

async function ask(connection: Connection, { programme: named, at, unit }: DecideRequest, input: object): Promise<DecideAnswer> {
  const programme = named ?? (await onlyProgramme(connection, at))
  const units: readonly UnitOnDate[] = await readJson(connection, await call(connection, 'GET', `/api/units?at=${at}`))
  const described = units.find(({ code }) => code === unit)
  if (described) demandCommune(described, unit)
  const body: DecisionRequest = { programme, unit, at, input, explain: true }
  const response: DecisionResponse = await readJson(connection, await call(connection, 'POST', '/api/decisions', body))
  const common: CommonDocument = await readJson(connection, await call(connection, 'GET', `/api/common/${response.rules.common}`))
  const documentOf = async (hash: string) => readJson(connection, await call(connection, 'GET', `/api/releases/${hash}`))
  const pinned = await Promise.all(Object.entries(response.rules.releases).map(async ([name, { national, local = [] }]) => {
    const release: Release = await documentOf(national)
    const overlays: readonly Overlay[] = await Promise.all(local.map(documentOf))
    return { name, release, overlays }
  }))
  return {
    programme,
    response,
    common,
    releases: Object.fromEntries(pinned.map(({ name, release }) => [name, release])),
    overlays: Object.fromEntries(pinned.map(({ name, overlays }) => [name, overlays])),
    ...(described && { unit: described }),
  }
}

async function signIn(connection: Connection, credentials: Credentials): Promise<Connection> {
  const answer = await call(connection, 'POST', '/api/session', credentials)
  const session: Session = await readJson(connection, answer)
  const cookie = answer.headers.getSetCookie().map((each) => each.split(';')[0]).join('; ')
  return { ...connection, headers: { cookie, 'x-csrf-token': session.csrf } }
}

async function onlyProgramme(connection: Connection, at: string): Promise<string> {
  const programmes: readonly ProgrammeOnDate[] = await readJson(connection, await call(connection, 'GET', `/api/programmes?at=${at}`))
  const [only, ...others] = programmes.filter(({ in_force: rules }) => rules !== undefined)
  if (only !== undefined && others.length === 0) return only.id
  const names = programmes.map(({ id }) => id).join(', ')
  throw new DecideError({ vi: `Máy chủ có các chương trình: ${names}; hãy chọn một bằng --programme.`, en: `The server has the programmes ${names}; choose one by --programme.` })
}

async function call({ url, headers, file }: Connection, method: string, path: string, body?: object): Promise<Response> {
  const answer = await fetch(new URL(path, url), {
    method,
    headers: { ...headers, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  }).catch((error: unknown) => {
    throw unreachable(url, error)
  })
  if (!answer.ok) throw await problemOf(answer, file)
  return answer
}

/** What our server answers has the shapes of its contract; anything else that is not JSON is another server. */
async function readJson({ url }: Connection, answer: Response) {
  const content = await answer.text()
  try {
    return JSON.parse(content)
  } catch {
    throw new DecideError({ vi: `${url} không trả lời như máy chủ Tiêu Chí; hãy kiểm tra địa chỉ.`, en: `${url} does not answer like a Tiêu Chí server; check the address.` })
  }
}

const unreachable = (url: string, error: unknown): DecideError => {
  const reason = error instanceof Error ? error.message : String(error)
  return new DecideError({ vi: `Không kết nối được máy chủ ${url} (${reason}); hãy kiểm tra địa chỉ và máy chủ.`, en: `The server ${url} cannot be reached (${reason}); check the address and the server.` })
}

async function problemOf(answer: Response, file: string): Promise<DecideError> {
  const body: unknown = await answer.json().catch(() => undefined)
  if (!isProblem(body)) return new DecideError({ vi: `Máy chủ trả lời ${answer.status} mà không nêu lý do.`, en: `The server answered ${answer.status} without a reason.` })
  return body.issues && body.issues.length > 0 ? issuesError(file, body.issues.map(withoutInput)) : new DecideError(body.detail)
}

/** The request holds the file's content as `input`; places are told as they stand in the file. */
const withoutInput = (issue: Issue): Issue => (issue.path[0] === 'input' ? { ...issue, path: issue.path.slice(1) } : issue)

const isText = (value: unknown): value is Text => typeof value === 'object' && value !== null && 'vi' in value && 'en' in value

const isProblem = (value: unknown): value is ProblemDocument => typeof value === 'object' && value !== null && 'code' in value && 'detail' in value && isText(value.detail)
