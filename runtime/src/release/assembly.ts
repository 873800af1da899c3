import { childrenOf } from '../conditions/condition-tree.ts'
import type { CodeList, CommonDocument, FieldSchema } from '../documents/common-document.ts'
import type { Condition } from '../documents/condition-document.ts'
import type { Layer } from '../documents/evaluation-document.ts'
import type { LogicPiece } from '../documents/logic-document.ts'
import type { Parameter, Release } from '../documents/release-document.ts'

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
}

/** A release joined with what it shares with others: everything one evaluation of one layer reads, by name. */
export interface Assembly {
  readonly programme: string
  readonly layer: Layer
  readonly common: CommonDocument
  readonly release: Release
  readonly fields: ReadonlyMap<string, AssembledField>
  readonly lists: ReadonlyMap<string, CodeList>
  readonly pieces: ReadonlyMap<string, AssembledPiece>
  readonly parameters: ReadonlyMap<string, AssembledParameter>
  /** Programmes whose outcomes may be read as computed. */
  readonly dependencies: ReadonlyMap<string, Assembly>
}

export interface AssemblyParts {
  readonly programme: string
  readonly layer: Layer
  readonly common: CommonDocument
  /** Releases in force by programme: this one, those it depends on, and `common` where shared parameters exist. */
  readonly releases: Readonly<Record<string, Release>>
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
        const entry = { name, parameter }
        const shared = owner === 'common' && programme !== 'common' && releases[programme]?.parameters[id] === undefined
        return shared ? [[id, entry] as const, [name, entry] as const] : [[name, entry] as const]
      }),
    ),
  )

/**
 * Joins a release with dictionary, lists and shared facts and with the releases it reads. The documents have passed
 * `checkRelease`; a missing release of the programme itself is a programmer's mistake and throws.
 */
export const assemble = ({ programme, layer, common, releases }: AssemblyParts): Assembly => {
  const release = releases[programme]
  if (!release) throw new Error(`No release of ${programme} was given to assemble`)
  const shared = common.facts.map((piece) => [piece.id, { piece, programme: 'common' }] as const)
  const own = release.logic.map((piece) => [piece.id, { piece, programme }] as const)
  const others = Object.keys(releases).filter((other) => other !== programme && other !== 'common')
  return {
    programme,
    layer,
    common,
    release,
    fields: fieldsOf(common),
    lists: new Map(common.lists.map((list) => [list.id, list])),
    pieces: new Map([...shared, ...own]),
    parameters: parametersOf(programme, releases),
    dependencies: new Map(others.map((other) => [other, assemble({ programme: other, layer, common, releases: withoutProgramme(releases, programme) })])),
  }
}

const withoutProgramme = (releases: AssemblyParts['releases'], programme: string): AssemblyParts['releases'] =>
  Object.fromEntries(Object.entries(releases).filter(([other]) => other !== programme))

/** The tree with every named condition in its place. */
export const inlineConditions = (assembly: Pick<Assembly, 'pieces'>, condition: Condition): Condition => {
  if ('condition' in condition) {
    const named = assembly.pieces.get(condition.condition)?.piece
    if (named?.kind !== 'condition') throw new Error(`No condition is named ${condition.condition}`)
    return inlineConditions(assembly, named.conditions)
  }
  const children = childrenOf(condition).map((child) => inlineConditions(assembly, child))
  if ('all' in condition) return { all: children }
  if ('any' in condition) return { any: children }
  const [child] = children
  return 'not' in condition && child ? { not: child } : condition
}
