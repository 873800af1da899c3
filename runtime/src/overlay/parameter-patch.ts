import type { Literal } from '../documents/condition-document.ts'
import type { Origin, Origins } from '../documents/evaluation-document.ts'
import type { Issue } from '../documents/issue.ts'
import type { ChangedParameter, ParameterPatch } from '../documents/overlay-document.ts'
import type { Parameter, Release } from '../documents/release-document.ts'
import type { Text } from '../documents/text.ts'
import { typeOfLiteral } from '../values/value-type.ts'
import { formatValue } from '../values/format.ts'
import { exact } from '../values/number.ts'
import { localOrigin, parameterPlace } from './origins.ts'
import { overlayIssue, type OverlayIssueCode } from './overlay-issues.ts'
import { lessSure, unpatched, type Patched, type Patching } from './patch.ts'

/** Whose the values were before: the base's, or those of wider overlays by their place. */
export interface Standing {
  readonly base: Pick<Release, 'scope' | 'title'>
  readonly prior: Origins
}

interface Change {
  readonly id: string
  readonly base: Parameter
  readonly patch: ChangedParameter
  readonly patching: Patching
  readonly standing: Standing
}

type Parameters = Release['parameters']

/** The parameters after one patch: the local value, or where the base is a floor the more favourable of the two. */
export const patchParameter = (parameters: Parameters, [id, patch]: readonly [string, ParameterPatch], patching: Patching, standing: Standing): Patched<Parameters> => {
  const path = [...patching.path, 'parameters', id]
  const base = Object.hasOwn(parameters, id) ? parameters[id] : undefined
  if (patch.kind === 'added') {
    if (base) return unpatched(parameters, overlayIssue('overlay_id_taken', patching.overlay, path, { id }))
    const { parameter } = patch
    return { value: { ...parameters, [id]: parameter }, origins: originsOf(id, parameter, localOrigin(patching.overlay, parameter.citation)), issues: [] }
  }
  if (!base) return unpatched(parameters, overlayIssue('overlay_unknown_parameter', patching.overlay, path, { parameter: id }))
  const { value, ...rest } = changeParameter({ id, base, patch, patching, standing })
  return { value: { ...parameters, [id]: value }, ...rest }
}

const changeParameter = (change: Change): Patched<Parameter> => {
  const { base, patch } = change
  const wrong = problemsOf(change)
  if (wrong.length > 0) return unpatched(base, ...wrong)
  if (patch.value === undefined && patch.values === undefined) return opened(change)
  if (isOpen(base)) return established(change)
  return patch.values === undefined ? changedValue(change) : changedValues(change, patch.values)
}

const isOpen = ({ value, values }: Parameter): boolean => value === undefined && values === undefined

const originsOf = (id: string, { values }: Parameter, origin: Origin): Origins =>
  Object.fromEntries((values ? Object.keys(values).map((key) => parameterPlace(id, key)) : [parameterPlace(id)]).map((place) => [place, origin]))

const issueOf = ({ id, base, patching: { overlay, path } }: Change, code: OverlayIssueCode, below: Issue['path'], params: Readonly<Record<string, unknown>> = {}): Issue =>
  overlayIssue(code, overlay, [...path, 'parameters', id, ...below], { title: base.title, ...params })

const problemsOf = (change: Change): readonly Issue[] => {
  const { base: { overridable, unit, by, value, values = {} }, patch } = change
  if (overridable === undefined || overridable === false) return [issueOf(change, 'overlay_not_overridable', [])]
  if (patch.unit !== unit) return [issueOf(change, 'overlay_unit', ['unit'], { unit: patch.unit, base: unit })]
  if (isOpen(change.base) || patch.certainty === 'open') return []
  if (patch.by !== by) return [issueOf(change, 'overlay_value_shape', [patch.by === undefined ? 'value' : 'by'], { by: patch.by, base: by })]
  if (patch.value !== undefined && value !== undefined) return misfitOf(change, ['value'], patch.value, value)
  return Object.entries(patch.values ?? {}).flatMap(([key, local]) => {
    const old = Object.hasOwn(values, key) ? values[key] : undefined
    return old === undefined ? [issueOf(change, 'overlay_unknown_key', ['values', key], { key, keys: Object.keys(values).join(', ') })] : misfitOf(change, ['values', key], local, old)
  })
}

/** A value that is no value of this parameter. */
const misfitOf = (change: Change, below: Issue['path'], local: Literal, base: Literal): readonly Issue[] => {
  const [type, wanted, { overridable }] = [typeOfLiteral(local), typeOfLiteral(base), change.base]
  if (type !== wanted) return [issueOf(change, 'overlay_value_type', below, { value: JSON.stringify(local), type, base: wanted })]
  return overridable === true || type === 'number' ? [] : [issueOf(change, 'overlay_not_comparable', below, { overridable, value: JSON.stringify(local), base: JSON.stringify(base) })]
}

