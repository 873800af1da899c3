import type { CodeList, FieldSchema } from '../documents/common-document.ts'
import type { FactReference } from '../documents/condition-document.ts'
import type { LogicPiece } from '../documents/logic-document.ts'
import type { Parameter } from '../documents/release-document.ts'
import { packagesOf, usesOf } from '../extensions/extensions-used.ts'
import { installedExtensions } from '../extensions/installed-extensions.ts'
import type { Assembly } from './assembly.ts'
import { dependencyOf } from './assembly-layers.ts'
import { hashDocument } from './hash.ts'
import { referencesOfCondition, referencesOfPiece, type Reference } from './references.ts'
import { listOfFact, typeOfFact } from './value-types.ts'

/** Everything an evaluation of one layer can turn on, by name. */
interface Logic {
  readonly programme: string
  readonly pieces: Record<string, unknown>
  readonly fields: Record<string, unknown>
  readonly lists: Record<string, unknown>
  readonly parameters: Record<string, unknown>
  /** Outcomes of other programmes: their logic where they are computed, else what is known of their results. */
  readonly others: Record<string, unknown>
  /** Versions of the packages whose operators and the like are used; absent where none are. */
  readonly packages?: Readonly<Record<string, string>>
}

/** One thing without the properties that only people read. */
const without = <T extends object>(thing: T, ...names: readonly string[]): object => Object.fromEntries(Object.entries(thing).filter(([name]) => !names.includes(name)))

const plainPiece = (piece: LogicPiece): object => {
  const plain = without(piece, 'title', 'note', 'citation')
  if (piece.kind === 'rules') return { ...plain, rules: piece.rules.map((rule) => without(rule, 'title', 'note', 'citation')) }
  return piece.kind === 'table' ? { ...plain, rows: piece.rows.map((row) => without(row, 'note', 'citation')) } : plain
}

const plainField = (schema: FieldSchema): object => without(schema, 'x-label', 'x-help')

const plainList = (list: CodeList): object => ({ ...without(list, 'title'), entries: list.entries.map((entry) => without(entry, 'title')) })

const plainParameter = (parameter: Parameter): object => without(parameter, 'title', 'note', 'citation', 'confirmed')

/** Follows what an assembly's pieces refer to, from some of them on. */
class LogicWalk {
  readonly #assembly: Assembly
  readonly #logic: Logic

  constructor(assembly: Assembly) {
    this.#assembly = assembly
    this.#logic = { programme: assembly.programme, pieces: {}, fields: {}, lists: {}, parameters: {}, others: {} }
  }

  from(ids: Iterable<string>): Logic {
    for (const id of ids) this.#reach(id)
    return this.#logic
  }

  /** What conditions of something else read: of a form, for example. */
  fromReferences(references: readonly Reference[]): Logic {
    for (const reference of references) this.#follow(reference)
    return this.#logic
  }

  #reach(id: string): void {
    const piece = this.#assembly.pieces.get(id)?.piece
    if (!piece) return this.#reachField(id)
    if (Object.hasOwn(this.#logic.pieces, id)) return
    this.#logic.pieces[id] = plainPiece(piece)
    this.#reachList('list' in piece ? piece.list : undefined)
    for (const reference of referencesOfPiece(piece, [])) this.#follow(reference)
  }

  #reachField(id: string): void {
    const field = this.#assembly.fields.get(id)
    if (!field || Object.hasOwn(this.#logic.fields, id)) return
    this.#logic.fields[id] = { place: field.place, ...plainField(field.schema) }
    this.#reachList(field.schema['x-list'])
    if (field.schema.applies) for (const reference of referencesOfCondition(field.schema.applies, [], 'members')) this.#follow(reference)
  }

  #reachList(id: string | undefined): void {
    const list = id === undefined ? undefined : this.#assembly.lists.get(id)
    if (list && id !== undefined) this.#logic.lists[id] = plainList(list)
  }

  #follow(reference: Reference): void {
    if (reference.kind === 'fact') return reference.reference.fact.includes('.') ? this.#reachForeign(reference.reference) : this.#reach(reference.reference.fact)
    if (reference.kind === 'parameter') return this.#reachParameter(reference.reference.parameter)
    if (reference.kind !== 'leaf') this.#reach(reference.name)
  }

  #reachParameter(id: string): void {
    const parameter = this.#assembly.parameters.get(id)?.parameter
    if (!parameter) return
    this.#logic.parameters[id] = plainParameter(parameter)
    if (parameter.by !== undefined) this.#reachField(parameter.by)
  }

  #reachForeign({ fact, as, layer = 'national' }: FactReference): void {
    const [programme = '', outcome = ''] = fact.split('.')
    const dependency = dependencyOf(this.#assembly, programme, layer)
    if (as === 'computed') this.#logic.others[`${fact} computed ${layer}`] = dependency ? new LogicWalk(dependency).from([outcome]) : {}
    else this.#logic.others[fact] = { type: typeOfFact(this.#assembly, { fact }), list: listOfFact(this.#assembly, { fact }) }
  }
}

/** The logic of an assembly's own pieces with all they reach; of shared facts only those reached. */
const logicOf = (assembly: Assembly): Logic => new LogicWalk(assembly).from([...assembly.pieces].flatMap(([id, { programme }]) => (programme === assembly.programme ? [id] : [])))

/** The same with the packages it uses, by whose code it is judged. */
const withPackages = (logic: Logic): Logic => {
  const names = packagesOf(usesOf(logic))
  return names.length === 0 ? logic : { ...logic, packages: Object.fromEntries(names.map((name) => [name, installedExtensions().get(name)?.version ?? ''])) }
}

/**
 * Hash of the rules themselves, as one layer assembles them: two assemblies of the same logic hash judge every household alike.
 * Titles, labels, notes, citations and days of confirmation play no part. The key of plans and of the agreement test.
 */
export const logicHash = (assembly: Assembly): string => hashDocument(withPackages(logicOf(assembly)))

/** The same of what some references reach, whatever else the rules say. */
export const logicHashOf = (assembly: Assembly, references: readonly Reference[]): string => hashDocument(withPackages(new LogicWalk(assembly).fromReferences(references)))
