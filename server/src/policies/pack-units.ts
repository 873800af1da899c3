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
  source.issues.push(...filed.flatMap((each, position) => problemsOf(each, filed.slice(0, position), filed, common)))
  return filed.map(({ unit }) => unit)
}

function problemsOf({ unit, file, index }: FiledUnit, earlier: readonly FiledUnit[], all: readonly FiledUnit[], common: CommonDocument | undefined): readonly PackIssue[] {
  const place = ['units', index]
  const attributes = common?.dictionary.properties.unit.properties
  return [
    ...(earlier.some((other) => other.unit.id === unit.id) ? [packIssue(file, [...place, 'id'], { code: 'pack_unit_twice', vi: `mã “${unit.id}” đã dùng cho đơn vị khác; hãy đặt mã khác.`, en: `the id “${unit.id}” is used by another unit; choose another id.` })] : []),
    ...unit.spells.flatMap(({ parent }, spell) => (parent === undefined || all.some((other) => other.unit.id === parent) ? [] : [
      packIssue(file, [...place, 'spells', spell, 'parent'], { code: 'pack_unit_parent', vi: `không có đơn vị “${parent}”; hãy sửa mã đơn vị cấp trên.`, en: `there is no unit “${parent}”; correct the id of the parent.` }),
    ])),
    ...Object.keys(unit.attributes).flatMap((name) => (attributes === undefined || name in attributes ? [] : [
      packIssue(file, [...place, 'attributes', name], { code: 'pack_unit_attribute', vi: `“${name}” không có trong phần địa bàn của từ điển; hãy sửa tên.`, en: `“${name}” is not in the unit part of the dictionary; correct the name.` }),
    ])),
  ]
}

const isUnitsFile = (value: unknown): value is UnitsFile => isObject(value) && validateDocument('units', value).length === 0
