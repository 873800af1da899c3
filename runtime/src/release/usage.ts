import type { CaseDocument } from '../documents/release-document.ts'
import type { FormDocument } from '../documents/form-document.ts'
import type { LogicPiece } from '../documents/logic-document.ts'
import { oncePer } from '../documents/once-per.ts'
import type { Text } from '../documents/text.ts'
import { questionsOf } from '../form/form-items.ts'
import { referencesOfForm } from '../form/form-references.ts'
import { referencesOfReport } from '../report/report-references.ts'
import type { Assembly } from './assembly.ts'
import { referencesOfCondition, referencesOfPiece, type Reference } from './references.ts'

/** What a release is made of: a question, a code list, a parameter, a piece of the logic, a form, a report, a case. */
export type ElementKind = 'field' | 'list' | 'parameter' | 'piece' | 'form' | 'report' | 'case'

/** One of these, by its id, with the title people know it by. */
export interface Use {
  readonly kind: ElementKind
  readonly id: string
  readonly title: Text
}

/** What reads what in an assembly, both ways. */
export interface Usage {
  /** Who reads a field or piece, by its name; they share one space of names. */
  readonly facts: ReadonlyMap<string, readonly Use[]>
  /** Who reads a parameter, by its name. */
  readonly parameters: ReadonlyMap<string, readonly Use[]>
  /** Whose values come from a code list, by its id. */
  readonly lists: ReadonlyMap<string, readonly Use[]>
  /** What a field, parameter, piece, form, report or case reads; nothing of what is not part of the assembly. */
  readonly readsOf: (kind: ElementKind, id: string) => readonly Use[]
}

type Uses = Map<string, readonly Use[]>

const keyOf = (kind: ElementKind, id: string): string => `${kind} ${id}`

const has = (uses: readonly Use[], { kind, id }: Use): boolean => uses.some((use) => use.kind === kind && use.id === id)

const noteIn = (into: Uses, name: string, use: Use): void => {
  const uses = into.get(name) ?? []
  if (!has(uses, use)) into.set(name, [...uses, use])
}

class UsageNotes {
  readonly facts: Uses = new Map()
  readonly parameters: Uses = new Map()
  readonly lists: Uses = new Map()
  readonly #reads: Uses = new Map()
  readonly #assembly: Assembly

  constructor(assembly: Assembly) {
    this.#assembly = assembly
  }

  readonly readsOf = (kind: ElementKind, id: string): readonly Use[] => this.#reads.get(keyOf(kind, id)) ?? []

  /** A field or piece is read; a rule of a set, as `set.rule`, or an amount, as `piece.amount`, is the piece, and so is what reports read as decided: `programme.piece`. */
  fact(name: string, user: Use): void {
    const { fields, pieces } = this.#assembly
    const own = name.startsWith(`${this.#assembly.programme}.`) ? name.slice(this.#assembly.programme.length + 1) : name
    const known = fields.has(own) || pieces.has(own) ? own : (own.split('.')[0] ?? own)
    const id = pieces.has(known) ? known : own
    const field = fields.get(id)
    const piece = pieces.get(id)?.piece
    noteIn(this.facts, id, user)
    if (field && field.place !== 'history') this.#read(user, { kind: 'field', id, title: field.schema['x-label'] })
    else if (piece) this.#read(user, { kind: 'piece', id, title: piece.title })
  }

  parameter(name: string, user: Use): void {
    noteIn(this.parameters, name, user)
    const found = this.#assembly.parameters.get(name)?.parameter
    if (found) this.#read(user, { kind: 'parameter', id: name, title: found.title })
    if (found?.by !== undefined) this.fact(found.by, user)
  }

  list(id: string | undefined, user: Use): void {
    const found = id === undefined ? undefined : this.#assembly.lists.get(id)
    if (!found) return
    noteIn(this.lists, found.id, user)
    this.#read(user, { kind: 'list', id: found.id, title: found.title })
  }

  references(references: readonly Reference[], user: Use): void {
    for (const reference of references) {
      if (reference.kind === 'fact') this.fact(reference.reference.fact, user)
      else if (reference.kind === 'condition' || reference.kind === 'rules') this.fact(reference.name, user)
      else if (reference.kind === 'parameter') this.parameter(reference.reference.parameter, user)
    }
  }

  #read(user: Use, read: Use): void {
    noteIn(this.#reads, keyOf(user.kind, user.id), read)
  }
}

/** Where everything that can be read is read: logic and shared facts, forms with their conditions and checks, reports, parameters, lists, cases. */
export const usageOf: (assembly: Assembly) => Usage = oncePer((assembly: Assembly): Usage => {
  const notes = new UsageNotes(assembly)
  for (const { piece } of assembly.pieces.values()) notePiece(piece, notes)
  for (const { id, place, schema } of assembly.fields.values()) {
    if (place === 'history') continue
    const user: Use = { kind: 'field', id, title: schema['x-label'] }
    notes.list(schema['x-list'], user)
    if (schema.applies) notes.references(referencesOfCondition(schema.applies, [], 'members'), user)
  }
  for (const [id, { by, title }] of Object.entries(assembly.release.parameters)) if (by !== undefined) notes.fact(by, { kind: 'parameter', id, title })
  for (const form of assembly.release.forms) noteForm(form, notes)
  for (const report of assembly.release.reports ?? []) notes.references(referencesOfReport(report, []), { kind: 'report', id: report.id, title: report.title })
  for (const each of assembly.release.cases) noteCase(each, notes)
  return { facts: notes.facts, parameters: notes.parameters, lists: notes.lists, readsOf: notes.readsOf }
})

const notePiece = (piece: LogicPiece, notes: UsageNotes): void => {
  const user: Use = { kind: 'piece', id: piece.id, title: piece.title }
  notes.references(referencesOfPiece(piece, []), user)
  if (piece.kind === 'fact' || piece.kind === 'outcome') notes.list(piece.list, user)
  if (piece.kind === 'entitlement') notes.list(piece.level_list, user)
}

const noteForm = (form: FormDocument, notes: UsageNotes): void => {
  const user: Use = { kind: 'form', id: form.id, title: form.title }
  for (const { item: { field } } of questionsOf(form)) notes.fact(field, user)
  for (const { field } of form.checks ?? []) notes.fact(field, user)
  notes.references(referencesOfForm(form, []), user)
}

const noteCase = ({ id, title, given, expect }: CaseDocument, notes: UsageNotes): void => {
  const user: Use = { kind: 'case', id, title }
  const answered = [given.household ?? {}, given.unit ?? {}, ...(given.members ?? []).map(({ id: _id, ...answers }) => answers)].flatMap(Object.keys)
  for (const name of [...new Set(answered), ...Object.keys(expect)]) notes.fact(name, user)
}
