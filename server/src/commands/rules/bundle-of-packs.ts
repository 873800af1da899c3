import { addDays, checkBundle, hashDocument, joinNeeds, makeBundle, sharedNeeds, type Bundle, type Release, type ReleaseFile } from '@tieuchi/runtime'
import { validateDocument } from '@tieuchi/runtime/validation/server'
import { assemblePack, dayOfRelease } from '../../policies/pack-assembly.ts'
import type { OpenDocument } from '../../policies/pack-files.ts'
import { publicationsOf } from '../../policies/pack-layers.ts'
import { findRelease, isIssue } from '../../policies/pack-rules.ts'
import { documentOf, type PackRules } from '../../policies/pack.ts'
import { CommandError } from '../command-error.ts'
import { issuesError } from '../decide-error.ts'
import { parseJsonFile } from '../json-file.ts'
import { selectPacks } from './pack-selection.ts'
import { fileOfRules } from './release-files.ts'
import { readSelected, type SelectedPacks } from './selected-packs.ts'

interface Chosen {
  readonly named: string
  readonly selected: SelectedPacks
  readonly entry: OpenDocument
}

/** Releases and overlays that were named, as one bundle. All must be read with the same shared documents. */
export function bundleOfPacks(names: readonly string[], made: { readonly by: string; readonly on: string }): Bundle {
  const chosen = names.flatMap(chosenIn)
  const files = chosen.map(({ named, selected, entry }) => fileOfRules(named, selected, entry))
  const [first] = files
  if (!first) throw new CommandError({ vi: 'Không có bản quy định nào trong phần đã chọn.', en: 'There is no release in what was chosen.' })
  if (files.some(({ manifest }) => manifest.documents.common !== first.manifest.documents.common)) throw new CommandError({ vi: 'Các phần đã chọn có phần dùng chung khác nhau; hãy chọn trong cùng một thư mục quy định, hoặc tạo từng gói.', en: 'What was chosen shares different documents; choose within one folder of packs, or make a bundle of each.' })
  const bases = new Map(chosen.map(({ entry, selected }) => [hashDocument(documentOf(entry)), basesUnder(entry, selected)] as const).filter(([, found]) => found.length > 0))
  return makeBundle({
    made_by: made.by, made_on: made.on, files,
    bases: [...new Map([...bases.values()].flat().map((base) => [hashDocument(base), base] as const)).values()],
    needs: {
      ...joinNeeds(chosen.map(({ entry, selected }) => needsOf(entry, selected, made.on))),
      programmes: readElsewhere(files),
      bases: Object.fromEntries([...bases].map(([hash, found]) => [hash, found.map(hashDocument)])),
    },
  })
}

function chosenIn(named: string): readonly Chosen[] {
  const selected = readSelected(selectPacks(named))
  return selected.programmes.flatMap(({ releases, overlays }) => [...releases, ...overlays]).map((entry) => ({ named, selected, entry }))
}

/** The national releases that local law lies on, in the order of their days. */
function basesUnder(entry: PackRules, { packs }: SelectedPacks): readonly Release[] {
  if (!('overlay' in entry)) return []
  const programme = packs.programmes.find(({ document }) => document.id === entry.overlay.programme)
  if (!programme) return []
  const own = publicationsOf(programme).find(({ release }) => release === hashDocument(entry.overlay))
  const [from, to] = [own?.valid_from ?? '0001-01-01', own?.valid_to ?? '9999-12-31']
  const starts = publicationsOf(programme).flatMap(({ scope, valid_from: first, valid_to: last }) => (scope === 'national' ? [...(first === undefined ? [] : [first]), ...(last === undefined ? [] : [addDays(last, 1)])] : []))
  const days = [...new Set([from, ...starts])].filter((day) => from <= day && day <= to).toSorted()
  return [...new Set(days.flatMap((day) => findRelease(programme, day)?.release ?? []))]
}

/** Local law reads what the rules it lies on read, as it changes them. */
function needsOf(entry: OpenDocument, { packs }: SelectedPacks, today: string) {
  const day = dayOfRelease(entry, today)
  const assembly = assemblePack(packs, entry, day)
  if (isIssue(assembly)) throw new CommandError(assembly.message)
  return sharedNeeds(assembly)
}

function readElsewhere(files: readonly ReleaseFile[]): Readonly<Record<string, readonly string[]>> {
  const brought = new Set(files.map(({ manifest }) => manifest.documents.release))
  const read = files.flatMap(({ manifest }) => Object.entries(manifest.reads)).filter(([, hash]) => !brought.has(hash))
  return Object.fromEntries([...Map.groupBy(read, ([programme]) => programme)].map(([programme, some]) => [programme, [...new Set(some.map(([, hash]) => hash))].toSorted()]))
}

/** A bundle that is whole; otherwise an error that names each part that is not as it was made. */
export function readBundle(file: string): Bundle {
  const value = parseJsonFile(file)
  const shape = validateDocument('bundle', value)
  if (shape.length > 0) throw issuesError(file, shape)
  const bundle = value as Bundle
  const changed = checkBundle(bundle)
  if (changed.length > 0) throw issuesError(file, changed)
  return bundle
}
