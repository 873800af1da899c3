import type { Moment } from '@tieuchi/runtime'
import { demandPermitted, type Asking } from '../decisions/decision-asking.ts'
import { readMoment } from '../decisions/decision-service.ts'
import { Problem } from '../plugins/problem.ts'
import type { StreamQuery } from './stream-schema.ts'

/** What is asked of every household of a stream. */
export interface StreamRequest {
  readonly programmes: readonly string[]
  readonly moment: Moment
  /** Code of the unit of lines that name none. */
  readonly unit?: string
  readonly explain: boolean
}

/** Reads the address of a stream; a problem where it says too little, too much, or what a partner may not ask for. */
export function readStreamRequest({ programme = [], unit, explain = false, ...when }: StreamQuery, asking: Asking): StreamRequest {
  const programmes = [...new Set([programme].flat())]
  if (programmes.length === 0) throw new Problem('invalid_request', {}, [needsProgramme])
  demandPermitted(asking, { programmes, explain })
  return { programmes, moment: momentOf(when), explain, ...(unit !== undefined && { unit }) }
}

function momentOf({ at, law_at: lawAt, facts_at: factsAt, unit_at: unitAt }: Pick<StreamQuery, 'at' | 'law_at' | 'facts_at' | 'unit_at'>): Moment {
  const apart = [lawAt, factsAt, unitAt].filter((day) => day !== undefined)
  if (apart.length > 0 && apart.length < 3) throw new Problem('invalid_request', {}, [needsThreeDates])
  const moment = lawAt !== undefined && factsAt !== undefined && unitAt !== undefined ? { law_at: lawAt, facts_at: factsAt, unit_at: unitAt } : undefined
  return readMoment({ ...(at !== undefined && { at }), ...(moment && { moment }) })
}

const needsProgramme = {
  code: 'request_programme',
  severity: 'error',
  path: ['programme'],
  params: {},
  message: {
    vi: 'Địa chỉ cần ít nhất một programme, ví dụ ?programme=…&at=2026-06-01.',
    en: 'The address needs at least one programme, such as ?programme=…&at=2026-06-01.',
  },
} as const

const needsThreeDates = {
  code: 'request_date',
  severity: 'error',
  path: ['law_at'],
  params: {},
  message: {
    vi: 'Cần đủ cả ba ngày law_at, facts_at, unit_at, hoặc chỉ một ngày at.',
    en: 'All three of law_at, facts_at and unit_at are needed, or at alone.',
  },
} as const

/** Refuses an address that says what the body of a single request says. */
export function demandNoQuery(query: StreamQuery): void {
  const [name] = Object.keys(query)
  if (name !== undefined) throw new Problem('invalid_request', {}, [forStreams(name)])
}

const forStreams = (name: string) => ({
  code: 'request_query',
  severity: 'error',
  path: [name],
  params: { part: 'querystring' },
  message: {
    vi: `“${name}” trong địa chỉ chỉ dùng khi gửi nhiều hộ (application/x-ndjson). Với một hộ, hãy ghi vào nội dung JSON.`,
    en: `“${name}” in the address is for streams (application/x-ndjson). Of one household it is said in the JSON sent.`,
  },
} as const)
