import { useQueries, useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { draftsQuery } from '../api/draft-api.ts'
import { householdsQuery } from '../api/household-api.ts'
import { policiesQuery, programmesQuery, timelineQuery } from '../api/policy-api.ts'
import { impactPaperQuery, paperQuery } from '../api/print-api.ts'
import { sessionQuery } from '../api/session-api.ts'
import { useReferenceDate } from '../app/reference-date.ts'
import { useLanguage } from '../app/use-language.ts'
import { formatDay } from '../ui/day-text.ts'

/** Somewhere to go: what it is called, and what it is. */
export interface Destination {
  readonly key: string
  readonly label: string
  readonly description?: string | undefined
  readonly go: () => void
}

/** Where the spotlight leads, in the order of its groups. Households come from the server, found by what was typed. */
export interface Destinations {
  readonly pages: readonly Destination[]
  readonly policies: readonly Destination[]
  readonly households: readonly Destination[]
  /** What a paper is of, by the code at its foot. */
  readonly papers: readonly Destination[]
  /** Whether the server is still asked. */
  readonly searching: boolean
}

/** Fewer letters than these find too many households. */
const fewest = 2
const mostHouseholds = 6

export const useDestinations = (opened: boolean, query: string): Destinations => {
  const pages = usePages()
  const policies = usePolicies(opened)
  const { households, searching } = useHouseholds(opened, query)
  const papers = usePapers(opened, query)
  return { pages, policies, households, papers, searching }
}

const usePages = (): readonly Destination[] => {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const permissions = useSuspenseQuery(sessionQuery).data?.permissions ?? []
  return [
    { key: 'households', label: t('shell.households'), go: () => void navigate({ to: '/households' }) },
    { key: 'submissions', label: t('shell.submissions'), go: () => void navigate({ to: '/submissions' }) },
    ...(permissions.includes('decisions.read') ? [{ key: 'reports', label: t('shell.reports'), go: () => void navigate({ to: '/reports' }) }] : []),
    { key: 'policies', label: t('shell.policies'), go: () => void navigate({ to: '/policies' }) },
    ...(permissions.includes('administration') ? [{ key: 'people', label: t('shell.people'), go: () => void navigate({ to: '/people' }) }] : []),
    ...(permissions.includes('administration') ? [{ key: 'partners', label: t('shell.partners'), go: () => void navigate({ to: '/partners' }) }] : []),
    ...(permissions.includes('trail.read') ? [{ key: 'trail', label: t('shell.trail'), go: () => void navigate({ to: '/trail' }) }] : []),
  ]
}

const usePolicies = (enabled: boolean): readonly Destination[] => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { at } = useReferenceDate()
  const navigate = useNavigate()
  const permissions = useSuspenseQuery(sessionQuery).data?.permissions ?? []
  const programmes = useQuery({ ...policiesQuery(at), enabled }).data ?? []
  const timelines = useQueries({ queries: programmes.map(({ id }) => ({ ...timelineQuery(id), enabled })) })
  const drafts = useQuery({ ...draftsQuery(), enabled: enabled && permissions.includes('drafts.read') }).data ?? []
  return [
    ...programmes.map(({ id, title }) => ({ key: `programme ${id}`, label: read(title), description: t('spotlight.programme'), go: () => void navigate({ to: '/policies/$programme', params: { programme: id } }) })),
    ...timelines.flatMap(({ data }) => Object.entries(data?.releases ?? {}).filter(([, { scope }]) => scope === 'national').map(([hash, { title }]) => ({
      key: `release ${hash}`,
      label: read(title),
      description: t('spotlight.release'),
      go: () => void navigate({ to: '/policies/$programme/releases/$hash', params: { programme: data?.programme.id ?? '', hash } }),
    }))),
    ...drafts.map(({ id, title, state }) => ({ key: `draft ${id}`, label: read(title), description: t('spotlight.draft', { state: t(`draft.state.${state}`) }), go: () => void navigate({ to: '/drafts/$id', params: { id } }) })),
  ]
}

const useHouseholds = (opened: boolean, query: string): Pick<Destinations, 'households' | 'searching'> => {
  const { t } = useTranslation()
  const { at } = useReferenceDate()
  const navigate = useNavigate()
  const programme = useQuery({ ...programmesQuery(at), enabled: opened }).data?.[0]?.id
  const search = query.trim()
  const enabled = opened && programme !== undefined && search.length >= fewest
  const found = useQuery({ ...householdsQuery({ programme: programme ?? '', search, offset: 0, limit: mostHouseholds, counted: false }), enabled })
  if (!enabled) return { households: [], searching: false }
  const households = (found.data?.items ?? []).map(({ id, label, place, submission }) => ({
    key: `household ${id}`,
    label: label || t('households.unnamed'),
    description: place,
    go: () => void (submission ? navigate({ to: '/submissions/$id', params: { id: submission.id } }) : navigate({ to: '/households', search: { search: label } })),
  }))
  return { households, searching: found.isPending }
}

const paperCode = /^[0-9a-f]{8}$/i

const usePapers = (opened: boolean, query: string): readonly Destination[] => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const navigate = useNavigate()
  const permissions = useSuspenseQuery(sessionQuery).data?.permissions ?? []
  const code = query.replaceAll(/\s/g, '').toLowerCase()
  const enabled = opened && paperCode.test(code)
  const submissions = useQuery({ ...paperQuery(code), enabled: enabled && permissions.includes('submissions.read') })
  const impacts = useQuery({ ...impactPaperQuery(code), enabled: enabled && permissions.includes('drafts.read') })
  if (!enabled) return []
  return [
    ...(submissions.data ?? []).map(({ id, label, reference_date: day }) => ({
      key: `paper ${id}`,
      label: label || t('households.unnamed'),
      description: t('prints.record', { code: code.toUpperCase(), day: formatDay(day) }),
      go: () => void navigate({ to: '/submissions/$id', params: { id } }),
    })),
    ...(impacts.data ?? []).map(({ id, title, at, area }) => ({
      key: `impact ${id}`,
      label: t('impact.titleOf', { title: read(title) }),
      description: t('prints.impact', { code: code.toUpperCase(), area, day: formatDay(at) }),
      go: () => void navigate({ to: '/impact/$id', params: { id } }),
    })),
  ]
}
