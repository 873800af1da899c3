import { addDays, applyOverlays, checkOverlays, momentAt, type CommonDocument, type Overlay, type Release, type UnitDocument } from '@tieuchi/runtime'
import { checkInput } from '@tieuchi/runtime/validation/server'
import { packIssue } from './pack-error.ts'
import type { PackOverlay, PackProgramme } from './pack.ts'
import { hashOf, publicationsOf, resolvePackLayers, type PackLayers } from './pack-layers.ts'
import type { PackDocument, PackSource } from './pack-source.ts'

/** An overlay with the way back to the files it was read from. */
export interface OpenOverlay extends PackOverlay {
  readonly origin: PackDocument
}

interface OverlayPacks {
  readonly common: CommonDocument
  readonly units: readonly UnitDocument[]
  readonly programmes: readonly (PackProgramme & { readonly overlays: readonly OpenOverlay[] })[]
}

/** Holds every overlay against each base and the wider overlays it will ever be joined to. */
export function checkOverlayPacks(source: PackSource, packs: OverlayPacks): void {
  for (const programme of packs.programmes) for (const entry of programme.overlays) checkOverlayPack(source, packs, programme, entry)
}

function checkOverlayPack(source: PackSource, packs: OverlayPacks, programme: PackProgramme, entry: OpenOverlay): void {
  const { folder, overlay, origin } = entry
  const { unit } = overlay.scope
  const file = `${folder}/release.json`
  if (!packs.units.some(({ id }) => id === unit)) {
    source.issues.push(packIssue(file, ['scope', 'unit'], { code: 'pack_overlay_unit', vi: `không có đơn vị “${unit}”; hãy ghi mã định danh (id) của đơn vị trong thư mục units.`, en: `there is no unit “${unit}”; give the id of a unit of the folder units.` }))
    return
  }
  const combinations = combinationsOf(packs, programme, entry)
  if (combinations.length === 0) {
    source.issues.push(packIssue(file, ['valid_from'], { code: 'pack_overlay_base', vi: `chương trình “${programme.document.id}” không có quy định quốc gia nào trong thời gian này, hoặc đơn vị “${unit}” khi đó không tồn tại; hãy sửa thời gian hiệu lực.`, en: `programme “${programme.document.id}” has no national rules in this period, or the unit “${unit}” did not exist in it; correct the period.` }))
  }
  for (const { base, overlays, shared } of combinations) {
    const issues = checkOverlays(packs.common, base, overlays, shared && { common: shared })
    const own = issues.filter(({ path: [index] }) => overlays[Number(index)] === overlay)
    source.place(origin, own.map((issue) => ({ ...issue, path: issue.path.slice(1) })))
  }
  source.place(origin, overlay.cases.flatMap(({ given }, index) => checkInput(packs.common, given).map((issue) => ({ ...issue, path: ['cases', index, 'given', ...issue.path] }))))
}

interface Combination {
  readonly base: Release
  /** From the province downward, the overlay in question last. */
  readonly overlays: readonly Overlay[]
  /** The shared parameters as the local layer reads them. */
  readonly shared?: Release
}

/** Each different set of rules that households of the overlay's unit are ever judged by while it is in force. */
function combinationsOf({ units, programmes }: OverlayPacks, programme: PackProgramme, entry: PackOverlay): readonly Combination[] {
  const shared = programmes.find(({ document }) => document.id === 'common' && document.id !== programme.document.id)
  const found = new Map<string, Combination>()
  for (const day of turningDays(programme, shared, units, entry)) {
    const place = { unit: entry.overlay.scope.unit, moment: momentAt(day) }
    const { national, overlays } = resolvePackLayers(programme, units, place)
    if (!national || !overlays.includes(entry)) continue
    const around: PackLayers = shared ? resolvePackLayers(shared, units, place) : { overlays: [] }
    const common = readShared(around)
    found.set(JSON.stringify([{ national, overlays }, around].map(hashesOf)), { base: national.release, overlays: overlays.map(({ overlay }) => overlay), ...(common && { shared: common }) })
  }
  return [...found.values()]
}

const readShared = ({ national, overlays }: PackLayers): Release | undefined => national && applyOverlays(national.release, overlays.map(({ overlay }) => overlay)).release

const hashesOf = ({ national, overlays }: PackLayers): readonly string[] => [...(national ? [hashOf(national.release)] : []), ...overlays.map(({ overlay }) => hashOf(overlay))]

const firstDay = '0001-01-01'

/** Days on which the rules around the unit may become others. */
function turningDays(programme: PackProgramme, shared: PackProgramme | undefined, units: readonly UnitDocument[], { valid_from: from = firstDay, valid_to: to = '9999-12-31' }: PackOverlay): readonly string[] {
  const spells = [...[programme, ...(shared ? [shared] : [])].flatMap(publicationsOf), ...units.flatMap((unit) => unit.spells)]
  const turns = spells.flatMap(({ valid_from: begin, valid_to: end }) => [...(begin === undefined ? [] : [begin]), ...(end === undefined ? [] : [addDays(end, 1)])])
  return [...new Set([from, ...turns])].filter((day) => from <= day && day <= to).toSorted()
}
