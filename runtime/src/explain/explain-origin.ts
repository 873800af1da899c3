import type { ParameterReference } from '../documents/condition-document.ts'
import type { ExplanationNode, Origin } from '../documents/evaluation-document.ts'
import type { Scope as ReleaseScope } from '../documents/release-document.ts'
import type { Text } from '../documents/text.ts'
import type { Interpreter } from '../logic/interpreter.ts'
import { literalValue } from '../logic/literal-value.ts'
import { keyFieldOf, keyOf } from '../logic/parameter-value.ts'
import type { Scope } from '../logic/scope.ts'
import { overlaidConditionOf, parameterNames, pieceName } from '../release/assembly-origins.ts'
import type { Assembly } from '../release/assembly.ts'
import { inSentence, listed, phrase } from './phrase.ts'
import { describeReference, writeValue } from './readable.ts'

/** Names of units by their ids, as on the day of the unit. A unit that is not named is told by the title of its overlay. */
export type Places = Readonly<Record<string, string>>

interface Teller {
  readonly interpreter: Interpreter
  readonly scope: Scope
  readonly places: Places
}

type WriteValue = (value: NonNullable<Origin['floor']>['value']) => Text

const plain: WriteValue = (value) => phrase(String(value), String(value))

/** `tỉnh Hải Dương`, or the title of its overlay. */
const placeName = ({ scope, title }: { readonly scope: ReleaseScope; readonly title: Text }, places: Places): Text => {
  const name = scope === 'national' ? undefined : places[scope.unit]
  return name === undefined ? phrase(`“${title.vi}”`, `“${title.en}”`) : inSentence(phrase(name, name))
}

/** Who says a value, after the value: `theo quy định của tỉnh …`, or that it is a floor and whose value gave way. */
export const sentenceOfOrigin = (origin: Origin, places: Places = {}, write: WriteValue = plain): Text => {
  const { layer, floor } = origin
  const place = placeName(origin, places)
  const says = layer === 'national' ? phrase('theo chuẩn quốc gia', 'by the national floor') : phrase(`theo quy định của ${place.vi}`, `by the rules of ${place.en}`)
  if (!floor) return says
  const [narrower, value] = [placeName(floor, places), write(floor.value)]
  return phrase(`${says.vi}, vì mức ${value.vi} của ${narrower.vi} kém thuận lợi hơn`, `${says.en}, since the ${value.en} of ${narrower.en} is less favourable`)
}

/** What a layer is called beside the other: `Chuẩn quốc gia`, `Quy định của tỉnh …`. */
export const titleOfLayer = ({ layer, overlays }: Pick<Assembly, 'layer' | 'overlays'>, places: Places = {}): Text => {
  if (layer === 'national') return phrase('Chuẩn quốc gia', 'National standard')
  const names = [...new Map(overlays.map((overlay) => [overlay.scope.unit, placeName(overlay, places)])).values()]
  const whose = listed(names, phrase('và', 'and'))
  return phrase(`Quy định của ${whose.vi}`, `Rules of ${whose.en}`)
}

type Source = Pick<ExplanationNode, 'citation' | 'origin'>

const told = ({ places }: Teller, origin: Origin | undefined, write?: WriteValue): Source =>
  (origin ? { ...(origin.citation && { citation: origin.citation }), origin: { ...origin, sentence: sentenceOfOrigin(origin, places, write) } } : {})

/** Who says a piece, or a row or rule of it, where an overlay touches it. */
export const originOfPiece = (teller: Teller, piece: string, part?: string): Source => {
  const { assembly } = teller.interpreter
  return told(teller, assembly.origins.get(pieceName(assembly, piece, part)))
}

/** Who says the named condition a comparison stands in. */
export const originOfLeaf = (teller: Teller, leaf: string): Source => {
  const { assembly } = teller.interpreter
  return told(teller, assembly.origins.get(overlaidConditionOf(assembly, leaf) ?? ''))
}

/** What a parameter rests on as it was read, with who says it. While its key is not known several may. */
export const sourceOfParameter = async (teller: Teller, reference: ParameterReference): Promise<Source & Pick<ExplanationNode, 'certainty'>> => {
  const { interpreter, scope } = teller
  const { assembly } = interpreter
  const parameter = assembly.parameters.get(reference.parameter)?.parameter
  if (!parameter) return {}
  const field = keyFieldOf(assembly, reference)
  const key = keyOf(assembly, reference, field === undefined ? undefined : await interpreter.readFact({ fact: field }, scope))
  const [name, ...more] = parameterNames(assembly, reference.parameter, key)
  const origin = more.length > 0 ? undefined : assembly.origins.get(name ?? '')
  const readable = describeReference(assembly, reference)
  return {
    ...(origin ? told(teller, origin, (value) => writeValue(assembly, literalValue(value), readable)) : parameter.citation && { citation: parameter.citation }),
    certainty: parameter.certainty,
  }
}
