import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { UnitDocument } from '@tieuchi/runtime'
import type { PackProgramme } from '@tieuchi/server/policies/pack.ts'
import { dogCommon, dogProgramme, dogReleases, dogUnits } from './dog-licences.ts'

interface WrittenPacks {
  readonly units: readonly UnitDocument[]
  readonly programmes: readonly Pick<PackProgramme, 'document' | 'releases' | 'overlays'>[]
}

const plain: WrittenPacks = { units: dogUnits, programmes: [{ document: dogProgramme, releases: dogReleases, overlays: [] }] }

/** Writes the fictitious pack as a folder of packs, in place of every real one. */
export function writeDogRulesets(folder: string, { units, programmes }: WrittenPacks = plain): void {
  const write = (path: readonly string[], document: unknown) => {
    const file = join(folder, ...path)
    mkdirSync(join(file, '..'), { recursive: true })
    writeFileSync(file, JSON.stringify(document, null, 2))
  }
  const { dictionary, register, lists, facts } = dogCommon
  write(['common', 'dictionary.json'], dictionary)
  write(['common', 'register.json'], register)
  write(['common', 'facts.json'], facts)
  for (const list of lists) write(['common', 'lists', `${list.id}.json`], list)
  write(['units', 'island.json'], { format: 1, source: 'made up', units })
  for (const { document, releases, overlays } of programmes) {
    write([document.id, 'programme.json'], document)
    for (const { folder: name, release, ...period } of releases) {
      const { parameters, logic, forms, cases, ...header } = release
      write([document.id, name, 'release.json'], { ...header, ...period })
      write([document.id, name, 'parameters.json'], parameters)
      if (logic.length > 0) write([document.id, name, 'logic', 'licence.json'], logic)
      for (const form of forms) write([document.id, name, 'forms', `${form.id}.json`], form)
      if (cases.length > 0) write([document.id, name, 'cases', 'garden.json'], cases)
    }
    for (const { folder: name, overlay, ...period } of overlays) {
      const { parameters, logic, cases, ...header } = overlay
      write([document.id, name, 'release.json'], { ...header, ...period })
      if (Object.keys(parameters).length > 0) write([document.id, name, 'parameters.json'], parameters)
      if (logic.length > 0) write([document.id, name, 'logic', 'licence.json'], logic)
      if (cases.length > 0) write([document.id, name, 'cases', 'garden.json'], cases)
    }
  }
}
