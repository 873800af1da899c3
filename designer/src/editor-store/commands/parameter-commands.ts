import type { DraftDocument, Parameter } from '@tieuchi/runtime'

type Parameters = Readonly<Record<string, Parameter>>

export interface ParameterCommands {
  /** A new named value, behind all others. */
  readonly 'parameter.add': { readonly id: string; readonly parameter: Parameter }
  /** A value as it is from now on. */
  readonly 'parameter.replace': { readonly id: string; readonly parameter: Parameter }
  readonly 'parameter.remove': { readonly id: string }
}

const withParameters = (document: DraftDocument, change: (parameters: Parameters) => Parameters): DraftDocument => ({ ...document, release: { ...document.release, parameters: change(document.release.parameters) } })

const put = (document: DraftDocument, { id, parameter }: { readonly id: string; readonly parameter: Parameter }): DraftDocument => withParameters(document, (parameters) => ({ ...parameters, [id]: parameter }))

export const parameterCommands = {
  'parameter.add': put,
  'parameter.replace': put,
  'parameter.remove': (document: DraftDocument, { id }: ParameterCommands['parameter.remove']) =>
    withParameters(document, (parameters) => Object.fromEntries(Object.entries(parameters).filter(([other]) => other !== id))),
} as const