/** The local law has a value of its own that is not established, so the layer has none. */
const opened = (change: Change): Patched<Parameter> => {
  const { id, base } = change
  const { title, unit, overridable } = base
  const value: Parameter = { title, unit, ...sourceOf(change), ...(overridable !== undefined && { overridable }) }
  return { value, origins: { ...originsOf(id, base, localOf(change)), [parameterPlace(id)]: localOf(change) }, issues: [] }
}

/** The base has no value. Where it would be a floor nobody knows which of the two counts, and it stays open. */
const established = (change: Change): Patched<Parameter> => {
  const { id, base, patch: { value, by, values } } = change
  const { title, unit, overridable } = base
  const sample = value ?? Object.values(values ?? {})[0]
  if (overridable !== true) return unpatched(base, issueOf(change, 'overlay_base_open', [], { value: sample === undefined ? '' : written(base, sample) }))
  const parameter: Parameter = { title, unit, ...(value !== undefined && { value }), ...(by !== undefined && values && { by, values }), ...sourceOf(change), overridable }
  return { value: parameter, origins: originsOf(id, parameter, localOf(change)), issues: [] }
}

const changedValue = (change: Change): Patched<Parameter> => {
  const { id, base, patch } = change
  const { value, origin, isLocal, issues } = choose(change, patch.value ?? '', base.value ?? '')
  return { value: { ...withSource(change, isLocal), value }, origins: { [parameterPlace(id)]: origin }, issues }
}

const changedValues = (change: Change, locals: Readonly<Record<string, Literal>>): Patched<Parameter> => {
  const { id, base: { values = {} } } = change
  const chosen = Object.entries(locals).map(([key, local]) => [key, choose(change, local, values[key] ?? local, key)] as const)
  const isReplaced = Object.keys(values).every((key) => chosen.some(([other, { isLocal }]) => other === key && isLocal))
  return {
    value: { ...withSource(change, isReplaced), values: { ...values, ...Object.fromEntries(chosen.map(([key, { value }]) => [key, value])) } },
    origins: Object.fromEntries(chosen.map(([key, { origin }]) => [parameterPlace(id, key), origin])),
    issues: chosen.flatMap(([, { issues }]) => issues),
  }
}

interface Chosen {
  readonly value: Literal
  readonly origin: Origin
  readonly isLocal: boolean
  readonly issues: readonly Issue[]
}

/** The local value, unless the base's is a floor and more favourable; a patch with a note knows of it. Of equal ones the local stands. */
const choose = (change: Change, local: Literal, base: Literal, key?: string): Chosen => {
  if (!isLessFavourable(change.base.overridable, local, base)) return { value: local, origin: localOf(change), isLocal: true, issues: [] }
  const { patching: { overlay: { scope, title } }, patch: { citation, note } } = change
  const origin: Origin = { ...priorOf(change, key), floor: { scope, title, value: local, ...(citation && { citation }) } }
  const params = { value: written(change.base, local), base: written(change.base, base) }
  const issue = issueOf(change, 'overlay_floor', key === undefined ? ['value'] : ['values', key], params)
  return { value: base, origin, isLocal: false, issues: [note === undefined ? issue : { ...issue, severity: 'notice' }] }
}

const isLessFavourable = (overridable: Parameter['overridable'], local: Literal, base: Literal): boolean => {
  if (typeof local !== 'number' || typeof base !== 'number') return false
  const difference = exact(local).compare(exact(base))
  return (overridable === 'raise' && difference < 0) || (overridable === 'lower' && difference > 0)
}

const localOf = ({ patching: { overlay }, patch: { citation } }: Change): Origin => localOrigin(overlay, citation)

const priorOf = ({ id, base: { citation }, standing: { base, prior } }: Change, key: string | undefined): Origin =>
  prior[parameterPlace(id, key)] ?? { layer: 'national', scope: base.scope, title: base.title, ...(citation && { citation }) }

const sourceOf = ({ patch: { citation, certainty, confirmed, note } }: Change): Pick<Parameter, 'citation' | 'certainty' | 'confirmed' | 'note'> =>
  ({ certainty, ...(citation && { citation }), ...(confirmed !== undefined && { confirmed }), ...(note && { note }) })

/**
 * What the parameter rests on: the patch, once all of its values are local; what was compared or stands beside local
 * values is no surer than the less sure of the two.
 */
const withSource = (change: Change, isReplaced: boolean): Parameter => {
  const { base, patch } = change
  const certainty = isReplaced && base.overridable === true ? patch.certainty : lessSure(base.certainty, patch.certainty)
  if (!isReplaced) return { ...base, certainty }
  const { citation: _citation, confirmed: _confirmed, note: _note, ...rest } = base
  return { ...rest, ...sourceOf(change), certainty }
}

const written = ({ unit }: Parameter, value: Literal): Text => {
  const write = (language: keyof Text): string => formatValue(value, { unit, lists: new Map(), language })
  return { vi: write('vi'), en: write('en') }
}
