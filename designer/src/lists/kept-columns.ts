import { useState } from 'react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { sessionQuery } from '../api/session-api.ts'
import type { ListColumn } from './list-column.ts'

/** Which columns someone shows or hides against what a list shows by itself. */
type Choice = Readonly<Record<string, boolean>>

const isChoice = (value: unknown): value is Choice => typeof value === 'object' && value !== null && Object.values(value).every((each) => typeof each === 'boolean')

const readChoice = (key: string): Choice => {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? '{}')
    return isChoice(value) ? value : {}
  } catch {
    return {}
  }
}

export interface KeptColumns<Column> {
  readonly shown: readonly Column[]
  readonly isShown: (column: Column) => boolean
  readonly show: (column: Column, shown: boolean) => void
}

/** The columns a person sees in a list; what they choose is kept for them in this browser. */
export const useKeptColumns = <Row, Sort extends string>(list: string, columns: readonly ListColumn<Row, Sort>[]): KeptColumns<ListColumn<Row, Sort>> => {
  const person = useSuspenseQuery(sessionQuery).data?.person.id ?? ''
  const key = `tieuchi.columns.${list}.${person}`
  const [choice, setChoice] = useState(() => readChoice(key))
  const isShown = ({ id, fixed, hidden }: ListColumn<Row, Sort>): boolean => fixed === true || (choice[id] ?? hidden !== true)
  const show = ({ id }: ListColumn<Row, Sort>, shown: boolean): void => {
    const next = { ...choice, [id]: shown }
    setChoice(next)
    localStorage.setItem(key, JSON.stringify(next))
  }
  return { shown: columns.filter(isShown), isShown, show }
}
