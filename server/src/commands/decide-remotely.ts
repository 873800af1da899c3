import type { CommonDocument, Overlay, Release } from '@tieuchi/runtime'
import type { DecisionRequest, DecisionResponse } from '../decisions/decision-schema.ts'
import type { ProgrammeOnDate } from '../policies/policy-schema.ts'
import type { UnitOnDate } from '../units/unit-schema.ts'
import type { DecideAnswer } from './decide-answer.ts'
import type { DecideRequest } from './decide-arguments.ts'
import { DecideError } from './decide-error.ts'
import { demandCommune } from './decide-unit.ts'
import { call, readJson, withServer, type Connection } from './server-connection.ts'

/** Asks a running server, and so decides by what was published there. Signs out again. */
export async function decideRemotely(request: DecideRequest, server: NonNullable<DecideRequest['server']>, input: object): Promise<DecideAnswer> {
  return withServer(server, request.file, (connection) => ask(connection, request, input))
}

async function ask(connection: Connection, { programme: named, at, unit }: DecideRequest, input: object): Promise<DecideAnswer> {
  const programme = named ?? (await onlyProgramme(connection, at))
  const units: readonly UnitOnDate[] = await readJson(connection, await call(connection, 'GET', `/api/units?at=${at}`))
  const described = units.find(({ code }) => code === unit)
  if (described) demandCommune(described, unit)
  const body: DecisionRequest = { programme, unit, at, input, explain: true }
  const { releases: _days, ...response }: DecisionResponse = await readJson(connection, await call(connection, 'POST', '/api/decisions', body))
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

async function onlyProgramme(connection: Connection, at: string): Promise<string> {
  const programmes: readonly ProgrammeOnDate[] = await readJson(connection, await call(connection, 'GET', `/api/programmes?at=${at}`))
  const [only, ...others] = programmes.filter(({ in_force: rules }) => rules !== undefined)
  if (only !== undefined && others.length === 0) return only.id
  const names = programmes.map(({ id }) => id).join(', ')
  throw new DecideError({ vi: `Máy chủ có các chương trình: ${names}; hãy chọn một bằng --programme.`, en: `The server has the programmes ${names}; choose one by --programme.` })
}
