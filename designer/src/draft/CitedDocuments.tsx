import type { Citation, Release } from '@tieuchi/runtime'
import { useMemo } from 'react'

/** The list of acts that fields for the number of one offer. */
export const citedDocumentsId = 'cited-documents'

const citationsIn = (value: unknown): readonly Citation[] => {
  if (typeof value !== 'object' || value === null) return []
  if (Array.isArray(value)) return value.flatMap(citationsIn)
  return Object.entries(value).flatMap(([key, part]) => (key === 'citation' ? [part as Citation] : citationsIn(part)))
}

/** Acts a release rests on or cites somewhere, each once. */
export const citedDocuments = ({ legal_basis: basis, parameters, logic }: Pick<Release, 'legal_basis' | 'parameters' | 'logic'>): readonly string[] =>
  [...new Set([...basis, ...citationsIn(parameters), ...citationsIn(logic)].map(({ document }) => document).filter(Boolean))]

/** Offers what was cited before wherever the number of an act is written. */
export const CitedDocuments = ({ release }: { readonly release: Release }) => {
  const { legal_basis: basis, parameters, logic } = release
  const documents = useMemo(() => citedDocuments({ legal_basis: basis, parameters, logic }), [basis, parameters, logic])
  return <datalist id={citedDocumentsId}>{documents.map((document) => <option key={document} value={document}>{document}</option>)}</datalist>
}
