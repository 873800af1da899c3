import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { isInstalled, planInstallation, wholeAdditions, type Bundle, type CommonAdditions, type InstallGround, type Installation, type WrittenAdditions } from '@tieuchi/runtime'
import { StartError } from '../plugins/start-error.ts'
import { additionsFile } from '../policies/pack-additions.ts'
import { openPacks, packsOrThrow, checkPacks } from '../policies/pack-files.ts'
import { PackFolder } from '../policies/pack-folder.ts'
import { hashOf, publicationsOf } from '../policies/pack-layers.ts'
import { PackSource } from '../policies/pack-source.ts'
import { documentOf, type Packs } from '../policies/pack.ts'
import { commonFiles, inFolder, releaseFiles } from './release-folder.ts'
import { writeTogether, type Documents } from './write-together.ts'

/** What a bundle would change in a folder of packs; a `PackError` where these have errors themselves. */
export const planForFolder = (folder: string, bundle: Bundle): Installation => planInstallation(bundle, groundOfFolder(folder))

/** Writes a bundle into a folder of packs, all of it or nothing: packs with errors are not left behind. Returns the plan with the files that were written. */
export function installIntoFolder(folder: string, bundle: Bundle): { readonly plan: Installation; readonly files: readonly string[] } {
  const plan = planForFolder(folder, bundle)
  if (isInstalled(plan) || plan.issues.some(({ severity }) => severity === 'error')) return { plan, files: [] }
  const documents = documentsToWrite(folder, bundle, plan)
  writeTogether(folder, documents, () => readSound(folder))
  return { plan, files: Object.keys(documents) }
}

function groundOfFolder(folder: string): InstallGround {
  if (!existsSync(join(folder, 'common'))) return { programmes: [], units: [], publications: [], givesWay: false, documents: new Map() }
  const { common, units, programmes }: Packs = readSound(folder)
  const rules = programmes.flatMap(({ releases, overlays }) => [...releases, ...overlays].map(documentOf))
  return {
    common, units,
    programmes: programmes.map(({ document }) => document),
    publications: programmes.flatMap(publicationsOf),
    givesWay: false,
    documents: new Map(rules.map((document) => [hashOf(document), document])),
  }
}

function readSound(folder: string): Packs {
  const source = new PackSource(new PackFolder({ '': folder }))
  const opened = openPacks(source)
  checkPacks(source, opened)
  return packsOrThrow(opened, source.issues)
}

function documentsToWrite(folder: string, bundle: Bundle, { additions, programmes, steps }: Installation): Documents {
  const shared = existsSync(join(folder, 'common')) ? {} : inFolder('common', commonFiles(bundle.common))
  const [first] = [...steps.map(({ publication }) => publication.programme), ...programmes.map(({ id }) => id)]
  const added = first === undefined || isEmpty(additions) ? {} : { [`${first}/${additionsFile}`]: joined(additionsIn(folder, first), additions) }
  return {
    ...shared,
    ...added,
    ...Object.fromEntries(programmes.map((programme) => [`${programme.id}/programme.json`, programme])),
    ...Object.assign({}, ...steps.map(({ file }) => inFolder(freeFolder(folder, file), releaseFiles(file)))),
  }
}

const isEmpty = ({ fields, lists, entries, facts }: CommonAdditions): boolean => [...Object.values(fields), entries].every((group) => Object.keys(group).length === 0) && lists.length === 0 && facts.length === 0

function additionsIn(folder: string, programme: string): CommonAdditions {
  const source = new PackSource(new PackFolder({ '': folder }))
  const written = source.list(programme).some(({ name }) => name === additionsFile) ? source.readObject(`${programme}/${additionsFile}`) : {}
  return wholeAdditions((written ?? {}) as WrittenAdditions)
}

/** What is missing joins what the programme adds already; none of it has a name that is there. */
const joined = (there: CommonAdditions, more: CommonAdditions): CommonAdditions => ({
  fields: {
    household: { ...there.fields.household, ...more.fields.household },
    members: { ...there.fields.members, ...more.fields.members },
    unit: { ...there.fields.unit, ...more.fields.unit },
  },
  lists: [...there.lists, ...more.lists],
  entries: { ...there.entries, ...Object.fromEntries(Object.entries(more.entries).map(([list, entries]) => [list, [...(there.entries[list] ?? []), ...entries]])) },
  ended: there.ended,
  facts: [...there.facts, ...more.facts],
})

/** The folder of a release: by its first day, of local law with its unit; with the beginning of its hash where that is taken. */
function freeFolder(folder: string, { manifest: { programme, valid_from: from, documents }, release: { scope } }: Bundle['releases'][number]): string {
  const hash = documents.release.slice(0, 8)
  const name = [...(scope === 'national' ? [] : [scope.unit]), from ?? hash].join('-')
  if (!existsSync(join(folder, programme, name))) return `${programme}/${name}`
  if (!existsSync(join(folder, programme, `${name}-${hash}`))) return `${programme}/${name}-${hash}`
  throw new StartError({ vi: `${join(folder, programme, name)}: đã có thư mục này; hãy đổi tên rồi cài lại.`, en: `${join(folder, programme, name)}: exists; rename it and install again.` })
}
