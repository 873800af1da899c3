import type { UnitDocument } from '@tieuchi/runtime'
import { sql, type Selectable } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Db, Tx } from '../plugins/database.ts'
import type { UnitAttributeTable, UnitSpellTable } from './unit-table.ts'

/** What a transaction has read of units; asked several times while one request is answered. */
const readIn = new WeakMap<Tx, Map<string, Promise<UnitDocument[]>>>()

/** These units and all that were ever above them, as documents. A transaction reads them once. */
export function listUnitsWithParents(tx: Tx, ids: readonly string[]): Promise<UnitDocument[]> {
  const known = readIn.get(tx) ?? new Map<string, Promise<UnitDocument[]>>()
  readIn.set(tx, known)
  const key = ids.join(' ')
  const found = known.get(key) ?? readUnitsWithParents(tx, ids)
  known.set(key, found)
  return found
}

async function readUnitsWithParents(tx: Tx, ids: readonly string[]): Promise<UnitDocument[]> {
  if (ids.length === 0) return []
  const rows = await tx
    .withRecursive('above', (with_) =>
      with_
        .selectFrom('units')
        .select('id')
        .where('id', 'in', [...ids])
        .union((union) =>
          union
            .selectFrom('unit_spells')
            .innerJoin('above', 'above.id', 'unit_spells.unit_id')
            .select((row) => row.ref('unit_spells.parent_id').$notNull().as('id'))
            .where('unit_spells.parent_id', 'is not', null),
        ),
    )
    .selectFrom('above')
    .select('id')
    .select(({ selectFrom }) => [
      jsonArrayFrom(selectFrom('unit_spells').select(['valid_from', 'valid_to', 'code', 'name', 'kind', 'parent_id']).whereRef('unit_spells.unit_id', '=', 'above.id').orderBy('position')).as('spells'),
      jsonArrayFrom(selectFrom('unit_attributes').select(['attribute', 'valid_from', 'valid_to', 'value']).whereRef('unit_attributes.unit_id', '=', 'above.id').orderBy('attribute').orderBy('position')).as('attributes'),
    ])
    .execute()
  return rows.map(({ id, spells, attributes }) => toDocument(id, spells, attributes))
}

type SpellRow = Pick<Selectable<UnitSpellTable>, 'valid_from' | 'valid_to' | 'code' | 'name' | 'kind' | 'parent_id'>
type AttributeRow = Pick<Selectable<UnitAttributeTable>, 'attribute' | 'valid_from' | 'valid_to' | 'value'>

function toDocument(id: string, spells: readonly SpellRow[], attributes: readonly AttributeRow[]): UnitDocument {
  const byName = Map.groupBy(attributes, (row) => row.attribute)
  return {
    id,
    spells: spells.map((row) => ({ ...spellOf(row), code: row.code, name: row.name, kind: row.kind, ...(row.parent_id === null ? {} : { parent: row.parent_id }) })),
    attributes: Object.fromEntries([...byName].map(([name, rows]) => [name, rows.map((row) => ({ ...spellOf(row), value: row.value }))])),
  }
}

const spellOf = ({ valid_from: from, valid_to: to }: { valid_from: string | null; valid_to: string | null }) => ({
  ...(from === null ? {} : { valid_from: from }),
  ...(to === null ? {} : { valid_to: to }),
})

/** Units of a person's area on a day, by the tree of that day. */
export async function listIdsBelow(tx: Tx, root: string, at: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive below as (
      select ${root}::text as id
      union
      select s.unit_id from unit_spells s join below on s.parent_id = below.id
      where (s.valid_from is null or s.valid_from <= ${at}) and (s.valid_to is null or s.valid_to >= ${at})
    )
    select id from below`.execute(tx)
  return rows.map((row) => row.id)
}

/** Every unit within the reach of this transaction, those that ended among them. */
export async function listReach(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select unit_subtree(current_setting('app.unit', true)) as id`.execute(tx)
  return rows.map((row) => row.id)
}

/** What units are called by their newest spell. */
export async function listNewestNames(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('unit_spells')
    .distinctOn('unit_id')
    .select(['unit_id', 'name'])
    .where('unit_id', 'in', [...new Set(ids)])
    .orderBy('unit_id')
    .orderBy('valid_from', (order) => order.desc().nullsLast())
    .execute()
  return new Map(rows.map((row) => [row.unit_id, row.name]))
}

/** The unit that bears a code on a day, where it lies in the area this transaction sees. */
export async function findIdInReach(tx: Tx, code: string, at: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select unit_id as id from unit_spells
    where code = ${code}
      and (valid_from is null or valid_from <= ${at}) and (valid_to is null or valid_to >= ${at})
      and unit_id in (select unit_subtree(current_setting('app.unit', true)))`.execute(tx)
  return rows[0]?.id
}

/** Attributes on a day of every unit that exists on it. */
export async function listAttributesOn(db: Db | Tx, at: string): Promise<Map<string, Record<string, string | boolean>>> {
  const { rows } = await sql<{ unit_id: string; attribute: string; value: string | boolean }>`
    select distinct on (a.unit_id, a.attribute) a.unit_id, a.attribute, a.value from unit_attributes a
    where (a.valid_from is null or a.valid_from <= ${at}) and (a.valid_to is null or a.valid_to >= ${at})
      and exists (select from unit_spells s where s.unit_id = a.unit_id and (s.valid_from is null or s.valid_from <= ${at}) and (s.valid_to is null or s.valid_to >= ${at}))
    order by a.unit_id, a.attribute, a.position`.execute(db)
  const attributes = new Map<string, Record<string, string | boolean>>()
  for (const { unit_id: unit, attribute, value } of rows) attributes.set(unit, { ...attributes.get(unit), [attribute]: value })
  return attributes
}

export async function listUnitHashes(tx: Tx): Promise<Map<string, string>> {
  const rows = await tx.selectFrom('units').select(['id', 'hash']).execute()
  return new Map(rows.map((row) => [row.id, row.hash]))
}

/** Puts units in place of what was stored under their ids. Parents may stand anywhere in the list. */
export async function replaceUnits(tx: Tx, units: readonly (UnitDocument & { readonly hash: string })[]): Promise<void> {
  readIn.delete(tx)
  for (const { id, hash } of units) {
    await tx.insertInto('units').values({ id, hash }).onConflict((conflict) => conflict.column('id').doUpdateSet({ hash })).execute()
  }
  for (const unit of units) {
    await tx.deleteFrom('unit_spells').where('unit_id', '=', unit.id).execute()
    await tx.deleteFrom('unit_attributes').where('unit_id', '=', unit.id).execute()
    await tx.insertInto('unit_spells').values(spellRows(unit)).execute()
    const attributes = attributeRows(unit)
    if (attributes.length > 0) await tx.insertInto('unit_attributes').values(attributes).execute()
  }
}

const spellRows = ({ id, spells }: UnitDocument) =>
  spells.map(({ valid_from: from = null, valid_to: to = null, parent = null, code, name, kind }, position) =>
    ({ unit_id: id, position, valid_from: from, valid_to: to, code, name, kind, parent_id: parent }))

const attributeRows = ({ id, attributes }: UnitDocument) =>
  Object.entries(attributes).flatMap(([attribute, spells]) =>
    spells.map(({ valid_from: from = null, valid_to: to = null, value }, position) =>
      ({ unit_id: id, attribute, position, valid_from: from, valid_to: to, value: JSON.stringify(value) })))
