import { childrenOf } from '../conditions/condition-tree.ts'
import type { CodeList, CommonDocument, FieldSchema } from '../documents/common-document.ts'
import type { Condition } from '../documents/condition-document.ts'
import type { Layer, Origin } from '../documents/evaluation-document.ts'
import type { LogicPiece } from '../documents/logic-document.ts'
import { oncePer } from '../documents/once-per.ts'
import type { Overlay } from '../documents/overlay-document.ts'
import type { Parameter, Release } from '../documents/release-document.ts'
import { applyOverlays, type OverlaidRelease } from '../overlay/apply-overlays.ts'
import { parameterPlace } from '../overlay/origins.ts'

/** Whose a field is; those of `history` exist only inside an aggregate over earlier decisions. */
export type FieldPlace = 'household' | 'members' | 'unit' | 'history'

export interface AssembledField {
  readonly id: string
  readonly place: FieldPlace
  readonly schema: FieldSchema
  /** Only evaluation can tell its type: the result of a programme that is not at hand. */
  readonly untyped?: true
}

export interface AssembledPiece {
  readonly piece: LogicPiece
  /** Programme it belongs to; `common` for shared facts. */
  readonly programme: string
}

export interface AssembledParameter {
  /** As results name it: its id, or `programme.id` where it belongs to another programme. */
  readonly name: string
  readonly parameter: Parameter
  /** Its programme and place, the beginning of its names in `Assembly.origins`. */
  readonly place: string
}

/** A release joined with what it shares with others: everything one evaluation of one layer reads, by name. */
export interface Assembly {
  readonly programme: string
  readonly layer: Layer
  readonly common: CommonDocument
  /** The programme's own release as this layer reads it. */
  readonly release: Release
  readonly fields: ReadonlyMap<string, AssembledField>
  readonly lists: ReadonlyMap<string, CodeList>
  readonly pieces: ReadonlyMap<string, AssembledPiece>
  readonly parameters: ReadonlyMap<string, AssembledParameter>
  /** What is applied in this layer, the programme's own first. Empty in the national layer. */
  readonly overlays: readonly Overlay[]
  /** Who says what overlays touch, by programme and place: `programme.parameters.id`. Empty in the national layer. */
  readonly origins: ReadonlyMap<string, Origin>
  /** Programmes whose outcomes may be read as computed, in the national layer. */
  readonly dependencies: ReadonlyMap<string, Assembly>
  /** The same in the local layer, of programmes for which there is one. */
  readonly localDependencies: ReadonlyMap<string, Assembly>
}

export interface AssemblyParts {
  readonly programme: string
  readonly layer: Layer
  readonly common: CommonDocument
  /** Releases in force by programme: this one, those it depends on, and `common` where shared parameters exist. */
  readonly releases: Readonly<Record<string, Release>>
  /** Overlays in force around the household by programme, from the province downward. */
  readonly overlays?: Readonly<Record<string, readonly Overlay[]>>
}

const fieldsOf = ({ dictionary }: CommonDocument): ReadonlyMap<string, AssembledField> => {
  const { household, members, unit } = dictionary.properties
  const places = [['household', household], ['members', members.items], ['unit', unit]] as const
  return new Map(places.flatMap(([place, group]) => Object.entries(group.properties).map(([id, schema]) => [id, { id, place, schema }] as const)))
}

const parametersOf = (programme: string, releases: AssemblyParts['releases']): ReadonlyMap<string, AssembledParameter> =>
  new Map(
    Object.entries(releases).flatMap(([owner, release]) =>
      Object.entries(release.parameters).flatMap(([id, parameter]) => {
        const name = owner === programme ? id : `${owner}.${id}`
        const entry = { name, parameter, place: `${owner}.${parameterPlace(id)}` }
        const shared = owner === 'common' && programme !== 'common' && releases[programme]?.parameters[id] === undefined
        return shared ? [[id, entry] as const, [name, entry] as const] : [[name, entry] as const]
      }),
    ),
  )

/**
 * Joins a release with dictionary, lists and shared facts and with the releases it reads. In the local layer the release
 * and `common` are read with their overlays, every other programme as in the national one. The documents have passed
 * `checkRelease` and `checkOverlays`; a missing release of the programme itself, or an overlay that does not fit, is a
 * programmer's mistake and throws.
 */
