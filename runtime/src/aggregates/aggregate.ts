import type { Text } from '../documents/text.ts'
import type { CountedElement, Group, MeasuredElement } from '../logic/aggregates.ts'
import type { Value } from '../values/value.ts'
import type { AggregateForm } from './aggregate-forms.ts'

/** What is looked over: the members, or the earlier decisions on one outcome. */
export type AggregateList = 'members' | 'history'

/** What stands inside: which elements count, out of which, and what is taken of each; `?` may be left out. */
export type AggregateTakes = 'where?' | 'where' | 'where among?' | 'value where?'

/** A member or an earlier decision: whether it counts, what is taken of it, and whether it is one of those it is counted out of. */
export interface LookedAt extends MeasuredElement {
  readonly among: CountedElement
}

/** How it is called where it is picked, and written in formulas. */
export interface AggregateNames {
  readonly label: Text
  readonly formula: Text & {
    /** Also understood, in either language; names of spreadsheets among them. */
    readonly also?: readonly string[]
  }
}

/** How a truth about members is built with its conditions: `có ít nhất một` `thành viên mà` …. */
export interface AggregateGroup {
  /** What is picked, `có ít nhất một`. */
  readonly before: Text
  /** What leads over to the conditions, `thành viên mà`. */
  readonly behind: Text
}

/** What a sentence is made of; everything comes written for people. */
export interface AggregateWords {
  /** What is looked over. Vietnamese says one and many alike. */
  readonly noun: { readonly vi: string; readonly one: string; readonly many: string }
  /** What is taken of each; empty where nothing is. */
  readonly value: Text
  readonly where?: Text
  readonly among?: Text
}

/** The unit of the result: that of what is taken of each, that of all together, that of the elements themselves, or one of its own. */
export type AggregateUnit = 'each' | 'together' | 'elements' | { readonly is: string }

/** Everything the product knows of an aggregate, in one typed object: those of the core and those of packages alike. */
export interface Aggregate {
  readonly members: AggregateNames
  readonly history: AggregateNames
  readonly takes: AggregateTakes
  readonly gives: 'number' | 'boolean'
  /** Of a truth that takes a condition alone: how it is offered where conditions are built. */
  readonly group?: AggregateGroup
  /** Of a number. */
  readonly unit?: AggregateUnit
  /** Which elements that nobody listed may make a difference: those that may count (unless said), those that may fail, or those of the base. */
  readonly others?: 'failing' | 'base'
  /** What is computed, as a phrase; of a truth what holds where it is true. */
  readonly sentence: (words: AggregateWords) => Text
  /** Three-valued: this defines the meaning. */
  readonly compute: (group: Group<LookedAt>) => Value
  /** The same for executions that judge many households. */
  readonly plan: AggregateForm
}

/** `<words> mà …`; without a condition all of them. */
export const those = (vi: string, en: string, where: Text | undefined): Text => (where ? { vi: `${vi} mà ${where.vi}`, en: `${en} where ${where.en}` } : { vi, en })
