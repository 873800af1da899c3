import { resolveLayers, resolvePublication, type Layer, type LayerSources, type Moment, type ProgrammeDocument, type Publication, type Release } from '@tieuchi/runtime'
import { formatDay } from '../plugins/clock.ts'
import type { Tx } from '../plugins/database.ts'
import { Problem } from '../plugins/problem.ts'
import { listUnitsWithParents } from '../units/unit-queries.ts'
import { findReleaseBody, getNewestCommonOrThrow, listProgrammes, listPublications } from './policy-queries.ts'
import type { PinnedRules, ProgrammeOnDate } from './policy-schema.ts'

/** Holds the dictionary, lists, shared facts and shared parameters; has no outcome and is not shown as a programme. */
const common = 'common'

export interface RulesQuestion {
  readonly programme: string
  /** Id of the unit where the household lives. */
  readonly unit: string
  readonly moment: Moment
}

/**
 * The rules that judge a programme for households of a unit: its release, those of the programmes it reads, the overlays
 * in force on each around the unit, and the newest common version.
 */
export async function pinRules(tx: Tx, { programme, unit, moment }: RulesQuestion): Promise<PinnedRules> {
  const programmes = await listProgrammes(tx)
  const found = programmes.find(({ id }) => id === programme)
  if (programme === common || found === undefined) throw new Problem('programme_not_found', { programme })
  const names = [...new Set([programme, ...programmesRead(programmes, programme), common])]
  const sources: LayerSources = { publications: await listPublications(tx, names), units: await listUnitsWithParents(tx, [unit]) }
  const releases = Object.fromEntries(names.flatMap((name) => {
    const { national, overlays } = resolveLayers(sources, { programme: name, unit, moment })
    if (!national) return []
    return [[name, { national: national.release, ...(overlays.length > 0 && { local: overlays.map(({ release }) => release) }) }] as const]
  }))
  if (releases[programme] === undefined) throw new Problem('no_rules_in_force', { programme: found.title, at: formatDay(moment.law_at) })
  return { common: await getNewestCommonOrThrow(tx), releases }
}

/** Layers a set of pinned rules judges its programme in: locally too where the programme or what all share has an overlay. */
export const pinnedLayers = ({ releases }: PinnedRules, programme: string): readonly Layer[] =>
  [programme, common].some((name) => (releases[name]?.local ?? []).length > 0) ? ['national', 'local'] : ['national']

/** Programmes with outcomes that one reads, directly or through another, itself not among them unless in a circle. */
export function programmesRead(programmes: readonly ProgrammeDocument[], start: string): ReadonlySet<string> {
  const found = new Set<string>()
  const visit = (id: string) => programmes.find((programme) => programme.id === id)?.depends_on.forEach((name) => {
    if (found.has(name)) return
    found.add(name)
    visit(name)
  })
  visit(start)
  found.delete(common)
  return found
}

/** Every programme with the release in force on a day and its form. */
export async function listProgrammesOnDate(tx: Tx, at: string): Promise<ProgrammeOnDate[]> {
  const programmes = (await listProgrammes(tx)).filter(({ id }) => id !== common)
  if (programmes.length === 0) return []
  const publications = await listPublications(tx, programmes.map(({ id }) => id))
  const newest = await getNewestCommonOrThrow(tx)
  return Promise.all(programmes.map(async (programme) => ({
    ...(await describeProgramme(tx, programme, resolvePublication(publications, { programme: programme.id, scope: 'national', at }))),
    common: newest,
  })))
}

async function describeProgramme(tx: Tx, { id, title }: ProgrammeDocument, publication: Publication | undefined): Promise<Omit<ProgrammeOnDate, 'common'>> {
  const body = publication?.release === undefined ? undefined : await findReleaseBody(tx, publication.release)
  if (publication?.release === undefined || body === undefined) return { id, title }
  const release: Release = JSON.parse(body)
  const form = release.forms[0]
  return {
    id,
    title,
    in_force: {
      release: publication.release,
      title: release.title,
      ...(publication.valid_from === undefined ? {} : { valid_from: publication.valid_from }),
      ...(publication.valid_to === undefined ? {} : { valid_to: publication.valid_to }),
    },
    ...(form ? { form: { id: form.id, title: form.title } } : {}),
  }
}