export const assemble = ({ programme, layer, common, releases, overlays = {} }: AssemblyParts): Assembly => {
  const base = releases[programme]
  if (!base) throw new Error(`No release of ${programme} was given to assemble`)
  const overlaid = layer === 'national' ? {} : overlaidReleases(readInLayer(programme), releases, overlays)
  const release = overlaid[programme]?.release ?? base
  const read = { ...releases, ...Object.fromEntries(Object.entries(overlaid).map(([name, { release: local }]) => [name, local])) }
  const shared = common.facts.map((piece) => [piece.id, { piece, programme: 'common' }] as const)
  const own = release.logic.map((piece) => [piece.id, { piece, programme }] as const)
  const others = Object.keys(releases).filter((other) => other !== programme && other !== 'common')
  const dependency = (other: string, its: Layer) => [other, assemble({ programme: other, layer: its, common, releases: withoutProgramme(releases, programme), overlays })] as const
  return {
    programme,
    layer,
    common,
    release,
    fields: fieldsOf(common),
    lists: new Map(common.lists.map((list) => [list.id, list])),
    pieces: new Map([...shared, ...own]),
    parameters: parametersOf(programme, read),
    overlays: layer === 'national' ? [] : readInLayer(programme).flatMap((name) => overlays[name] ?? []),
    origins: new Map(Object.entries(overlaid).flatMap(([name, { origins }]) => Object.entries(origins).map(([place, origin]) => [`${name}.${place}`, origin]))),
    dependencies: new Map(others.map((other) => dependency(other, 'national'))),
    localDependencies: new Map(others.filter((other) => hasLocalLayer(other, overlays)).map((other) => dependency(other, 'local'))),
  }
}

/** What is read in the layer being evaluated; everything else is read in the layer its reference names. */
const readInLayer = (programme: string): readonly string[] => [...new Set([programme, 'common'])]

/** Whether anything local is read in the local layer of a programme; otherwise that layer would only repeat the national one. */
export const hasLocalLayer = (programme: string, overlays: AssemblyParts['overlays'] = {}): boolean =>
  readInLayer(programme).some((name) => (overlays[name] ?? []).length > 0)

const overlaidReleases = (names: readonly string[], releases: AssemblyParts['releases'], overlays: NonNullable<AssemblyParts['overlays']>): Readonly<Record<string, OverlaidRelease>> =>
  Object.fromEntries(names.flatMap((name) => {
    const base = releases[name]
    if (!base) return []
    const overlaid = applyOverlays(base, overlays[name] ?? [])
    const wrong = overlaid.issues.find(({ severity }) => severity === 'error')
    if (wrong) throw new Error(`An overlay of ${name} does not fit: ${wrong.message.en}`)
    return [[name, overlaid] as const]
  }))

const withoutProgramme = (releases: AssemblyParts['releases'], programme: string): AssemblyParts['releases'] =>
  Object.fromEntries(Object.entries(releases).filter(([other]) => other !== programme))

/** The tree with every named condition in its place; the same object each time. */
export const inlineConditions = (assembly: Pick<Assembly, 'pieces'>, condition: Condition): Condition => inlinedIn(assembly)(condition)

/** The same of any condition. */
export const inlinedIn = ({ pieces }: Pick<Assembly, 'pieces'>): ((condition: Condition) => Condition) => inlined(pieces)

const inlined = oncePer((pieces: Assembly['pieces']) => oncePer((condition: Condition) => inline(pieces, condition)))

const inline = (pieces: Assembly['pieces'], condition: Condition): Condition => {
  if ('condition' in condition) {
    const named = pieces.get(condition.condition)?.piece
    if (named?.kind !== 'condition') throw new Error(`No condition is named ${condition.condition}`)
    return inline(pieces, named.conditions)
  }
  const children = childrenOf(condition).map((child) => inline(pieces, child))
  if ('all' in condition) return { all: children }
  if ('any' in condition) return { any: children }
  const [child] = children
  return 'not' in condition && child ? { not: child } : condition
}
