import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { dogCommon, dogProgramme, dogReleases, dogUnits } from './dog-licences.ts'

/** Writes the fictitious pack as a folder of packs, in place of every real one. */
export function writeDogRulesets(folder: string): void {
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
  write(['units', 'island.json'], { format: 1, source: 'made up', units: dogUnits })
  write(['dog-licence', 'programme.json'], dogProgramme)
  for (const { folder: year, release, ...period } of dogReleases) {
    const { parameters, logic, forms, cases, ...header } = release
    write(['dog-licence', year, 'release.json'], { ...header, ...period })
    write(['dog-licence', year, 'parameters.json'], parameters)
    write(['dog-licence', year, 'logic', 'licence.json'], logic)
    for (const form of forms) write(['dog-licence', year, 'forms', `${form.id}.json`], form)
    write(['dog-licence', year, 'cases', 'garden.json'], cases)
  }
}
