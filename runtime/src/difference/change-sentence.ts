import type { CommonDocument } from '../documents/common-document.ts'
import type { Release } from '../documents/release-document.ts'
import type { Text } from '../documents/text.ts'
import type { DocumentChange } from './change.ts'
import { nothing, placeOf, sceneOf, sentenceOfTelling, type Scene, type Sides, type Telling } from './change-telling.ts'
import { commonSide, ownerOf, releaseSide, shortNameOf, type ShortName } from './difference-place.ts'
import { asWritten, fill, joinTexts } from './difference-words.ts'
import { sourcesOf, tellers } from './part-tellers.ts'
import { briefSourceDifferences } from './source-words.ts'

/** The two releases compared, and what they read: dictionary and lists, and other releases by programme. */
export interface ReleaseComparison {
  readonly before: Release
  readonly after: Release
  readonly common: CommonDocument
  readonly others?: Readonly<Record<string, Release>>
}

/** The two states of the shared documents compared. */
export interface CommonComparison {
  readonly before: CommonDocument
  readonly after: CommonDocument
}

const releaseSides = ({ before, after, common, others = {} }: ReleaseComparison): Sides =>
  ({ before: releaseSide(before, common, others), after: releaseSide(after, common, others) })

const commonSides = ({ before, after }: CommonComparison): Sides => ({ before: commonSide(before), after: commonSide(after) })

/** A change, its thing and the teller of that thing belong together, which is what the cast says. */
const telling = (change: DocumentChange, scene: Scene): Telling => {
  const tell = tellers[change.thing] as (change: DocumentChange, scene: Scene) => Telling
  return tell(change, scene)
}

/** One change between two releases in a sentence, as an official would write it; no ids, no final stop. */
export const sentenceOfChange = (change: DocumentChange, comparison: ReleaseComparison): Text => sentenceAmong(change, releaseSides(comparison))

/** One change between two states of the shared documents in a sentence. */
export const sentenceOfCommonChange = (change: DocumentChange, comparison: CommonComparison): Text => sentenceAmong(change, commonSides(comparison))

const sentenceAmong = (change: DocumentChange, sides: Sides): Text => sentenceOfTelling(telling(change, sceneOf(change, sides)))

/** One sentence for reading, and the changes it tells of. */
export interface ChangesInBrief {
  readonly sentence: Text
  readonly changes: readonly DocumentChange[]
}

/** All changes between two releases, for reading: what is said of several things alike is said once, and cases are counted. */
export const tellChangesInBrief = (changes: readonly DocumentChange[], comparison: ReleaseComparison): readonly ChangesInBrief[] => inBrief(changes, releaseSides(comparison))

/** The same sentences alone. */
export const sentencesOfChanges = (changes: readonly DocumentChange[], comparison: ReleaseComparison): readonly Text[] => sentencesAmong(changes, releaseSides(comparison))

/** All changes between two states of the shared documents, for reading. */
export const sentencesOfCommonChanges = (changes: readonly DocumentChange[], comparison: CommonComparison): readonly Text[] => sentencesAmong(changes, commonSides(comparison))

const sentencesAmong = (changes: readonly DocumentChange[], sides: Sides): readonly Text[] => inBrief(changes, sides).map(({ sentence }) => sentence)

const inBrief = (changes: readonly DocumentChange[], sides: Sides): readonly ChangesInBrief[] => {
  const lines = changes.filter((change) => !counted(change, changes)).flatMap((change): readonly Line[] => {
    const scene = sceneOf(change, sides)
    if (change.thing !== 'source') return [{ ...telling(change, scene), changes: [change] }]
    const short = shortNameOf(ownerOf(scene.steps.slice(0, -1)))
    return briefSourceDifferences(...sourcesOf(change)).map((phrase) => ({ place: placeOf(scene), phrases: [phrase], changes: [change], ...(short && { short }) }))
  })
  return [...together(lines).map((line) => ({ sentence: sentenceOfTelling(line), changes: line.changes })), ...caseCounts(changes)]
}

interface Line extends Telling {
  readonly short?: ShortName
  readonly changes: readonly DocumentChange[]
}

/** Lines that say the same of several places, as one; and of the rest, what is said of what one place rests on, as one. */
const together = (lines: readonly Line[]): readonly Line[] => {
  const groups = Map.groupBy(lines, ({ short, phrases }, index) => (short ? JSON.stringify(phrases) : index))
  const tellings = [...groups.values()].flatMap((group): readonly Line[] => {
    const [first] = group
    if (!first || group.length === 1) return group
    const kinds = [...Map.groupBy(group.flatMap(({ short }) => short ?? []), ({ one }) => one.vi).values()]
    return [{ phrases: first.phrases, place: joinTexts(kinds.map(severalNames), '; '), changes: group.flatMap((line) => line.changes) }]
  })
  const places = Map.groupBy(tellings, ({ short, place }, index) => (short && place ? place.vi : index))
  return [...places.values()].flatMap(([first, ...more]) => (first ? [{ ...first, phrases: [first, ...more].flatMap(({ phrases }) => phrases), changes: [...new Set([first, ...more].flatMap((line) => line.changes))] }] : []))
}

const severalNames = (names: readonly ShortName[]): Text => {
  const [first] = names
  if (!first) return nothing
  return fill('{0} {1}', '{0} {1}', names.length === 1 ? first.one : first.many, joinTexts(names.map(({ name }) => name), ', '))
}

/** More cases than these are counted, not named. */
const namedCases = 3

const isWholeCase = ({ kind, thing }: DocumentChange): boolean => thing === 'case' && kind !== 'changed'

const counted = (change: DocumentChange, changes: readonly DocumentChange[]): boolean =>
  isWholeCase(change) && changes.filter((other) => isWholeCase(other) && other.kind === change.kind).length > namedCases

const caseWords: Readonly<Record<Exclude<DocumentChange['kind'], 'changed'>, Text>> = {
  removed: { vi: 'bỏ {0} tình huống mẫu', en: '{0} worked cases dropped' },
  added: { vi: 'thêm {0} tình huống mẫu', en: '{0} worked cases added' },
  moved: { vi: 'đổi thứ tự {0} tình huống mẫu', en: '{0} worked cases moved' },
}

const caseCounts = (changes: readonly DocumentChange[]): readonly ChangesInBrief[] =>
  (['removed', 'added', 'moved'] as const).flatMap((kind) => {
    const some = changes.filter((change) => change.kind === kind && counted(change, changes))
    if (some.length === 0) return []
    return [{ sentence: sentenceOfTelling({ phrases: [fill(caseWords[kind].vi, caseWords[kind].en, asWritten(String(some.length)))] }), changes: some }]
  })
