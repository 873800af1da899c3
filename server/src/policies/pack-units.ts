import type { CommonDocument, UnitDocument } from '@tieuchi/runtime'
import { validateDocument } from '@tieuchi/runtime/validation/server'
import { packIssue, type PackIssue } from './pack-error.ts'
import { isObject, type PackSource } from './pack-source.ts'

interface UnitsFile {
  readonly units: readonly UnitDocument[]
}

interface FiledUnit {
  readonly unit: UnitDocument
  readonly file: string
  readonly index: number
}

/** Every unit of every file; ids are unique, parents exist, attributes are those of the dictionary. */
export function readUnits(source: PackSource, common: CommonDocument | undefined): readonly UnitDocument[] {
  const filed = source.listJson('units').flatMap((file): FiledUnit[] => {
    const value = source.readObject(file)
    if (!value) return []
    source.place({ value, origins: {}, header: file }, validateDocument('units', value))
    return isUnitsFile(value) ? value.units.map((unit, index) => ({ unit, file, index })) : []
  })
  const first = new Map(filed.toReversed().map((each) => [each.unit.id, each] as const))
  source.issues.push(...filed.flatMap((each) => problemsOf(each, first, common)))
  return filed.map(({ unit }) => unit)
}

/** `first` is the first unit of each id. */
function problemsOf(each: FiledUnit, first: ReadonlyMap<string, FiledUnit>, common: CommonDocument | undefined): readonly PackIssue[] {
  const { unit, file, index } = each
  const place = ['units', index]
  const attributes = common?.dictionary.properties.unit.properties
  return [
    ...(first.get(unit.id) !== each ? [packIssue(file, [...place, 'id'], { code: 'pack_unit_twice', vi: `mã “${unit.id}” đã dùng cho đơn vị khác; hãy đặt mã khác.`, en: `the id “${unit.id}” is used by another unit; choose another id.` })] : []),
    ...unit.spells.flatMap(({ parent }, spell) => (parent === undefined || first.has(parent) ? [] : [
      packIssue(file, [...place, 'spells', spell, 'parent'], { code: 'pack_unit_parent', vi: `không có đơn vị “${parent}”; hãy sửa mã đơn vị cấp trên.`, en: `there is no unit “${parent}”; correct the id of the parent.` }),
    ])),
    ...(isAboveItself(unit, first) ? [packIssue(file, place, { code: 'pack_unit_circle', vi: `đơn vị “${unit.id}” nằm trên chính nó qua các đơn vị cấp trên; hãy sửa đơn vị cấp trên.`, en: `the unit “${unit.id}” stands above itself by its parents; correct a parent.` })] : []),
    ...Object.keys(unit.attributes).flatMap((name) => (attributes === undefined || Object.hasOwn(attributes, name) ? [] : [
      packIssue(file, [...place, 'attributes', name], { code: 'pack_unit_attribute', vi: `“${name}” không có trong phần địa bàn của từ điển; hãy sửa tên.`, en: `“${name}” is not in the unit part of the dictionary; correct the name.` }),
    ])),
  ]
}

/** Whether a unit is met again among those above it, whenever they were. */
function isAboveItself(unit: UnitDocument, units: ReadonlyMap<string, FiledUnit>): boolean {
  const above = new Set<string>()
  const open = parentsOf(unit)
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (above.has(id)) continue
    above.add(id)
    const parent = units.get(id)?.unit
    if (parent) open.push(...parentsOf(parent))
  }
  return above.has(unit.id)
}

const parentsOf = ({ spells }: UnitDocument): string[] => spells.flatMap(({ parent }) => parent ?? [])

const isUnitsFile = (value: unknown): value is UnitsFile => isObject(value) && validateDocument('units', value).length === 0
