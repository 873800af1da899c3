import { applyOverlays, formatDate, overlayComparison, type CommonDocument, type Overlay, type Release, type ReleaseComparison, type Text } from '@tieuchi/runtime'
import { validateDocument } from '@tieuchi/runtime/validation/server'
import { dayOf } from '../../plugins/clock.ts'
import { dayOfRelease, releasesBeside } from '../../policies/pack-assembly.ts'
import { findRelease } from '../../policies/pack-rules.ts'
import { documentOf, type Packs, type PackRules } from '../../policies/pack.ts'
import { CommandError } from '../command-error.ts'
import { issuesError } from '../decide-error.ts'
import { parseJsonFile } from '../json-file.ts'
import { allOwnPacks, selectPacks } from './pack-selection.ts'
import { getRulesOrThrow, readSelected } from './selected-packs.ts'

/** One of two documents to compare, with what is read with it. */
export type ComparedDocument =
  | { readonly kind: 'common'; readonly title: Text; readonly common: CommonDocument }
  | { readonly kind: 'rules'; readonly title: Text; readonly common: CommonDocument; readonly document: Release | Overlay; readonly others: Readonly<Record<string, Release>>; readonly units: Packs['units']; /** A day on which it would be in force. */ readonly day: string; /** What an overlay lies on: the release in force on its day. */ readonly base?: Release }

/** What a name, a folder or a file with one whole release or overlay stands for. Drafts that do not pass their check may be compared too. */
export function readCompared(named: string): ComparedDocument {
  if (named.endsWith('.json')) return readRulesFile(named)
  const selection = selectPacks(named)
  const selected = readSelected(selection, { drafts: true })
  if (selection.inside === 'common') return { kind: 'common', title: { vi: `Phần dùng chung (${named})`, en: `Shared documents (${named})` }, common: selected.packs.common }
  return comparedRules(selected.packs, getRulesOrThrow(named, selected))
}

function readRulesFile(file: string): ComparedDocument {
  const value = parseJsonFile(file)
  const { packs } = readSelected(allOwnPacks, { drafts: true })
  if (isOverlay(value)) return comparedRules(packs, { folder: '', overlay: value })
  if (isRelease(value)) return comparedRules(packs, { folder: '', release: value })
  throw issuesError(file, validateDocument('release', value))
}

const isRelease = (value: unknown): value is Release => validateDocument('release', value).length === 0
const isOverlay = (value: unknown): value is Overlay => validateDocument('overlay', value).length === 0

function comparedRules(packs: Packs, entry: PackRules): ComparedDocument {
  const document = documentOf(entry)
  const at = dayOfRelease(entry, dayOf(new Date()))
  const programme = packs.programmes.find((each) => each.document.id === document.programme)
  const base = 'overlay' in entry && programme ? findRelease(programme, at)?.release : undefined
  return { kind: 'rules', title: withPeriod(document.title, entry), common: packs.common, document, others: releasesBeside(packs, { programme: document.programme, at }), units: packs.units, day: at, ...(base && { base }) }
}

/** A title with the days the rules are proposed for. */
export const withPeriod = (title: Text, { valid_from: from, valid_to: to }: Pick<PackRules, 'valid_from' | 'valid_to'>): Text => {
  const [first, last] = [from && formatDate(from), to && formatDate(to)]
  if (!first && !last) return title
  const vi = [first && `từ ${first}`, last && `đến ${last}`].filter(Boolean).join(' ')
  const en = [first && `from ${first}`, last && `to ${last}`].filter(Boolean).join(' ')
  return { vi: `${title.vi} (${vi})`, en: `${title.en} (${en})` }
}

export type ComparedRules = Extract<ComparedDocument, { readonly kind: 'rules' }>

/**
 * Two documents as two releases. Overlays are compared by what they say; an overlay beside a release by what holds where it
 * lies on that release.
 */
export function comparisonOf(a: ComparedRules, b: ComparedRules): ReleaseComparison {
  const others = { ...a.others, ...b.others }
  if (isLocal(a.document) && isLocal(b.document)) {
    const base = b.base ?? a.base
    if (!base) throw new CommandError({ vi: 'Không có quy định quốc gia nào trong thời gian của hai bản để so sánh; hãy sửa valid_from.', en: 'There are no national rules in the period of the two; correct valid_from.' })
    return overlayComparison({ base, before: a.document, after: b.document, common: b.common, others })
  }
  return { before: on(b.document, a.document), after: on(a.document, b.document), common: b.common, others }
}

const isLocal = (document: Release | Overlay): document is Overlay => document.scope !== 'national'

/** A release as it is, an overlay on the release beside it. */
const on = (beside: Release | Overlay, document: Release | Overlay): Release => {
  if (!isLocal(document)) return document
  if (isLocal(beside)) throw new Error('An overlay lies on a release')
  return applyOverlays(beside, [document]).release
}

/** One side is a release, the other what all share. */
export const differentKinds = (): CommandError =>
  new CommandError({ vi: 'Một bên là bản quy định, một bên là phần dùng chung (common); hãy so sánh hai bên cùng loại.', en: 'One side is a release, the other the shared documents (common); compare two of one kind.' })
